package app.regard.ui;

import app.regard.draw.Numerals;
import app.regard.model.Measures;
import java.util.function.ToDoubleFunction;

/** What the heads can be ordered by. */
enum HeadDoes {
    /** Layers down, heads across. */
    PLACE("layers and heads", d -> 0),
    /** The query itself. */
    SELF("itself", Measures.Does::self),
    /** The token before. */
    PREVIOUS("the piece before", Measures.Does::previous),
    /** The token after. */
    NEXT("the piece after", Measures.Does::next),
    /** The first token. */
    FIRST("[CLS]", Measures.Does::first),
    /** The last token. */
    LAST("[SEP]", Measures.Does::last),
    /** Other places of the same token. */
    SAME("the same piece elsewhere", Measures.Does::same),
    /** How evenly the weight is shared out. */
    SPREAD("how evenly it is spread (0 to 1)", Measures.Does::spread);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final ToDoubleFunction<Measures.Does> number;

    HeadDoes(String label, ToDoubleFunction<Measures.Does> number) {
        this.label = label;
        this.number = number;
    }

    double of(Measures.Does head) {
        return number.applyAsDouble(head);
    }

    /** The number as it is read: two decimals. */
    String text(Measures.Does head) {
        return Numerals.text(of(head), 2);
    }

    @Override
    public String toString() {
        return label;
    }
}
