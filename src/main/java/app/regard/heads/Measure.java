package app.regard.heads;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A number that heads can be told apart by: each is a number from 0 to 1. */
public enum Measure {
    /** The weight on the token itself. */
    SELF(Measures.Does::self),
    /** On the token before. */
    PREVIOUS(Measures.Does::previous),
    /** On the token after. */
    NEXT(Measures.Does::next),
    /** On the first token, [CLS] with MiniLM. */
    CLS(Measures.Does::first),
    /** On the last token, [SEP] with MiniLM. */
    SEP(Measures.Does::last),
    /** On other places of the same token. */
    SAME(Measures.Does::same),
    /** How evenly rows are shared out. */
    SPREAD(Measures.Does::spread);

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final ToDoubleFunction<Measures.Does> number;

    Measure(ToDoubleFunction<Measures.Does> number) {
        this.number = number;
    }

    /** The number of a head. */
    public double of(Measures.Does head) {
        return number.applyAsDouble(head);
    }

    /** Returns the name of the measure in files and options: "previous". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
