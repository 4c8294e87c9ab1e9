package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import app.regard.engine.Workers;
import app.regard.trace.Grid;
import app.regard.trace.Progress;
import app.regard.transformer.floats.Activations;
import app.regard.transformer.floats.AlignedRows;
import app.regard.transformer.floats.Product;
import app.regard.transformer.tensor.Tensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pass, its weights and what its heads give, held to one number after the other computed plainly: bit for bit, whatever the sizes. */
class PassBitsTest {
    private static final int VOCABULARY = 9;

    /** Numbers by name, drawn when they are first asked for. */
    private static final class Drawn implements Tensors {
        private final Random random = new Random(3);
        private final Map<String, float[][]> all = new HashMap<>();

        private float[][] of(String name, int rows, int cols) {
            return all.computeIfAbsent(name, any -> {
                float[][] drawn = new float[rows][cols];
                for (float[] row : drawn) {
                    for (int j = 0; j < cols; j++) {
                        row[j] = (float) random.nextGaussian() * 0.3f;
                    }
                }
                return drawn;
            });
        }

        @Override
        public boolean has(String name) {
            return !name.startsWith("bert.") && !name.startsWith("transformer.");
        }

        @Override
        public float[] vector(String name, int length) {
            return of(name, 1, length)[0];
        }

        @Override
        public float[][] linear(String name, int in, int out) {
            return of(name, in, out);
        }

        @Override
        public Rows table(String name, int rows, int cols) {
            float[][] table = of(name, rows, cols);
            return places -> IntStream.of(places).mapToObj(i -> table[i]).toArray(float[][]::new);
        }
    }

    /** The same layers as the formulas have them; what it gives is left in its fields. */
    private static final class Plain {
        private final ModelConfig sizes;
        private final Drawn file;
        private final float[][][] weights; // of the layer that was computed last: (heads, n queries, m keys)
        private float[][] attended = {};

        private Plain(ModelConfig sizes, Drawn file) {
            this.sizes = sizes;
            this.file = file;
            weights = new float[sizes.heads()][][];
        }

