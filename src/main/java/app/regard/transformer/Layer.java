package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.transformer.tensor.Tensors;
import java.util.Arrays;

/**
 * One layer of a model: heads side by side, then two maps for each token alone, each half with its residual. An encoder
 * normalises what a half gives, with the residual (Devlin et al. 2019); a decoder what it reads, and no token sees one
 * after it (Radford et al. 2019).
 */
final class Layer {
    private final ModelConfig sizes;
    private final float root; // √d_k
    private final Linear projections; // queries, keys and values of all heads side by side, (d_model, 3·d_model)
    private final Linear output; // W_O, (d_model, d_model)
    private final LayerNorm headsNorm;
    private final Linear up; // (d_model, d_inner)
    private final Linear down; // (d_inner, d_model)
    private final LayerNorm mapsNorm;

    private Layer(ModelConfig sizes, Tensors file, String at) {
        TensorNames names = sizes.family().names();
        int width = sizes.width();
        int inner = sizes.inner();
        this.sizes = sizes;
        root = (float) Math.sqrt(sizes.headWidth());
        int share = 3 * width / names.projections().size();
        projections = Linear.concatenate(names.projections().stream()
                .map(part -> Linear.of(file, at + part, width, share))
                .toList());
        output = Linear.of(file, at + names.output(), width, width);
        headsNorm = LayerNorm.of(file, at + names.norms().get(0), width, sizes.epsilon());
        up = Linear.of(file, at + names.up(), width, inner);
        down = Linear.of(file, at + names.down(), inner, width);
        mapsNorm = LayerNorm.of(file, at + names.norms().get(1), width, sizes.epsilon());
    }

    /** @param at what stands before the names of the layer's tensors */
    static Layer of(ModelConfig sizes, Tensors file, String at) {
        return new Layer(sizes, file, at);
    }

    /** W and b of all queries (0), keys (1) or values (2): number (k, j), or the bias where k is −1. */
    double projection(int which, int k, int j) {
        int column = which * sizes.width() + j;
        return k < 0 ? projections.bias(column) : projections.weight(k, column);
    }

    /** The number (k, j) of W_O, or of its bias where k is −1. */
    double output(int k, int j) {
        return k < 0 ? output.bias(j) : output.weight(k, j);
    }

    /** What the heads read of the layer's input, (n, d_model). */
    float[][] read(float[][] x) {
        return sizes.family().decoder() ? headsNorm.of(x) : x;
    }

    /**
     * The layer's output for its input.
     *
     * @param x (n, d_model)
     * @return (n, d_model), fresh
     */
    float[][] of(float[][] x, Workers workers) {
        boolean decoder = sizes.family().decoder();
        float[][] mixed = output.of(context(x, workers), workers, (row, i) -> join(row, x[i], headsNorm, decoder));
        float[][] read = decoder ? mapsNorm.of(mixed) : mixed;
        float[][] inner = up.of(read, workers, (row, i) -> sizes.activation().on(row));
        return down.of(inner, workers, (row, i) -> join(row, mixed[i], mapsNorm, decoder));
    }

    /** What the heads give together, W_O and b_O done, before the residual is added: (n, d_model). */
    float[][] attended(float[][] x, Workers workers) {
        return output.of(context(x, workers), workers, (row, i) -> {});
    }

    /** The heads' outputs side by side, (n, d_model). */
    private float[][] context(float[][] x, Workers workers) {
        float[][] qkv = projections.of(read(x), workers, (row, i) -> {}); // (n, 3·d_model)
        float[][] context = new float[x.length][sizes.width()];
        workers.each(sizes.heads(), head -> blend(qkv, weights(qkv, head), head, context));
        return context;
    }

    /** The weights of all heads for the layer's input, each with a row a key and a column a query: (heads, n, n). */
    float[][][] weights(float[][] x, Workers workers) {
        float[][] qkv = projections.of(read(x), workers, (row, i) -> {});
        float[][][] all = new float[sizes.heads()][][];
        workers.each(all.length, head -> all[head] = weights(qkv, head));
        return all;
    }

    private static void join(float[] row, float[] residual, LayerNorm norm, boolean decoder) {
        for (int j = 0; j < row.length; j++) {
            row[j] += residual[j];
        }
        if (!decoder) {
            norm.normalise(row);
        }
    }

    /**
     * One head's weights, with rows for keys and columns for queries throughout: so that every step runs along whole rows.
     *
     * @return (m keys, n queries)
     */
    private float[][] weights(float[][] qkv, int head) {
        int n = qkv.length;
        int first = head * sizes.headWidth();
        float[][] q = turned(qkv, first); // (d_k, n)
        for (float[] row : q) {
            for (int i = 0; i < n; i++) {
                row[i] /= root;
            }
        }
        float[][] a = new float[n][n]; // Kᵀ's rows with Q: the scores, transposed
        Product.add(qkv, sizes.width() + first, q, sizes.headWidth(), a, 0, n);
        softmax(a, sizes.family().decoder());
        return a;
    }

    /** The head's outputs, put in its columns of the context. */
    private void blend(float[][] qkv, float[][] a, int head, float[][] context) {
        int n = qkv.length;
        int first = head * sizes.headWidth();
        float[][] o = new float[sizes.headWidth()][n]; // Vᵀ·Aᵀ: the outputs, transposed
        Product.add(turned(qkv, 2 * sizes.width() + first), 0, a, n, o, 0, o.length);
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < o.length; d++) {
                context[i][first + d] = o[d][i];
            }
        }
    }

    /** The columns of a head, as rows. */
    private float[][] turned(float[][] x, int first) {
        float[][] t = new float[sizes.headWidth()][x.length];
        for (int i = 0; i < x.length; i++) {
            float[] row = x[i];
            for (int d = 0; d < t.length; d++) {
                t[d][i] = row[first + d];
            }
        }
        return t;
    }

    /**
     * Each column becomes exponentials that sum to 1.
     *
     * @param causal whether a query sees no key after it
     */
    private static void softmax(float[][] a, boolean causal) {
        for (int j = 1; causal && j < a.length; j++) {
            Arrays.fill(a[j], 0, j, Float.NEGATIVE_INFINITY);
        }
        float[] top = a[0].clone();
        for (float[] row : a) {
            for (int i = 0; i < top.length; i++) {
                top[i] = Math.max(top[i], row[i]);
            }
        }
        float[] sum = new float[top.length];
        float[] scratch = new float[top.length];
        for (int j = 0; j < a.length; j++) {
            float[] row = a[j];
            Activations.exponential(row, top, scratch);
            if (causal) {
                Arrays.fill(row, 0, j, 0); // not the smallest number that an exponential gives
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 1 / sum[i];
        }
        for (float[] row : a) {
            for (int i = 0; i < sum.length; i++) {
                row[i] *= sum[i];
            }
        }
    }
}
