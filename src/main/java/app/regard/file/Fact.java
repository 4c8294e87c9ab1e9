package app.regard.file;

import java.util.List;
import java.util.Locale;

/** A thing that a {@link Condition} can ask of what is shown. */
public enum Fact {
    /** The number of the stage, 1 to 8. */
    STAGE(true, "1", "2", "3", "4", "5", "6", "7", "8"),
    /** The focused word. */
    FOCUS(false),
    /** Whether the focused word is pinned. */
    PINNED(false, "yes", "no"),
    /** The matrix of the cell that is pointed at: A, S, W_Q and so on. */
    CELL(
            false, "X", "P", "H", "X'", "P'", "H'", "X₁", "O₁", "W_Q", "W_K", "W_V", "b_Q", "b_K", "b_V", "Q", "K", "V",
            "S", "S/√d", "max", "E", "Σ", "A", "a", "aV", "‖aV‖", "O"),
    /** The word that asks, of the cell that is pointed at. */
    ROW(false),
    /** The word that answers, of the cell or of the column’s name that is pointed at. */
    COLUMN(false),
    /** The number in the cell that is pointed at. */
    VALUE(true),
    /** The sentence. */
    TEXT(false),
    /** The second sentence, or none. */
    KEYS(false),
    /** The head: the name of a hand-made one, own, random, taught, or layer.head of a model. */
    HEAD(false),
    /** The kind of the mask. */
    MASK(false, "none", "causal", "local", "local_causal"),
    /** The strength of positions, 0 for none. */
    POSITIONS(true),
    /** The temperature. */
    TEMPERATURE(true),
    /** What scores are divided by. */
    SCALING(false, "sqrt(d_k)", "none"),
    /** How many numbers were changed by hand. */
    EDITS(true),
    /** Whether something is kept as before. */
    KEPT(false, "yes", "no"),
    /** The id of the lab that is open, or none. */
    LAB(false),
    /** A setting of that lab, by its name. */
    SETTING(false),
    /** A number that the lab came to, by its name among its facts. */
    RESULT(true);

    private final boolean number;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> choices;

    Fact(boolean number, String... choices) {
        this.number = number;
        this.choices = List.of(choices);
    }

    /** Whether it is a number. */
    boolean number() {
        return number;
    }

    /** Whether a name follows, for there are many of its kind. */
    boolean named() {
        return this == SETTING || this == RESULT;
    }

    /** Whether a value is one that it can have. */
    boolean has(String value) {
        if (this == STAGE) {
            return Double.parseDouble(value) >= 1 && Double.parseDouble(value) <= Recipes.LAST_STAGE;
        }
        return choices.isEmpty() || choices.stream().anyMatch(one -> one.equalsIgnoreCase(value));
    }

    /** The values that it can have, in order; empty where that is not known. */
    String choices() {
        return String.join(", ", choices);
    }

    /** The word that asks for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