        private float[][] map(float[][] x, String name, int in, int out) {
            float[][] w = file.linear(name, in, out);
            float[] b = file.vector(name + ".bias", out);
            float[][] y = new float[x.length][out];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < out; j++) {
                    y[i][j] = b[j];
                    for (int k = 0; k < in; k++) {
                        y[i][j] = Math.fma(x[i][k], w[k][j], y[i][j]);
                    }
                }
            }
            return y;
        }

        private float[][] norm(float[][] x, String name) {
            return LayerNorm.of(file, name, sizes.width(), sizes.epsilon()).of(x);
        }

        private static float[][] sum(float[][] a, float[][] b) {
            float[][] sum = new float[a.length][a[0].length];
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                    sum[i][j] = a[i][j] + b[i][j];
                }
            }
            return sum;
        }

        private float[][] head(float[][] q, float[][] k, float[][] v, int head, float[][] context) {
            int d = sizes.headWidth();
            int first = head * d;
            int n = q.length;
            float[][] a = new float[n][n];
            for (int i = 0; i < n; i++) {
                int seen = sizes.family().decoder() ? i + 1 : n;
                float most = Float.NEGATIVE_INFINITY;
                for (int j = 0; j < seen; j++) {
                    for (int c = first; c < first + d; c++) {
                        a[i][j] = Math.fma(k[j][c], q[i][c] / (float) Math.sqrt(d), a[i][j]);
                    }
                    most = Math.max(most, a[i][j]);
                }
                float sum = 0;
                for (int j = 0; j < seen; j++) {
                    float[] one = {a[i][j]};
                    Activations.exponential(one, new float[] {most}, new float[1], 0, 1);
                    a[i][j] = one[0];
                    sum += one[0];
                }
                float share = 1 / sum;
                for (int j = 0; j < seen; j++) {
                    a[i][j] *= share;
                    for (int c = first; c < first + d; c++) {
                        context[i][c] = Math.fma(v[j][c], a[i][j], context[i][c]);
                    }
                }
            }
            return a;
        }

        float[][] layer(float[][] x, String at) {
            TensorNames names = sizes.family().names();
            boolean decoder = sizes.family().decoder();
            int width = sizes.width();
            float[][] read = decoder ? norm(x, at + names.norms().get(0)) : x;
            float[][][] qkv = new float[3][x.length][width];
            int share = 3 / names.projections().size() * width;
            for (int which = 0; which < names.projections().size(); which++) {
                float[][] part = map(read, at + names.projections().get(which), width, share);
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < share; j++) {
                        qkv[which + j / width][i][j % width] = part[i][j];
                    }
                }
            }
            float[][] context = new float[x.length][width];
            for (int head = 0; head < sizes.heads(); head++) {
                weights[head] = head(qkv[0], qkv[1], qkv[2], head, context);
            }
            attended = map(context, at + names.output(), width, width);
            float[][] mixed = sum(attended, x);
            mixed = decoder ? mixed : norm(mixed, at + names.norms().get(0));
            float[][] inner = map(
                    decoder ? norm(mixed, at + names.norms().get(1)) : mixed, at + names.up(), width, sizes.inner());
            for (float[] row : inner) {
                for (int j = 0; j < row.length; j++) {
                    float[] one = {row[j]};
                    sizes.activation().on(one, 0, 1);
                    row[j] = one[0];
                }
            }
            float[][] y = sum(map(inner, at + names.down(), sizes.inner(), width), mixed);
            return decoder ? y : norm(y, at + names.norms().get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BERT, 30, 3, 50, GELU, 1",
        "BERT, 30, 3, 50, RELU, 2",
        "BERT, 48, 1, 97, SILU, 17",
        "BERT, 20, 2, 16, GELU, 530",
        "BERT, 16, 16, 1, GELU_TANH, 33",
        "GPT2, 20, 2, 80, GELU_TANH, 1",
        "GPT2, 30, 3, 120, GELU_TANH, 34",
        "GPT2, 48, 1, 31, GELU, 4",
        "GPT2, 10, 1, 40, GELU, 530"
    })
    void isThatOfThePlainSums(Family family, int width, int heads, int inner, Activation activation, int n) {
        Outside.only(fused(), "this machine adds a term in two steps");
        ModelConfig sizes = new ModelConfig(family, 2, heads, width, inner, n, 0, VOCABULARY, 1, activation, 1e-5);
        Drawn file = new Drawn();
        LayerStack stack = LayerStack.of(sizes, file, Progress.NONE);
        Pieces pieces = new Pieces(
                "x".repeat(n),
                IntStream.range(0, n)
                        .mapToObj(i -> new Piece("x", i % VOCABULARY, i, i + 1, i))
                        .toList(),
                0);
        ModelShape shape = new ModelShape("it", "it", 2, heads, n, "", "");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Workers workers : List.of(Workers.ALONE, new Workers(threads, 1), new Workers(threads, 3))) {
                float[][][] inputs = stack.pass(pieces, workers, Progress.NONE);
                ForwardPass pass = new ForwardPass(shape, pieces, stack, inputs, workers);
                Plain plain = new Plain(sizes, file);
                for (int layer = 0; layer < 2; layer++) {
                    float[][] y = plain.layer(inputs[layer], family.names().layers() + layer + ".");
                    boolean last = layer == 1 && !family.names().last().isEmpty();
                    same(
                            pass.input(layer + 1),
                            last ? plain.norm(y, family.names().last()) : y);
                    same(pass.attended(layer), plain.attended);
                    for (int head = 0; head < heads; head++) {
                        same(pass.weights(layer, head).a(), plain.weights[head]);
                    }
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void same(Grid found, float[][] due) {
        assertThat(found.rows()).isEqualTo(due.length);
        assertThat(found.cols()).isEqualTo(due[0].length);
        for (int i = 0; i < due.length; i++) {
            for (int j = 0; j < due[i].length; j++) {
                if (Double.doubleToLongBits(found.at(i, j)) != Double.doubleToLongBits(due[i][j])) {
                    assertThat(found.at(i, j)).as("%d, %d", i, j).isEqualTo(due[i][j]);
                }
            }
        }
    }

    private static boolean fused() {
        float[][] one = AlignedRows.of(1, 1);
        float[][] sum = AlignedRows.of(1, 1);
        one[0][AlignedRows.FIRST] = 1 + 0x1p-13f;
        sum[0][AlignedRows.FIRST] = -1 - 0x1p-12f;
        Product.add(one, AlignedRows.FIRST, one, 1, sum, 1, 0, 1);
        return sum[0][AlignedRows.FIRST] != 0;
    }
}
