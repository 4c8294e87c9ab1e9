package app.regard.model;

import app.regard.trace.Progress;

/** The trained model, read once for all tests of a JVM: it never changes. */
public final class OneModel {
    private OneModel() {}

    private static final class Read {
        private static final MiniLm MODEL = MiniLm.load(Progress.NONE);
    }

    /** The model itself. */
    public static MiniLm get() {
        return Read.MODEL;
    }

    /** All layers and heads for a text, computed in the thread that asks. */
    public static Passed pass(String text) {
        return get().pass(text, Crew.ALONE, Progress.NONE);
    }

    /** A shelf that is as empty as any at first, and is filled at once. */
    public static Shelf shelf() {
        return new Shelf(watch -> Read.MODEL);
    }

    /** The model as a window or a command has it, computing in the thread that asks. */
    public static Trained trained() {
        return new Trained(shelf(), Crew.ALONE, Progress.NONE);
    }
}
