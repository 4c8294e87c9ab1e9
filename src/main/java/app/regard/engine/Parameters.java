package app.regard.engine;

import app.regard.trace.Matrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The matrices that a training changes, by name, always in the same order: those of a network, or one for each gradient. */
public final class Parameters {
    private final Map<String, double[][]> all = new LinkedHashMap<>();

    Parameters() {}

    /** Adds a matrix of normal numbers. */
    void draw(String name, int rows, int cols, double deviation, Random random) {
        double[][] drawn = new double[rows][cols];
        for (double[] row : drawn) {
            for (int j = 0; j < cols; j++) {
                row[j] = deviation * random.nextGaussian();
            }
        }
        all.put(name, drawn);
    }

    /** Adds a matrix of zeros. */
    void zero(String name, int rows, int cols) {
        all.put(name, new double[rows][cols]);
    }

    double[][] of(String name) {
        double[][] found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no “" + name + "” among " + names());
        }
        return found;
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** The names, in order. */
    public List<String> names() {
        return List.copyOf(all.keySet());
    }

    /** One of them as it is now. */
    public Matrix matrix(String name) {
        return Matrix.of(of(name));
    }

    /** As many matrices of the same sizes, all 0. */
    Parameters zeros() {
        Parameters zeros = new Parameters();
        all.forEach((name, m) -> zeros.zero(name, m.length, m[0].length));
        return zeros;
    }

    /** All as they are now. */
    Parameters copy() {
        Parameters copy = new Parameters();
        all.forEach((name, m) -> copy.all.put(name, Rows.copy(m)));
        return copy;
    }
}
