package app.regard.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintableTest {
    /** What Unicode and ECMA-48 name: controls, separators of lines, overrides, isolates, deprecated and interlinear controls. */
    private static final List<int[]> OBEYED = List.of(
            new int[] {0, 0x1F},
            new int[] {0x7F, 0x9F},
            new int[] {0x2028, 0x202E},
            new int[] {0x2066, 0x206F},
            new int[] {0xD800, 0xDFFF},
            new int[] {0xFFF9, 0xFFFB});

    private static boolean obeyed(int codePoint) {
        return OBEYED.stream().anyMatch(range -> range[0] <= codePoint && codePoint <= range[1]);
    }

    @Test
    void everyCharacterStaysButThoseThatAreObeyed() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> !treatedWell(c)))
                .isEmpty();
    }

    private static boolean treatedWell(int codePoint) {
        String text = Character.toString(codePoint);
        String message = Printable.message(text);
        String label = Printable.label(text);
        return obeyed(codePoint)
                ? !Printable.is(codePoint)
                        && message.codePoints().noneMatch(PrintableTest::obeyed)
                        && List.of("␣", "⇥", "↵", "\uFFFD").contains(label)
                : Printable.is(codePoint) && message.equals(text) && label.equals(text);
    }

    @Test
    void aMessageShowsEscapesAndALabelOneSignEach() {
        String hostile = "a\u001B[31m\u009B1m\u202Eb\n\u2066犬👩\u200D🔬\uD800";
        assertThat(Printable.message(hostile)).isEqualTo("a\\u001B[31m\\u009B1m\\u202Eb\\n\\u2066犬👩\u200D🔬\\uD800");
        assertThat(Printable.label(hostile)).isEqualTo("a\uFFFD[31m\uFFFD1m\uFFFDb↵\uFFFD犬👩\u200D🔬\uFFFD");
        assertThat(Printable.message(Printable.message(hostile))).isEqualTo(Printable.message(hostile));
    }

    @Test
    void aRefusalIsPrintableWhateverItQuotes() {
        assertThat(new Refusal("There is no “\u001B]0;x\u0007\r\u202E”."))
                .hasMessage("There is no “\\u001B]0;x\\u0007\\r\\u202E”.");
    }

    /** A line of a file may be of any length; surrogates stay together. */
    @Test
    void aLongRefusalKeepsItsBeginningAndItsEnd() {
        for (String filling : new String[] {"x", "😀", "\0"}) {
            Refusal refusal = new Refusal("“a.txt”: not “" + filling.repeat(5000) + "”: save it anew.");
            String told = String.valueOf(refusal.getMessage());
            assertThat(told)
                    .startsWith("“a.txt”: not “")
                    .contains(" … ")
                    .endsWith("”: save it anew.")
                    .hasSizeLessThan(2 * 2000);
            assertThat(told.codePoints()).hasSizeLessThan(2000).allMatch(Printable::is);
        }
        String whole = "x".repeat(1500);
        assertThat(new Refusal(whole)).hasMessage(whole);
    }
}
