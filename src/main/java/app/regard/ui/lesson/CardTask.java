package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.ui.session.Workspace;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** The task of the card that is shown: it is done once what the card asks for has been so, and stays done. */
final class CardTask {
    private final LessonModel lessons;
    private final Workspace session;
    private final Function<String, OptionalDouble> results;
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final Set<Lesson.Card> finished = new HashSet<>();
    private int count;

    /**
     * The task of an open lesson's card.
     *
     * @param results the numbers of the lab that is open, by name
     * @param news changes when these do
     */
    CardTask(
            LessonModel lessons, Workspace session, Function<String, OptionalDouble> results, ObservableValue<?> news) {
        this.lessons = lessons;
        this.session = session;
        this.results = results;
        lessons.open().addListener((o, was, is) -> follow());
        session.shown().addListener((o, was, is) -> check());
        session.lab().addListener((o, was, is) -> check());
        news.addListener((o, was, is) -> check());
    }

    /** Whether the present card is done; false where it has nothing to do. */
    ReadOnlyBooleanProperty done() {
        return done.getReadOnlyProperty();
    }

    private Optional<Lesson.Card> card() {
        return lessons.open().get().map(LessonModel.Open::shown);
    }

    private void follow() {
        if (count != lessons.count()) {
            count = lessons.count();
            finished.clear();
        }
        done.set(card().filter(finished::contains).isPresent());
    }

    /** Looks whether it is done now; what is still on its way is not shown yet and does not count. */
    private void check() {
        boolean arrived = !session.busy().get()
                && session.shown()
                        .get()
                        .experiment()
                        .equals(session.experiment().get());
        if (!done.get() && arrived) {
            MomentFacts facts =
                    new MomentFacts(session.shown().get(), session.lab().get(), results);
            card().filter(c -> c.done().filter(due -> due.holds(facts::of)).isPresent())
                    .ifPresent(c -> {
                        finished.add(c);
                        done.set(true);
                    });
        }
    }
}
