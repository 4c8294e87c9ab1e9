package app.regard.ui.lab;

import app.regard.draw.DecimalFormatter;
import app.regard.heads.Measure;
import app.regard.heads.Measures;
import java.util.Optional;

/** What the heads can be ordered and chosen by. */
public enum HeadDoes {
    /** Layers down, heads across. */
    PLACE(Optional.empty()),
    /** The query itself. */
    SELF(Optional.of(Measure.SELF)),
    /** The token before. */
    PREVIOUS(Optional.of(Measure.PREVIOUS)),
    /** The token after. */
    NEXT(Optional.of(Measure.NEXT)),
    /** The first token. */
    FIRST(Optional.of(Measure.CLS)),
    /** The last token. */
    LAST(Optional.of(Measure.SEP)),
    /** Other places of the same token. */
    SAME(Optional.of(Measure.SAME)),
    /** How evenly the weight is shared out. */
    SPREAD(Optional.of(Measure.SPREAD));

    @SuppressWarnings("ImmutableEnumChecker") // an enum in an Optional does not change
    private final Optional<Measure> measure;

    HeadDoes(Optional<Measure> measure) {
        this.measure = measure;
    }

    /** The number of a head; 0 for its place. */
    double of(Measures.Does head) {
        return measure.map(m -> m.of(head)).orElse(0.0);
    }

    /** The number as it is read: two decimals. */
    String text(Measures.Does head) {
        return DecimalFormatter.text(of(head), 2);
    }
}
