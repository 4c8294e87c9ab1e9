package app.regard.ui.lab;

import app.regard.draw.DecimalFormatter;
import app.regard.heads.Measures;

/**
 * Which heads a reader wants to see: those that do enough of something.
 *
 * @param what {@link HeadDoes#PLACE} for all of them
 * @param number how much is enough, 0 to 1
 */
record AtLeast(HeadDoes what, double number) {
    static final AtLeast ALL = new AtLeast(HeadDoes.PLACE, 0.4);

    boolean any() {
        return what == HeadDoes.PLACE;
    }

    boolean holds(Measures.Does head) {
        return any() || what.of(head) >= number;
    }

    /** How much is enough, as it is read. */
    String text() {
        return DecimalFormatter.text(number, 2);
    }
}
