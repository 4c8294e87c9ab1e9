package app.regard.transformer.floats;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import org.junit.jupiter.api.Test;

class AlignedRowsTest {
    private static final int HEADER = 16; // bytes of an array before its numbers, on 64 bits

    /** Whole lines with the header, the numbers behind the first of them, and a loop of one term and whole vectors. */
    @Test
    void numbersBeginWithALineAndFillWholeOnes() {
        for (int width : new int[] {0, 1, 15, 16, 17, 31, 32, 384, 1000}) {
            float[][] rows = AlignedRows.of(5, width);
            assertThat(rows).hasDimensions(5, AlignedRows.end(width));
            int bytes = HEADER + rows[0].length * Float.BYTES;
            assertThat(bytes % 64).isZero();
            assertThat(HEADER + AlignedRows.FIRST * Float.BYTES).isEqualTo(64);
            assertThat(rows[0].length - AlignedRows.FIRST).isBetween(width, width + 15);
            assertThat((AlignedRows.end(width) - AlignedRows.BEFORE) % 16).isEqualTo(1);
        }
    }

    @Test
    void eachRowBeginsWithALineWhereverTheHeapStands() {
        Outside.only(CacheLine.known(), "this Java does not say where objects lie");
        for (int odd = 0; odd < 20; odd++) {
            Object[] between = {new byte[8 * odd]}; // the next object lies anywhere
            float[][] rows = AlignedRows.of(300, 10 * odd);
            int aligned = 0;
            for (int i = 0; i < rows.length; i++) {
                aligned += CacheLine.behind(rows, i) == 0 ? 1 : 0;
            }
            assertThat(between).hasSize(1);
            assertThat(aligned).isGreaterThan(290); // a collection may move some in between
        }
    }

    /** What lies side by side in memory: arrays of a line each begin at one place of it, one of 24 bytes moves them by 24. */
    @Test
    void knowsWhereAnArrayLies() {
        Outside.only(CacheLine.known(), "this Java does not say where objects lie");
        int as = 0;
        for (int round = 0; round < 100; round++) {
            Object[] arrays = {new byte[48], new byte[48], new byte[8], new byte[48]};
            int first = CacheLine.behind(arrays, 0);
            assertThat(first).isBetween(0, 56);
            assertThat(first % 8).isZero();
            as += CacheLine.behind(arrays, 1) == first
                            && CacheLine.behind(arrays, 2) == first
                            && CacheLine.behind(arrays, 3) == (first + 24) % 64
                    ? 1
                    : 0;
        }
        assertThat(as).isGreaterThan(90); // now and then a thread's piece of the heap ends between two
    }

    /** Java 17 to 23 let it be read without a word on the console; else all the tests above would be left out unseen. */
    @Test
    void isKnownWhereJavaLetsItBeRead() {
        Outside.only(System.getProperty("java.vm.name").contains("64-Bit Server"), "another machine than HotSpot");
        assertThat(CacheLine.known()).isEqualTo(Runtime.version().feature() < 24);
    }
}
