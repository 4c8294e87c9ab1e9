package app.regard.draw;

import java.util.List;

/**
 * The rows or the columns of a matrix.
 *
 * @param name what runs along it; matrices that share it scroll together and keep their rows level
 * @param labels one each
 */
public record Axis(String name, List<String> labels) {
    public Axis {
        labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }
}
