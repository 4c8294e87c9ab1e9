package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Progress;

/** The trained model, read once for all tests of a JVM: it never changes. */
public final class OneModel {
    private OneModel() {}

    private static final class Read {
        private static final Transformer MODEL = MiniLm.MODEL.load(Progress.NONE);
    }

    /** The model itself. */
    public static Transformer get() {
        return Read.MODEL;
    }

    /** All layers and heads for a text, computed in the thread that asks. */
    public static ForwardPass pass(String text) {
        return get().pass(text, Workers.ALONE, Progress.NONE);
    }

    /** A shelf that is as empty as any at first, and is filled at once. */
    public static ModelCache shelf() {
        return new ModelCache(watch -> Read.MODEL);
    }

    /** The model as a window or a command has it, computing in the thread that asks. */
    public static Trained trained() {
        return new Trained(shelf(), Workers.ALONE, Progress.NONE);
    }
}
