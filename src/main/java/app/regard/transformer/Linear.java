package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.transformer.floats.AlignedRows;
import app.regard.transformer.floats.Product;
import app.regard.transformer.tensor.Tensors;
import java.util.List;
import java.util.function.IntConsumer;

/** One trained linear map on rows of floats: x ↦ x·W + b. */
final class Linear {
    private final float[][] w; // (d_in, d_out)
    private final float[] b; // (d_out)

    private Linear(float[][] w, float[] b) {
        this.w = w;
        this.b = b;
    }

    /**
     * Maps of the same input in a model's file, side by side as one.
     *
     * @param out how many numbers each of them gives
     */
    static Linear of(Tensors file, List<String> names, int in, int out) {
        int width = names.size() * out;
        float[][] w = {};
        float[] b = {};
        for (int i = 0; i < names.size(); i++) {
            float[][] part = file.linear(names.get(i), in, out);
            float[] bias = file.vector(names.get(i) + ".bias", out);
            if (names.size() == 1) {
                return new Linear(part, bias);
            }
            if (i == 0) { // no sooner: now the file has shown that it has such numbers
                w = new float[in][width];
                b = new float[width];
            }
            for (int k = 0; k < in; k++) {
                System.arraycopy(part[k], 0, w[k], i * out, out);
            }
            System.arraycopy(bias, 0, b, i * out, out);
        }
        return new Linear(w, b);
    }

    float weight(int k, int j) {
        return w[k][j];
    }

    float bias(int j) {
        return b[j];
    }

    /**
     * Maps every row. A few rows of W at a time are copied to where they are aligned, which costs less than it gives from some
     * ten tokens on.
     *
     * @param x (n, at least first + d_in)
     * @param y (n, d_out), {@linkplain AlignedRows aligned}, written over
     * @param then what is done with each row of the result while it is at hand; given its place
     */
    void of(float[][] x, int first, float[][] y, PassBuffers buffers, Workers workers, IntConsumer then) {
        int parts = buffers.size();
        workers.each(parts, part -> {
            int from = x.length * part / parts;
            int to = x.length * (part + 1) / parts;
            for (int i = from; i < to; i++) {
                System.arraycopy(b, 0, y[i], AlignedRows.FIRST, b.length);
            }
            Product.add(x, first, w, buffers.part(part).matrix(), y, b.length, from, to);
            for (int i = from; i < to; i++) {
                then.accept(i);
            }
        });
    }
}
