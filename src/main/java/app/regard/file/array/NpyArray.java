package app.regard.file.array;

import app.regard.trace.Grid;
import java.nio.ByteBuffer;
import java.util.List;

/** An array in memory, of up to four dimensions, its numbers kept as in the file. */
public final class NpyArray {
    private final NpyHeader header;
    private final List<Long> strides;
    private final ByteBuffer data;

    NpyArray(NpyHeader header, byte[] data) {
        this.header = header;
        this.strides = header.strides();
        this.data = ByteBuffer.wrap(data).order(header.type().order());
    }

    /** The sizes; none for a single number. */
    public List<Integer> shape() {
        return header.shape();
    }

    /** One number, an index for each dimension. */
    public double at(int... index) {
        if (index.length != strides.size()) {
            throw new IndexOutOfBoundsException(index.length + " indices in " + strides.size() + " dimensions");
        }
        return number(place(index));
    }

    /**
     * The last two dimensions as a grid: {@code grid()} of a matrix, {@code grid(layer, head)} of four dimensions. A list
     * of numbers is one column.
     *
     * @param leading an index for each dimension but the last two
     */
    public Grid grid(int... leading) {
        int down = Math.max(0, strides.size() - 2);
        if (leading.length != down) {
            throw new IndexOutOfBoundsException(
                    leading.length + " indices lead to no matrix in " + strides.size() + " dimensions");
        }
        return new Plane(
                this,
                size(down),
                size(down + 1),
                place(leading),
                down < strides.size() ? strides.get(down) : 0,
                down + 1 < strides.size() ? strides.get(down + 1) : 0);
    }

    private int size(int dimension) {
        return dimension < strides.size() ? header.shape().get(dimension) : 1;
    }

    private long place(int... index) {
        long place = 0;
        for (int d = 0; d < index.length; d++) {
            if (index[d] < 0 || index[d] >= size(d)) {
                throw new IndexOutOfBoundsException("no index " + index[d] + " in a dimension of " + size(d));
            }
            place += index[d] * strides.get(d);
        }
        return place;
    }

    private double number(long place) {
        return header.type().read(data, (int) place * header.type().size());
    }

    private record Plane(NpyArray array, int rows, int cols, long start, long down, long across) implements Grid {
        @Override
        public double at(int i, int j) {
            if (i < 0 || i >= rows || j < 0 || j >= cols) {
                throw new IndexOutOfBoundsException("no cell " + i + ", " + j + " in " + rows + " × " + cols);
            }
            return array.number(start + i * down + j * across);
        }
    }
}
