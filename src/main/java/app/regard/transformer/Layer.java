package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.transformer.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;

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
        projections = Linear.of(
                file, names.projections().stream().map(part -> at + part).toList(), width, share);
        output = Linear.of(file, List.of(at + names.output()), width, width);
        headsNorm = LayerNorm.of(file, at + names.norms().get(0), width, sizes.epsilon());
        up = Linear.of(file, List.of(at + names.up()), width, inner);
        down = Linear.of(file, List.of(at + names.down()), inner, width);
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
    float[][] of(float[][] x, PassBuffers buffers, Workers workers) {
        boolean decoder = sizes.family().decoder();
        float[][] sum = buffers.sum();
        float[][] mixed = new float[x.length][];
        context(x, buffers, workers);
        output.of(buffers.context(), sum, workers, i -> mixed[i] = joined(sum[i], x[i], headsNorm));
        float[][] read = decoder ? mapsNorm.of(mixed) : mixed;
        float[][] inner = buffers.inner();
        up.of(read, inner, workers, i -> sizes.activation().on(inner[i]));
        float[][] y = new float[x.length][];
        down.of(inner, sum, workers, i -> y[i] = joined(sum[i], mixed[i], mapsNorm));
        return y;
    }

    /** What the heads give together, W_O and b_O done, before the residual is added: (n, d_model). */
    float[][] attended(float[][] x, Workers workers) {
        PassBuffers buffers = new PassBuffers(sizes, x.length, workers.size());
        float[][] y = new float[x.length][];
        context(x, buffers, workers);
        output.of(
                buffers.context(), buffers.sum(), workers, i -> y[i] = Arrays.copyOf(buffers.sum()[i], sizes.width()));
        return y;
    }

    /** Puts the heads' outputs side by side, (n, d_model). */
    private void context(float[][] x, PassBuffers buffers, Workers workers) {
        project(x, buffers, workers);
        share(workers, buffers, (part, head) -> {
            weigh(buffers.projected(), head, part.turned(), part.weights());
            blend(buffers.projected(), head, part, buffers.context());
        });
    }

    private void project(float[][] x, PassBuffers buffers, Workers workers) {
        projections.of(read(x), buffers.projected(), workers, i -> {});
    }

    /** The weights of all heads for the layer's input, each with a row a key and a column a query: (heads, n, n). */
    float[][][] weights(float[][] x, Workers workers) {
        PassBuffers buffers = new PassBuffers(sizes, x.length, workers.size());
        project(x, buffers, workers);
        float[][][] all = new float[sizes.heads()][x.length][x.length];
        share(workers, buffers, (part, head) -> weigh(buffers.projected(), head, part.turned(), all[head]));
        return all;
    }

    /** Does something for every head, the heads shared out among the workers. */
    private void share(Workers workers, PassBuffers buffers, ObjIntConsumer<PassBuffers.Part> work) {
        int parts = buffers.size();
        workers.each(parts, part -> {
            for (int head = part; head < sizes.heads(); head += parts) {
                work.accept(buffers.part(part), head);
            }
        });
    }

    private float[] joined(float[] row, float[] residual, LayerNorm norm) {
        float[] sum = new float[residual.length];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = row[j] + residual[j];
        }
        if (!sizes.family().decoder()) {
            norm.normalise(sum);
        }
        return sum;
    }

    /**
     * One head's weights, with rows for keys and columns for queries throughout: so that every step runs along whole rows.
     *
     * @param qkv (n, 3·d_model)
     * @param q (d_k, at least n), written over
     * @param a (m keys, at least n queries), written over
     */
    private void weigh(float[][] qkv, int head, float[][] q, float[][] a) {
        int n = qkv.length;
        int first = head * sizes.headWidth();
        turn(qkv, first, q);
        for (float[] row : q) {
            for (int i = 0; i < n; i++) {
                row[i] /= root;
            }
        }
        for (float[] row : a) {
            Arrays.fill(row, 0);
        }
        // Kᵀ's rows with Q: the scores, transposed
        Product.add(qkv, sizes.width() + first, q, sizes.headWidth(), a, n, 0, n);
        softmax(a, sizes.family().decoder());
    }

    /** The head's outputs, put in its columns of the context. */
    private void blend(float[][] qkv, int head, PassBuffers.Part part, float[][] context) {
        int n = qkv.length;
        int first = head * sizes.headWidth();
        float[][] v = part.turned();
        float[][] o = part.outputs(); // Vᵀ·Aᵀ: the outputs, transposed
        turn(qkv, 2 * sizes.width() + first, v);
        for (float[] row : o) {
            Arrays.fill(row, 0);
        }
        Product.add(v, 0, part.weights(), n, o, n, 0, o.length);
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < o.length; d++) {
                context[i][first + d] = o[d][i];
            }
        }
    }

    /** Writes the columns of a head as rows. */
    private static void turn(float[][] x, int first, float[][] t) {
        for (int i = 0; i < x.length; i++) {
            float[] row = x[i];
            for (int d = 0; d < t.length; d++) {
                t[d][i] = row[first + d];
            }
        }
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
        float[] top = Arrays.copyOf(a[0], a.length); // as many queries as keys; what a row has beyond is no score
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
