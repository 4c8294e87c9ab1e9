package app.regard.engine;

import java.util.Random;

/**
 * A small network of attention alone that reads tokens: embeddings, maybe positions, layers of one head, logits. One equation a
 * line, one text at a time; the backward pass stands in {@link TextGradients}.
 */
public final class TextNetwork {
    /** How a token's place comes into its vector. */
    public enum Places {
        /** Not at all. */
        NONE,
        /** Sines and cosines, as in the paper. */
        SINUSOIDS,
        /** A vector for each place, learned as all others are. */
        LEARNED
    }

    /**
     * The sizes of a network.
     *
     * @param longest how many tokens a text has at most
     * @param decoder whether a token sees only itself and those before it, and what a layer makes is added, through W_O, to what it
     *     read; else every token sees all, and the head's output is all there is
     */
    public record Shape(
            int vocabulary, int outputs, int longest, int width, int dk, int layers, Places places, boolean decoder) {
        public Shape {
            if (!decoder && layers != 1) {
                throw new IllegalArgumentException("without a residual stream there is one layer, not " + layers);
            }
        }

        private int read() {
            return decoder ? width : dk; // what the logits are made of; values are as wide as keys
        }
    }

    private final Shape shape;
    private final Parameters p;
    private final double[][] sinusoids;

    TextNetwork(Shape shape, Parameters p) {
        this.shape = shape;
        this.p = p;
        double[] all = Sinusoids.of(shape.longest, shape.width).toArray();
        sinusoids = new double[shape.longest][shape.width];
        for (int i = 0; i < sinusoids.length; i++) {
            System.arraycopy(all, i * shape.width, sinusoids[i], 0, shape.width);
        }
    }

    /** Parameters to begin with: normal numbers of a standard deviation, biases 0. */
    static Parameters drawn(Shape s, double deviation, Random random) {
        Parameters p = new Parameters();
        p.draw("E", s.vocabulary, s.width, deviation, random);
        if (s.places == Places.LEARNED) {
            p.draw("P", s.longest, s.width, deviation, random);
        }
        for (int l = 0; l < s.layers; l++) {
            p.draw("W_Q" + l, s.width, s.dk, deviation, random);
            p.draw("W_K" + l, s.width, s.dk, deviation, random);
            p.draw("W_V" + l, s.width, s.dk, deviation, random);
            if (s.decoder) {
                p.draw("W_O" + l, s.dk, s.width, deviation, random);
            }
        }
        p.draw("U", s.read(), s.outputs, deviation, random);
        p.zero("b", 1, s.outputs);
        return p;
    }

    public Shape shape() {
        return shape;
    }

    public Parameters parameters() {
        return p;
    }

    /** What one layer reads and makes of a text; a row a token, or where it is the last layer a row a place that is asked. */
    static final class LayerPass {
        final double[][] x;
        final int[] asked;
        final double[][] q;
        final double[][] k;
        final double[][] v;
        final double[][] a;
        final double[][] z;
        final double[][] out;

        LayerPass(TextNetwork net, int l, double[][] x, int[] asked, boolean cut) {
            this.x = x;
            this.asked = asked;
            Shape s = net.shape;
            double[][] xr = rows(x, asked);
            q = Rows.times(xr, net.p.of("W_Q" + l)); // (r, d_k)  Q = X·W_Q of the rows that ask
            k = Rows.times(x, net.p.of("W_K" + l)); // (n, d_k)  K = X·W_K
            v = Rows.times(x, net.p.of("W_V" + l)); // (n, d_k)  V = X·W_V
            a = Rows.times(q, Rows.turned(k)); // (r, n)  S = Q·Kᵀ
            double root = Math.sqrt(s.dk);
            for (int i = 0; i < asked.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    a[i][j] /= root; // S / √d_k
                }
                Softmax.apply(a[i], s.decoder ? asked[i] + 1 : x.length); // A
            }
            z = Rows.times(a, v); // (r, d_k)  Z = A·V
            out = s.decoder ? xr : z;
            if (s.decoder && !cut) {
                double[][] o = net.p.of("W_O" + l);
                for (int i = 0; i < asked.length; i++) {
                    Rows.add(out[i], z[i], o); // (r, d)  X + Z·W_O
                }
            }
        }
    }

    static double[][] rows(double[][] x, int[] which) {
        double[][] rows = new double[which.length][];
        for (int i = 0; i < which.length; i++) {
            rows[i] = x[which[i]].clone();
        }
        return rows;
    }

    /** What the network makes of a text. */
    public static final class Pass {
        final LayerPass[] layers;
        final double[][] logits;

        Pass(LayerPass[] layers, double[][] logits) {
            this.layers = layers;
            this.logits = logits;
        }

        /** The logit of an output at the k-th place that was asked. */
        public double logit(int k, int output) {
            return logits[k][output];
        }

        /** The weight with which the k-th place that was asked looks at a place; in a layer below the last, the k-th token. */
        public double weight(int layer, int k, int place) {
            return layers[layer].a[k][place];
        }

        /** What a layer reads: a copy, a row a token. */
        public double[][] read(int layer) {
            return Rows.copy(layers[layer].x);
        }

        /** The output with the largest logit at the k-th place that was asked. */
        public int best(int k) {
            int best = 0;
            for (int o = 1; o < logits[k].length; o++) {
                best = logits[k][o] > logits[k][best] ? o : best;
            }
            return best;
        }
    }

    /** Reads a text and answers at the places where it is asked. */
    public Pass read(AskedText text) {
        return read(text.tokens(), text.asked(), -1);
    }

    /** The same with a layer that adds nothing; −1 for none. */
    public Pass read(AskedText text, int cut) {
        return read(text.tokens(), text.asked(), cut);
    }

    /** Reads tokens and answers at every place. */
    public Pass readAll(AskedText text) {
        return read(text.tokens(), all(text.size()), -1);
    }

    static int[] all(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }

    private Pass read(int[] tokens, int[] asked, int cut) {
        double[][] x = rows(p.of("E"), tokens); // (n, d)  X = E[tokens] + P
        if (shape.places != Places.NONE) {
            double[][] places = shape.places == Places.LEARNED ? p.of("P") : sinusoids;
            for (int t = 0; t < tokens.length; t++) {
                Rows.addOne(x[t], 1, places[t]);
            }
        }
        LayerPass[] layers = new LayerPass[shape.layers];
        for (int l = 0; l < shape.layers; l++) {
            int[] rows = l == shape.layers - 1 ? asked : all(tokens.length);
            layers[l] = new LayerPass(this, l, x, rows, l == cut);
            x = layers[l].out;
        }
        double[][] logits = Rows.times(x, p.of("U")); // (r, outputs)  L = X·U + b
        for (double[] row : logits) {
            Rows.addOne(row, 1, p.of("b")[0]);
        }
        return new Pass(layers, logits);
    }
}
