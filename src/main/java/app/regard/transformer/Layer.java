package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.transformer.floats.Activations;
import app.regard.transformer.floats.AlignedRows;
import app.regard.transformer.floats.Product;
import app.regard.transformer.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
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
        together(x, buffers, workers, i -> mixed[i] = joined(sum[i], x[i], headsNorm));
        float[][] read = decoder ? mapsNorm.of(mixed) : mixed;
        float[][] inner = buffers.inner();
        up.of(read, 0, inner, buffers, workers, i -> sizes.activation()
                .on(inner[i], AlignedRows.BEFORE, inner[i].length));
        float[][] y = new float[x.length][];
        down.of(inner, AlignedRows.FIRST, sum, buffers, workers, i -> y[i] = joined(sum[i], mixed[i], mapsNorm));
        return y;
    }

    /** What the heads give together, W_O and b_O done, before the residual is added: (n, d_model). */
    float[][] attended(float[][] x, Workers workers) {
        PassBuffers buffers = new PassBuffers(sizes, x.length, workers.size());
        float[][] y = new float[x.length][];
        together(x, buffers, workers, i -> y[i] = numbers(buffers.sum()[i], sizes.width()));
        return y;
    }

    /** Puts what the heads give together, W_O and b_O done, into the sum. */
    private void together(float[][] x, PassBuffers buffers, Workers workers, IntConsumer then) {
        context(x, buffers, workers);
        output.of(buffers.context(), AlignedRows.FIRST, buffers.sum(), buffers, workers, then);
    }

    /** Puts the heads' outputs side by side, (n, d_model). */
    private void context(float[][] x, PassBuffers buffers, Workers workers) {
        project(x, buffers, workers);
        share(workers, buffers, (part, head) -> {
            weigh(buffers.projected(), head, part);
            blend(buffers.projected(), head, part, buffers.context());
        });
    }

    private void project(float[][] x, PassBuffers buffers, Workers workers) {
        projections.of(read(x), 0, buffers.projected(), buffers, workers, i -> {});
    }

    /** The weights of all heads for the layer's input, each with a row a key and a column a query: (heads, n, n). */
    float[][][] weights(float[][] x, Workers workers) {
        PassBuffers buffers = new PassBuffers(sizes, x.length, workers.size());
        project(x, buffers, workers);
        float[][][] all = new float[sizes.heads()][x.length][];
        share(workers, buffers, (part, head) -> {
            weigh(buffers.projected(), head, part);
            Arrays.setAll(all[head], j -> numbers(part.weights()[j], x.length));
        });
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

    /** The numbers of an aligned row alone. */
    private static float[] numbers(float[] row, int width) {
        return Arrays.copyOfRange(row, AlignedRows.FIRST, AlignedRows.FIRST + width);
    }

    private float[] joined(float[] row, float[] residual, LayerNorm norm) {
        float[] sum = new float[residual.length];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = row[AlignedRows.FIRST + j] + residual[j];
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
     */
    private void weigh(float[][] qkv, int head, PassBuffers.Part part) {
        int n = qkv.length;
        int first = head * sizes.headWidth();
        float[][] q = part.turned();
        float[][] a = part.weights();
        turn(qkv, first, q);
        for (float[] row : q) {
            for (int i = AlignedRows.BEFORE; i < row.length; i++) {
                row[i] /= root;
            }
        }
        for (float[] row : a) {
            Arrays.fill(row, 0);
        }
        // Kᵀ's rows with Q: the scores, transposed
        Product.add(qkv, AlignedRows.FIRST + sizes.width() + first, q, sizes.headWidth(), a, n, 0, n);
        softmax(a, part.columns(), sizes.family().decoder());
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
        Product.add(v, AlignedRows.FIRST, part.weights(), n, o, n, 0, o.length);
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < o.length; d++) {
                context[i][AlignedRows.FIRST + first + d] = o[d][AlignedRows.FIRST + i];
            }
        }
    }

    /** Writes the columns of a head as rows. */
    private static void turn(float[][] x, int first, float[][] t) {
        for (int i = 0; i < x.length; i++) {
            float[] row = x[i];
            for (int d = 0; d < t.length; d++) {
                t[d][AlignedRows.FIRST + i] = row[AlignedRows.FIRST + first + d];
            }
        }
    }

    /**
     * Each column becomes exponentials that sum to 1.
     *
     * @param columns (3, n), written over
     * @param causal whether a query sees no key after it
     */
    private static void softmax(float[][] a, float[][] columns, boolean causal) {
        float[] top = columns[0];
        float[] sum = columns[1];
        int end = top.length;
        for (int j = 1; causal && j < a.length; j++) {
            hide(a[j], j, Float.NEGATIVE_INFINITY);
        }
        System.arraycopy(a[0], 0, top, 0, end);
        for (float[] row : a) {
            for (int i = AlignedRows.BEFORE; i < end; i++) {
                top[i] = Math.max(top[i], row[i]);
            }
        }
        Arrays.fill(sum, 0);
        for (int j = 0; j < a.length; j++) {
            float[] row = a[j];
            Activations.exponential(row, top, columns[2], AlignedRows.BEFORE, end);
            if (causal) {
                hide(row, j, 0); // not the smallest number that an exponential gives
            }
            for (int i = AlignedRows.BEFORE; i < end; i++) {
                sum[i] += row[i];
            }
        }
        for (int i = AlignedRows.BEFORE; i < end; i++) {
            sum[i] = 1 / sum[i];
        }
        for (float[] row : a) {
            for (int i = AlignedRows.BEFORE; i < end; i++) {
                row[i] *= sum[i];
            }
        }
    }

    /** What the queries before a key have of it. */
    private static void hide(float[] row, int key, float value) {
        Arrays.fill(row, AlignedRows.FIRST, AlignedRows.FIRST + key, value);
    }
}
