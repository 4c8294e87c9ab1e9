package app.regard.engine;

/** The optimiser of all trainings: Adam (Kingma & Ba 2015) with an optional bound on the length of the whole gradient. */
final class Adam {
    private static final double MEAN = 0.9; // β₁
    private static final double TINY = 1e-8; // ε

    private final double squares; // β₂
    private final double longest;
    private final Parameters m;
    private final Parameters v;
    private double meanLeft = 1; // β₁ᵗ
    private double squaresLeft = 1; // β₂ᵗ

    /**
     * @param squares β₂
     * @param longest the gradient is shortened to this length; infinite for no bound
     */
    Adam(Parameters of, double squares, double longest) {
        this.squares = squares;
        this.longest = longest;
        m = of.zeros();
        v = of.zeros();
    }

    /** Changes parameters by one step: p ← p − rate · m̂ / (√v̂ + ε). */
    void step(Parameters p, Parameters gradient, double rate) {
        double scale = Math.min(1, longest / (length(gradient) + 1e-12));
        meanLeft *= MEAN;
        squaresLeft *= squares;
        for (String name : p.names()) {
            double[][] ps = p.of(name);
            double[][] gs = gradient.of(name);
            double[][] ms = m.of(name);
            double[][] vs = v.of(name);
            for (int i = 0; i < ps.length; i++) {
                step(ps[i], gs[i], ms[i], vs[i], scale, rate);
            }
        }
    }

    private void step(double[] p, double[] gradient, double[] m1, double[] v1, double scale, double rate) {
        double mean = 1 - meanLeft;
        double square = 1 - squaresLeft;
        for (int j = 0; j < p.length; j++) {
            double g = gradient[j] * scale;
            m1[j] = MEAN * m1[j] + (1 - MEAN) * g;
            v1[j] = squares * v1[j] + (1 - squares) * g * g;
            p[j] -= rate * (m1[j] / mean) / (Math.sqrt(v1[j] / square) + TINY);
        }
    }

    private static double length(Parameters gradient) {
        double sum = 0;
        for (String name : gradient.names()) {
            for (double[] row : gradient.of(name)) {
                for (double g : row) {
                    sum += g * g;
                }
            }
        }
        return Math.sqrt(sum);
    }
}
