package app.regard.ui.lab;

import app.regard.lab.About;
import app.regard.lab.Outcome;
import app.regard.lab.Pointed;
import app.regard.lab.Setup;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Why;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The lab that is open, whichever it is: how it is set up, what came of it and what is pointed at. */
public final class LabModel {
    private final Workspace session;
    /** What is computed now. */
    final LabWork work;

    private final Labs labs;
    private final Resolver resolver;
    private final ReadOnlyObjectWrapper<@Nullable Setup<?>> setup = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LabLook> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Pointed> pointed = new ReadOnlyObjectWrapper<>(Pointed.NOTHING);
    private final ReadOnlyObjectWrapper<String> spoken = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private @Nullable LabState begun;
    private @Nullable Experiment begunOn;

    /** @param labs the labs there are */
    public LabModel(Workspace session, TaskRunner background, Labs labs) {
        this.session = session;
        TrainedModel.Client model = session.model().client();
        work = new LabWork(background, model);
        this.labs = labs;
        resolver = session.resolver().with(model);
        session.lab().addListener((o, was, is) -> follow());
        session.shown().addListener((o, was, is) -> {
            if (was.content() != is.content()) {
                follow();
            }
        });
    }

    public Labs labs() {
        return labs;
    }

    /** How the lab is set up, or null where none is open. */
    ReadOnlyObjectProperty<@Nullable Setup<?>> setup() {
        return setup.getReadOnlyProperty();
    }

    /** Changes when there is something else to see. */
    public ObservableValue<?> seen() {
        return look.getReadOnlyProperty();
    }

    /** Returns a number that came of the lab as it is set up now, by its name. */
    public OptionalDouble result(String name) {
        LabLook now = look.get();
        return now == null || !now.setup().equals(setup.get())
                ? OptionalDouble.empty()
                : now.shown().fact(name);
    }

