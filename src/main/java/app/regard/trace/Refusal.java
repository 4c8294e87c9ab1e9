package app.regard.trace;

import app.regard.text.Printable;

/**
 * The answer that what was asked for cannot be computed; the message names the place, says what to do, and is {@link
 * Printable}.
 */
public final class Refusal extends RuntimeException {
    public Refusal(String message) {
        super(Printable.message(message));
    }
}
