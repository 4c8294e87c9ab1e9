package app.regard.trace;

/** The likeness of vectors, −1 to 1, with the numbers that it was computed from. */
public sealed interface Likeness {
    double value();

    /**
     * The cosine of the angle between two vectors: x·y / (‖x‖ ‖y‖).
     *
     * @param dot x·y
     * @param xx x·x, the square of its length
     * @param yy y·y
     */
    record Cosine(double dot, double xx, double yy) implements Likeness {
        public Cosine {
            if (!(xx >= 0 && yy >= 0) || !Double.isFinite(dot) || !Double.isFinite(xx) || !Double.isFinite(yy)) {
                throw new IllegalArgumentException(
                        "no cosine comes of x·y = " + dot + ", x·x = " + xx + ", y·y = " + yy);
            }
        }

        /** 0 where a vector is 0 and has no direction; rounding never leads out of −1 to 1. */
        @Override
        public double value() {
            return xx == 0 || yy == 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(xx * yy)));
        }

        /** ‖x‖. */
        public double lengthX() {
            return Math.sqrt(xx);
        }

        /** ‖y‖. */
        public double lengthY() {
            return Math.sqrt(yy);
        }
    }

    /**
     * The average of several cosines.
     *
     * @param sum of the cosines
     * @param pairs how many they are
     */
    record Mean(double sum, int pairs) implements Likeness {
        public Mean {
            if (pairs < 1 || !(Math.abs(sum) <= pairs * (1 + 1e-9))) {
                throw new IllegalArgumentException(pairs + " cosines do not add up to " + sum);
            }
        }

        @Override
        public double value() {
            return sum / pairs;
        }
    }
}
