package app.regard.trace;

/** What was asked for cannot be computed; the message names the place and says what to do. */
public final class Refusal extends RuntimeException {
    public Refusal(String message) {
        super(message);
    }
}
