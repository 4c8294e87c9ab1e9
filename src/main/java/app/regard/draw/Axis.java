package app.regard.draw;

import java.util.List;

/**
 * The rows or the columns of a matrix.
 *
 * @param name what runs along it; matrices that share it scroll together and keep their rows level
 * @param labels one each
 * @param whole whether they take the room that they need, as on a picture that may grow
 */
public record Axis(String name, List<String> labels, boolean whole) {
    /** An axis whose labels share a window's room with what they name. */
    public Axis(String name, List<String> labels) {
        this(name, labels, false);
    }

    public Axis {
        labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }
}
