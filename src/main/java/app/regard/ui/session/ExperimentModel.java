package app.regard.ui.session;

import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.kit.Notice;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The model of what is asked for and what comes of it: the experiment, what there is to see of it, and the way back. */
public final class ExperimentModel {
    /** What is added where the picture is not of the sentence in the field. */
    private static final String OLDER = " What you see still belongs to the sentence before.";

    private final TrainedModel model;
    private final TrainedModel.Client client;
    private final Computing computing;
    private final Navigation navigation;
    private final History history = new History(System::nanoTime);
    private final OwnTable ownTable;
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<Notice> notice;
    private final ReadOnlyObjectWrapper<@Nullable LabState> lab = new ReadOnlyObjectWrapper<>();
    private @Nullable Experiment before;
    private final Awaited awaited = new Awaited();

    ExperimentModel(
            Library library,
            TrainedModel model,
            TrainedModel.Client client,
            Computing computing,
            Navigation navigation,
            Example first) {
        ownTable = new OwnTable(library);
        this.model = model;
        this.computing = computing;
        this.client = client;
        this.navigation = navigation;
        experiment = new ReadOnlyObjectWrapper<>(first.experiment());
        notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
        navigation.leaving(() -> leaving(History.Kind.WALKING));
    }

    ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable LabState> lab() {
        return lab.getReadOnlyProperty();
    }

    /** How far the reading of the trained model is, if that is waited for. */
    public ReadOnlyDoubleProperty modelShare() {
        return client.share();
    }

    /** The request that the window waits for. */
    public Awaited awaited() {
        return awaited;
    }

    void say(Notice said) {
        notice.set(said);
    }

    /** The typing of sentences. */
    public Typing typing() {
        return new Typing(this);
    }

    /** A sentence that was typed; where it leaves an example's own table, the simple table takes over, and it is said. */
    void typed(Experiment next, boolean fresh) {
        leaving(fresh ? History.Kind.CHOICE : History.Kind.TYPING);
        Source source = ownTable.source(next);
        run(next.withSource(source), ownTable.said(next, source), Navigation.Place.KEEP);
    }

    /** Another experiment while a slider is held: all of it is one undoable step, until it is let go. */
    public void adjust(UnaryOperator<Experiment> by) {
        Experiment changed = by.apply(experiment.get());
        if (!changed.equals(experiment.get())) {
            leaving(History.Kind.HOLDING);
            run(changed, Notice.NONE, Navigation.Place.KEEP);
        }
    }

    /** The way back and forth. */
    public History history() {
        return history;
    }

    /** Another experiment as one undoable step; what does not go with a second sentence is refused, and nothing changes. */
    void choose(Experiment changed, Notice said) {
        String refused = SecondSentence.refusal(changed);
        if (!refused.isEmpty()) {
            notice.set(new Notice(Notice.Kind.PROBLEM, refused));
        } else if (!changed.equals(experiment.get())) {
            choose(changed, said, Navigation.Place.KEEP);
        }
    }

    /** An experiment as one undoable step; one that is to be seen somewhere else in it closes a lab that is open. */
    void choose(Experiment chosen, Notice said, Navigation.Place place) {
        leaving(History.Kind.CHOICE);
        ownTable.forget();
        if (!place.keeps()) {
            lab.set(null);
        }
        run(chosen, said, place);
    }

    /** Keeps the present to be compared with what comes; what is kept already, and is the present, is let go. */
    public void keep() {
        leaving(History.Kind.CHOICE);
        before = experiment.get().equals(before) ? null : experiment.get();
        run(experiment.get(), Notice.NONE, Navigation.Place.KEEP);
    }

    /** Exchanges the present and what was kept. */
    public void swap() {
        Experiment kept = before;
        if (kept != null) {
            leaving(History.Kind.CHOICE);
            before = experiment.get();
            run(kept, Notice.NONE, Navigation.Place.KEEP);
        }
    }

    /** Opens a lab, sets it otherwise or, with null, leaves it: the same lab's settings in one run are one step. */
    void useLab(@Nullable LabState other) {
        LabState now = lab.get();
        if (!Objects.equals(now, other)) {
            boolean same = now != null && other != null && now.id().equals(other.id());
            leaving(same ? History.Kind.SETTING : History.Kind.CHOICE);
            lab.set(other);
        }
    }

