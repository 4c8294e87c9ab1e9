package app.regard.transformer;

import app.regard.engine.Workers;
import java.util.List;

/** One layer of the encoder: twelve heads side by side, then two maps for each token alone, each with its residual. */
final class Layer {
    private static final float ROOT = (float) Math.sqrt(Shape.HEAD);

    private final Linear projections; // queries, keys and values of all heads side by side, (384, 3·384)
    private final Linear output; // W_O, (384, 384)
    private final LayerNorm afterHeads;
    private final Linear up; // (384, 1536)
    private final Linear down; // (1536, 384)
    private final LayerNorm afterMaps;

    private Layer(
            Linear projections, Linear output, LayerNorm afterHeads, Linear up, Linear down, LayerNorm afterMaps) {
        this.projections = projections;
        this.output = output;
        this.afterHeads = afterHeads;
        this.up = up;
        this.down = down;
        this.afterMaps = afterMaps;
    }

    static Layer of(Onnx file, int layer) {
        String at = "encoder.layer." + layer + ".";
        List<Linear> three = List.of("query", "key", "value").stream()
                .map(part -> linear(file, layer, "attention.self." + part, Shape.WIDTH, Shape.WIDTH))
                .toList();
        return new Layer(
                Linear.concatenate(three.toArray(new Linear[0])),
                linear(file, layer, "attention.output.dense", Shape.WIDTH, Shape.WIDTH),
                norm(file, at + "attention.output.LayerNorm"),
                linear(file, layer, "intermediate.dense", Shape.WIDTH, Shape.INNER),
                linear(file, layer, "output.dense", Shape.INNER, Shape.WIDTH),
                norm(file, at + "output.LayerNorm"));
    }

    static LayerNorm norm(Onnx file, String name) {
        return new LayerNorm(file.vector(name + ".weight", Shape.WIDTH), file.vector(name + ".bias", Shape.WIDTH));
    }

    private static Linear linear(Onnx file, int layer, String part, int in, int out) {
        return new Linear(
                file.matrix("/encoder/layer." + layer + "/" + part.replace('.', '/') + "/MatMul", in, out),
                file.vector("encoder.layer." + layer + "." + part + ".bias", out));
    }

    /** W and b of all queries (0), keys (1) or values (2): number (k, j), or the bias where k is −1. */
    double projection(int which, int k, int j) {
        int column = which * Shape.WIDTH + j;
        return k < 0 ? projections.bias(column) : projections.weight(k, column);
    }

    /** The number (k, j) of W_O, or of its bias where k is −1. */
    double output(int k, int j) {
        return k < 0 ? output.bias(j) : output.weight(k, j);
    }

    /**
     * The layer's output for its input.
     *
     * @param x (n, 384)
     * @param weights the heads' weights are put here: of each head a row a key and a column a query, (12, n, n)
     * @return (n, 384), fresh
     */
    float[][] of(float[][] x, float[][][] weights, Workers workers) {
        int n = x.length;
        float[][] qkv = projections.of(x, workers, (row, i) -> {}); // (n, 3·384)
        float[][] context = new float[n][Shape.WIDTH]; // the heads' outputs side by side
        workers.each(Shape.HEADS, head -> weights[head] = head(qkv, head * Shape.HEAD, context));
        float[][] mixed = output.of(context, workers, (row, i) -> afterHeads.addAndNormalise(row, x[i]));
        float[][] inner = up.of(mixed, workers, (row, i) -> Activations.gelu(row));
        return down.of(inner, workers, (row, i) -> afterMaps.addAndNormalise(row, mixed[i]));
    }

    /**
     * One head, with rows for keys and columns for queries throughout: so that every step runs along whole rows.
     *
     * @return its weights, transposed: (m keys, n queries)
     */
    private static float[][] head(float[][] qkv, int first, float[][] context) {
        int n = qkv.length;
        float[][] q = turned(qkv, first); // (32, n)
        for (float[] row : q) {
            for (int i = 0; i < n; i++) {
                row[i] /= ROOT;
            }
        }
        float[][] a = new float[n][n]; // Kᵀ's rows with Q: the scores, transposed
        Product.add(qkv, Shape.WIDTH + first, q, Shape.HEAD, a, 0, n);
        softmax(a);
        float[][] o = new float[Shape.HEAD][n]; // Vᵀ·Aᵀ: the outputs, transposed
        Product.add(turned(qkv, 2 * Shape.WIDTH + first), 0, a, n, o, 0, Shape.HEAD);
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < Shape.HEAD; d++) {
                context[i][first + d] = o[d][i];
            }
        }
        return a;
    }

    /** Columns {@code first} to {@code first} + 31, as rows. */
    private static float[][] turned(float[][] x, int first) {
        float[][] t = new float[Shape.HEAD][x.length];
        for (int i = 0; i < x.length; i++) {
            float[] row = x[i];
            for (int d = 0; d < Shape.HEAD; d++) {
                t[d][i] = row[first + d];
            }
        }
        return t;
    }

    /** Each column becomes exponentials that sum to 1. */
    private static void softmax(float[][] a) {
        float[] top = a[0].clone();
        for (float[] row : a) {
            for (int i = 0; i < top.length; i++) {
                top[i] = Math.max(top[i], row[i]);
            }
        }
        float[] sum = new float[top.length];
        float[] scratch = new float[top.length];
        for (float[] row : a) {
            Activations.exponential(row, top, scratch);
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
