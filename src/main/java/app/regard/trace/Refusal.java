package app.regard.trace;

import app.regard.text.Printable;

/**
 * The answer that what was asked for cannot be computed; the message names the place, says what to do, and is {@link
 * Printable}. Of a long one, for files hold lines of any length, the beginning and the end are kept.
 */
public final class Refusal extends RuntimeException {
    private static final int LONGEST = 1500;
    private static final int END = 400;

    public Refusal(String message) {
        super(brief(Printable.message(message)));
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