    /** What there is to see of it, or null. */
    ReadOnlyObjectProperty<@Nullable LabLook> look() {
        return look.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Pointed> pointed() {
        return pointed.getReadOnlyProperty();
    }

    /** What is waited for, in words, or empty. */
    public ReadOnlyStringProperty waiting() {
        return work.waiting();
    }

    /** Why there is nothing to see, or empty. */
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What was done last, in words: a gesture is told as it happens. */
    ReadOnlyObjectProperty<String> spoken() {
        return spoken.getReadOnlyProperty();
    }

    void tell(String what) {
        spoken.set(what);
    }

    public boolean isOpen() {
        return setup.get() != null;
    }

    /** Whether the lab that is open is one of change: what one changes above it shows in map and bars too. */
    public boolean changes() {
        Setup<?> now = setup.get();
        return now != null && now.lab().about().group() == About.Group.CHANGE;
    }

    Workspace session() {
        return session;
    }

    /** Opens a lab on what the window shows, if it is not open already. */
    public void open(String id) {
        LabState now = session.lab().get();
        if (now != null && now.id().equals(id)) {
            return;
        }
        ViewState is = session.shown().get();
        session.useLab(Setup.begin(labs.named(id), is.moment(), is.content()).state());
    }

    /** Stops the work or, where there is none, closes the lab. */
    public void leave() {
        if (!stop()) {
            close();
        }
    }

    public void close() {
        session.useLab(null);
    }

    /** Whether anything was changed since the lab was opened: one of its settings, or the experiment itself. */
    boolean changed() {
        Setup<?> now = setup.get();
        return now != null
                && !(now.state().equals(begun) && session.experiment().get().equals(begunOn));
    }

    void reset() {
        Setup<?> now = setup.get();
        if (now != null) {
            session.useLab(Setup.begin(now.lab(), now.here(), now.seen()).state());
        }
    }

    /** Another value of a setting; what is no value is said, and nothing changes. */
    void set(String name, String value) {
        Setup<?> now = setup.get();
        if (now == null) {
            return;
        }
        try {
            session.useLab(now.with(name, value).state());
            problem.set("");
        } catch (Refusal e) {
            refuse(e);
        }
    }

    /** Takes over what the session says: lab, settings, sentence. */
    private void follow() {
        LabState state = session.lab().get();
        if (state == null) {
            work.end();
            setup.set(null);
            look.set(null);
            pointed.set(Pointed.NOTHING);
            return;
        }
        Setup<?> before = setup.get();
        boolean other = before == null || !before.lab().about().id().equals(state.id());
        try {
            ViewState is = session.shown().get();
            Setup<?> begin = Setup.begin(labs.named(state.id()), is.moment(), is.content());
            Setup<?> now = begin.fitted(state.settings());
            if (other) {
                begun = begin.state();
                begunOn = is.experiment();
                look.set(null);
                pointed.set(Pointed.NOTHING);
            }
            setup.set(now);
            compute(now);
        } catch (Refusal e) {
            session.say(new Notice(Notice.Kind.PROBLEM, String.valueOf(e.getMessage())));
            close();
        }
    }

    /** Begins the run of a lab that waits for it; it is looked at from its first step on. */
    void run() {
        Setup<?> now = setup.get();
        if (now != null && waits()) {
            problem.set("");
            step(0);
            work.run(run -> now.run(resolver, run), outcome -> show(now, outcome, false), problem::set);
        }
    }

    /** Whether the lab waits for its run to be begun. */
    boolean waits() {
        LabLook now = look.get();
        return now != null && !now.outcome().finished() && !work.running().get();
    }

    private void compute(Setup<?> now) {
        problem.set("");
        LabLook before = look.get();
        Optional<Outcome> known = before == null ? Optional.empty() : now.again(before.setup(), before.outcome());
        if (known.isPresent()) {
            work.end();
            show(now, known.get(), true);
            return;
        }
        work.begin(run -> now.prepare(resolver, run), outcome -> show(now, outcome, true), problem::set);
    }

    /** Stops the work; whether there was any. What was shown of it stays. */
    boolean stop() {
        boolean works = work.share().get() != LabWork.IDLE;
        if (works) {
            work.end();
            problem.set(
                    look.get() == null
                            ? "Stopped before there was anything to see: change a setting, or open the lab again."
                            : "Stopped: you see what there was by then.");
        }
        return works;
    }

    /**
     * Shows the last step first, and where the last one was seen before; else the step stays.
     *
     * @param follows whether it is shown as far as it goes: a run that the reader began is gone along step by step
     */
    private void show(Setup<?> of, Outcome outcome, boolean follows) {
        LabLook before = look.get();
        boolean end =
                before == null || (follows && before.step() >= before.outcome().length() - 1);
        int step = end ? outcome.length() - 1 : Math.min(before.step(), outcome.length() - 1);
        look.set(LabLook.of(of, outcome, step));
    }

    /** Goes to a step of a run. */
    void step(int wanted) {
        look.set(look.get() == null ? null : look.get().at(wanted));
    }

    void point(Pointed at) {
        pointed.set(at);
    }

    private <T> Optional<T> looked(Function<LabLook, Optional<T>> ask) {
        return Optional.ofNullable(look.get()).flatMap(ask);
    }

    /** What is pointed at, or else what the lab asks about first. */
    Optional<Pointed> asked() {
        return looked(now -> now.asked(pointed.get()));
    }

    /** The Why of the number that is asked about in the lab. */
    public Optional<Why> why() {
        return looked(now -> now.asked(pointed.get()).flatMap(now::why));
    }

    /** What a screen reader says of a spot. */
    String spoken(Pointed at) {
        int decimals = session.shown().get().view().decimals() + 2;
        return looked(now -> Optional.of(now.spoken(at, decimals))).orElse("");
    }

    Optional<Moment> opens(Pointed at) {
        return looked(now -> now.opens(at));
    }

    /** Says why something was not done. */
    void refuse(Refusal why) {
        problem.set(String.valueOf(why.getMessage()));
    }

    /** The lab as it is seen now, to be taken away. */
    public Optional<LabPage> page() {
        return looked(now -> Optional.of(now.page(pointed.get())));
    }
}
