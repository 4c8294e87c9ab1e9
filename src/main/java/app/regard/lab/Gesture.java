package app.regard.lab;

/**
 * The thing that a reader does in a panel. Each kind has a key too.
 *
 * @param from where a drag began; else the same as {@code at}
 * @param amount of a nudge 1 or −1, of typing the number, of a drag how far up, as a share of the panel's height
 */
public record Gesture(Kind kind, Pointed from, Pointed at, double amount) {
    /** The kind of gesture. */
    public enum Kind {
        /** A click, or Enter. */
        CLICK,
        /** The mouse goes on with a button held. */
        DRAG,
        /** What was taken up is put down: the button is let go, or Space pressed twice. */
        DROP,
        /** A number typed, and Enter. */
        TYPE,
        /** A little more or less: + and −. */
        NUDGE
    }
}