    /**
     * Something to show that is found away from the window's thread; where that fails, what is shown stays.
     *
     * @param folder the model's that is read for it, whose reading is told in shares; empty for a file
     */
    void fetch(Supplier<Experiment> from, String folder, Function<Content, Notice> said, Navigation.Place place) {
        client.end(); // what was on its way before is asked for again if this fails
        if (!folder.isEmpty()) {
            client.begin(folder);
        }
        awaited.begin(folder.isEmpty(), true);
        computing.later(
                true,
                from,
                before,
                result -> {
                    if (result.content().isEmpty()) {
                        refused(new Notice(Notice.Kind.PROBLEM, result.said()));
                        return;
                    }
                    leaving(History.Kind.CHOICE);
                    ownTable.forget();
                    String table = experiment.get().source().table();
                    if (!result.of().source().table().equals(table)) {
                        lab.set(null); // another file opens in the stages
                    }
                    experiment.set(result.of());
                    finished(result, said.apply(result.content().get()), place);
                },
                why -> refused(new Notice(Notice.Kind.PROBLEM, why)));
    }

    /** What was asked for will not come; what was on its way before is asked for again. */
    private void refused(Notice why) {
        awaited.end();
        client.end();
        if (experiment.get().equals(navigation.shown().get().experiment())) {
            notice.set(why);
        } else {
            run(experiment.get(), why, Navigation.Place.KEEP);
        }
    }

    /** Stops waiting for the trained model or a file: what is shown stays. */
    void cancelReading() {
        Notice said = awaited.notRead();
        client.end();
        computing.forget();
        if (awaited.unseen()) {
            refused(said);
        } else {
            back(said);
        }
    }

    /** Goes to a moment, as one step that can be undone. */
    void show(Moment moment, Notice said) {
        leaving(History.Kind.CHOICE);
        restore(moment, said);
    }

    /** Starts at a moment: there is nothing to undo before it. */
    void begin(Moment moment) {
        if (!moment.experiment().text().isBlank()) {
            restore(moment, Notice.NONE);
        }
    }

    /** Goes back, or forth: to which moment, if there is one. */
    Optional<Moment> go(BiFunction<History, Moment, Optional<Moment>> way) {
        Optional<Moment> there = way.apply(history, step());
        there.ifPresent(m -> restore(m, Notice.NONE));
        return there;
    }

    void leaving(History.Kind kind) {
        history.leaving(step(), kind);
    }

    private Moment step() {
        Moment shown = navigation.shown().get().moment();
        return new Moment(experiment.get(), shown.stage(), shown.query(), before, lab.get(), shown.image());
    }

    private void restore(Moment m, Notice said) {
        ownTable.forget();
        lab.set(m.lab());
        before = m.before();
        run(m.experiment(), said, new Navigation.Place(m.stage(), m.query(), "", false));
    }

    private void run(Experiment next, Notice said, Navigation.Place place) {
        experiment.set(next);
        if (next.source().traits().trained()) {
            client.begin(next.source().table());
        } else {
            client.end(); // nobody waits for it here any more
        }
        if (computing.takesLong(next)) {
            boolean file = next.source().traits().file();
            awaited.begin(file, false);
            computing.later(
                    file,
                    () -> next,
                    before,
                    result -> finished(result, said, place),
                    why -> finished(new Computing.Result(next, Optional.empty(), why), said, place));
        } else {
            finished(computing.at(next, before), said, place);
        }
    }

    /** What was asked of the trained model will not come: the sentence stays, with the head that is shown. */
    private void back(Notice said) {
        awaited.end();
        Experiment was = navigation.shown().get().experiment();
        String text = experiment.get().text();
        if (text.equals(was.text()) || experiment.get().source().traits().file()) {
            experiment.set(was);
            history.forgetLast(step());
            notice.set(said);
        } else if (was.source().traits().trained()) {
            experiment.set(experiment.get().withReading(was.reading()));
            notice.set(new Notice(said.kind(), said.text() + OLDER));
        } else {
            run(ownTable.holding(was.withText(text)), said, Navigation.Place.KEEP);
        }
    }

    private void finished(Computing.Result result, Notice said, Navigation.Place place) {
        awaited.end();
        client.end();
        Experiment of = result.of();
        if (result.content().isEmpty()) {
            if (of.source().traits().trained() && !model.ready(of.source().table())) {
                back(new Notice(Notice.Kind.PROBLEM, result.said()));
            } else {
                notice.set(new Notice(Notice.Kind.PROBLEM, result.said() + OLDER));
                navigation.keepContent(place);
            }
            return;
        }
        notice.set(said.with(result.said()));
        navigation.showContent(result.content().get(), of, place);
    }
}
