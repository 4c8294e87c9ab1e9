package app.regard.file.array;

import app.regard.trace.Matrix;
import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;

/**
 * A rectangle of an array's numbers, wherever they lie: one head of many, in any order of the indices.
 *
 * @param from the place of its first number
 * @param down how many numbers lie between one row and the next
 * @param across how many lie between one column and the next
 */
public record Slice(Stored of, long from, int rows, long down, int cols, long across) {
    /** So much is read at once. */
    private static final int CHUNK = 1 << 22;

    /** The same rectangle with rows and columns exchanged. */
    public Slice transposed() {
        return new Slice(of, from, cols, across, rows, down);
    }

    /**
     * Reads the numbers. What lies between them is passed over in pieces, so that no more is in memory than the rectangle
     * and one piece.
     *
     * @param each what becomes of each number
     * @throws app.regard.trace.Refusal if they cannot be read
     */
    public Matrix read(DoubleUnaryOperator each) {
        if (across > down) { // column by column: read so, and turned
            Matrix turned = transposed().read(each);
            return Matrix.fill(rows, cols, (i, j) -> turned.at(j, i));
        }
        long last = from + (rows - 1) * down + (cols - 1) * across;
        Piece piece = new Piece(of, last + 1);
        return Matrix.fill(rows, cols, (i, j) -> each.applyAsDouble(piece.at(from + i * down + j * across)));
    }

    /** The part of the array that is in memory; places are asked for in ascending order. */
    private static final class Piece {
        private final Stored of;
        private final long beyond;
        private final int size;
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private long start;
        private long end;

        Piece(Stored of, long beyond) {
            this.of = of;
            this.beyond = beyond;
            this.size = of.kind().size();
        }

        double at(long place) {
            if (place >= end) {
                start = place;
                end = Math.min(beyond, place + CHUNK / size);
                bytes = of.bytes().read(start * size, (int) (end - start) * size);
            }
            return of.kind().reader().number(bytes, (int) (place - start) * size);
        }
    }
}
