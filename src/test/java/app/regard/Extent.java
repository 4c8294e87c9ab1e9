package app.regard;

/**
 * How much of a long check is done: a fair part in every build, the whole with {@code -Dregard.long=true}, as .ci/run does.
 * What asks is tagged "long".
 */
public final class Extent {
    private static final boolean WHOLE = Boolean.getBoolean("regard.long");

    private Extent() {}

    /** Whether everything is asked for. */
    public static boolean whole() {
        return WHOLE;
    }

    /** How many rounds to go. */
    public static int of(int part, int whole) {
        return WHOLE ? whole : part;
    }
}
