package app.regard.file;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * Numbers as text: the shortest decimal that reads back to the same double (Giulietti, “The Schubfach way to render
 * doubles”). {@code Double.toString} is not used, because it writes some numbers longer before Java 19.
 */
public final class Digits {
    private Digits() {}

    /**
     * A double as text, the same on every Java: "0.5", "1.0", "1.0E23", "4.9E-324", "-0.0", and for what is not a number
     * "NaN", "Infinity" and "-Infinity".
     */
    public static String of(double number) {
        return DoubleToDecimal.toString(number);
    }
}
