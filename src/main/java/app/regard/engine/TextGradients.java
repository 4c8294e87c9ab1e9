package app.regard.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gradients of the mean cross-entropy of a batch of texts by all parameters of a network. */
final class TextGradients {
    private final TextNetwork net;
    private final Parameters p;
    private final Parameters g;
    private final Map<String, double[][]> turned = new HashMap<>();
    private double loss;

    private TextGradients(TextNetwork net) {
        this.net = net;
        p = net.parameters();
        g = p.zeros();
    }

    /** The gradients with the loss that they are of, in nats a place. */
    record Found(double loss, Parameters gradients) {}

    static Found of(TextNetwork net, List<AskedText> batch) {
        TextGradients all = new TextGradients(net);
        double share = 1.0 / batch.stream().mapToInt(t -> t.asked().length).sum();
        for (AskedText text : batch) {
            all.add(text, share);
        }
        return new Found(all.loss, all.g);
    }

    private double[][] turned(String name) {
        return turned.computeIfAbsent(name, n -> Rows.turned(p.of(n)));
    }

    private void add(AskedText text, double share) {
        TextNetwork.Pass pass = net.read(text);
        double[][] dl = pass.logits; // (r, outputs)  ∂L/∂logits = (softmax − answer) · share
        for (int i = 0; i < dl.length; i++) {
            int answer = text.answers()[i];
            Softmax.apply(dl[i], dl[i].length);
            loss -= share * StrictMath.log(Math.max(dl[i][answer], Double.MIN_NORMAL));
            dl[i][answer] -= 1;
            for (int o = 0; o < dl[i].length; o++) {
                dl[i][o] *= share;
            }
            Rows.addOne(g.of("b")[0], 1, dl[i]);
        }
        TextNetwork.LayerPass[] layers = pass.layers;
        Rows.addTransposedTimes(g.of("U"), layers[layers.length - 1].out, dl);
        double[][] dx = Rows.times(dl, turned("U"));
        for (int l = layers.length - 1; l >= 0; l--) {
            dx = through(layers[l], l, dx);
        }
        for (int t = 0; t < text.size(); t++) {
            Rows.addOne(g.of("E")[text.token(t)], 1, dx[t]);
            if (g.has("P")) {
                Rows.addOne(g.of("P")[t], 1, dx[t]);
            }
        }
    }

    /** ∂L/∂x of what a layer read, (n, d), from ∂L/∂out of what it made, (r, d). */
    private double[][] through(TextNetwork.LayerPass of, int l, double[][] dout) {
        boolean decoder = net.shape().decoder();
        double[][] dz = decoder ? Rows.times(dout, turned("W_O" + l)) : dout; // (r, d_k)
        if (decoder) {
            Rows.addTransposedTimes(g.of("W_O" + l), of.z, dout);
        }
        double[][] ds = Rows.times(dz, Rows.turned(of.v)); // (r, n)  ∂L/∂A = dZ·Vᵀ, then ∂L/∂S
        double[][] dv = new double[of.x.length][of.v[0].length]; // (n, d_k)  Aᵀ·dZ
        Rows.addTransposedTimes(dv, of.a, dz);
        double root = Math.sqrt(net.shape().dk());
        for (int i = 0; i < ds.length; i++) {
            Softmax.back(of.a[i], ds[i], ds[i].length); // a masked weight is 0, and so is its gradient
            for (int j = 0; j < ds[i].length; j++) {
                ds[i][j] /= root;
            }
        }
        double[][] dq = Rows.times(ds, of.k); // (r, d_k)
        double[][] dk = new double[of.x.length][of.k[0].length]; // (n, d_k)  dSᵀ·Q
        Rows.addTransposedTimes(dk, ds, of.q);
        Rows.addTransposedTimes(g.of("W_Q" + l), TextNetwork.rows(of.x, of.asked), dq);
        Rows.addTransposedTimes(g.of("W_K" + l), of.x, dk);
        Rows.addTransposedTimes(g.of("W_V" + l), of.x, dv);
        double[][] dx = Rows.times(dk, turned("W_K" + l));
        for (int t = 0; t < dx.length; t++) {
            Rows.add(dx[t], dv[t], turned("W_V" + l));
        }
        for (int i = 0; i < of.asked.length; i++) {
            Rows.add(dx[of.asked[i]], dq[i], turned("W_Q" + l));
            if (decoder) {
                Rows.addOne(dx[of.asked[i]], 1, dout[i]);
            }
        }
        return dx;
    }
}
