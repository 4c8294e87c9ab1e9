package app.regard.trace;

import app.regard.text.Printable;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The answer that what was asked for cannot be computed; the message names the place, says what to do, and is {@link
 * Printable}. Of a long one, for files hold lines of any length, the beginning and the end are kept.
 */
public final class Refusal extends RuntimeException {
    private static final int LONGEST = 1500;
    private static final int END = 400;
    private static final int FULL = 20; // less than such a part of the heap is left
    private static final int DEEPEST = 100; // causes can go in a circle

    public Refusal(String message) {
        super(brief(Printable.message(message)));
    }

    /**
     * Whether memory ran short, however that is wrapped: as where a class was being made ready for its first use. Java's fonts
     * say only that they cannot be read then, so that such a failure in a full heap counts too.
     */
    public static boolean lacksMemory(Throwable thrown) {
        Runtime java = Runtime.getRuntime();
        long free = java.maxMemory() - java.totalMemory() + java.freeMemory();
        return (thrown instanceof LinkageError && free < java.maxMemory() / FULL)
                || Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                        .limit(DEEPEST)
                        .anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static String brief(String message) {
        int size = message.codePointCount(0, message.length());
        return size <= LONGEST
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST - END))
                        + " … "
                        + message.substring(message.offsetByCodePoints(message.length(), -END));
    }
}
