package app.regard.ui.app;

import app.regard.ui.lesson.LessonModel;
import app.regard.ui.session.Reveal;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The choice to show weights only when their stage is reached, or row by row before it, so that a class can be asked first. */
final class RevealModel {
    private final Workspace session;
    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private boolean byCard;

    RevealModel(Workspace session, LessonModel lessons) {
        this.session = session;
        lessons.open().addListener((o, was, is) -> {
            if (!was.map(LessonModel.Open::card).equals(is.map(LessonModel.Open::card))) {
                follow(is.filter(open -> open.shown().hidesWeights()).isPresent());
            }
        });
        on.addListener((o, was, is) -> session.arrange(s -> s.with(new Reveal(is, Reveal.ALL.rows()))));
    }

    BooleanProperty on() {
        return on;
    }

    /** Follows a card that asks for a guess; where the next one does not, weights are seen again. */
    private void follow(boolean hides) {
        if (hides) {
            byCard |= !on.get();
            on.set(true);
        } else if (byCard) {
            byCard = false;
            on.set(false);
        }
    }

    void toggle() {
        on.set(!on.get());
    }

    /** Shows the row of the word that is asked about or, where it is seen, goes to the next word and shows its row. */
    void next() {
        ViewState is = session.shown().get();
        int words = is.weights().from().size();
        int query = is.focus().query();
        for (int i = 0; i < words; i++) {
            int row = (query + i) % words;
            if (is.hides(row)) {
                if (i > 0) {
                    session.moveQuery(row - query);
                }
                session.arrange(s -> s.with(s.reveal().with(row)));
                return;
            }
        }
    }
}
