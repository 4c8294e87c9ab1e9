package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.transformer.tensor.Tensors;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** One trained linear map on rows of floats: x ↦ x·W + b. */
final class Linear {
    private final float[][] w; // (d_in, d_out)
    private final float[] b; // (d_out)

    Linear(float[][] w, float[] b) {
        this.w = w;
        this.b = b;
    }

    /** The map of a name in a model's file. */
    static Linear of(Tensors file, String name, int in, int out) {
        return new Linear(file.linear(name, in, out), file.vector(name + ".bias", out));
    }

    /** Several maps of the same input side by side, as one. */
    static Linear concatenate(List<Linear> maps) {
        if (maps.size() == 1) {
            return maps.get(0);
        }
        int width = maps.stream().mapToInt(map -> map.b.length).sum();
        float[][] w = new float[maps.get(0).w.length][width];
        float[] b = new float[width];
        int at = 0;
        for (Linear map : maps) {
            System.arraycopy(map.b, 0, b, at, map.b.length);
            for (int k = 0; k < w.length; k++) {
                System.arraycopy(map.w[k], 0, w[k], at, map.b.length);
            }
            at += map.b.length;
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
     * Maps every row.
     *
     * @param x (n, d_in)
     * @param then what is done to each row of the result, (d_out), while it is at hand; given the row and its place
     * @return (n, d_out)
     */
    float[][] of(float[][] x, Workers workers, ObjIntConsumer<float[]> then) {
        float[][] y = new float[x.length][];
        int parts = workers.size();
        workers.each(parts, part -> {
            int from = x.length * part / parts;
            int to = x.length * (part + 1) / parts;
            for (int i = from; i < to; i++) {
                y[i] = b.clone();
            }
            Product.add(x, 0, w, w.length, y, from, to);
            for (int i = from; i < to; i++) {
                then.accept(y[i], i);
            }
        });
        return y;
    }
}
