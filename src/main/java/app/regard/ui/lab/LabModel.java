package app.regard.ui.lab;

import app.regard.lab.About;
import app.regard.lab.Pointed;
import app.regard.lab.Setup;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The lab that is open, whichever it is: how it is set up, what came of it and what is pointed at. */
public final class LabModel {
    private final Workspace session;
    /** What came of it. */
    final LabResults results;

    private final Labs labs;
    /** Whether what is to be noticed is kept back. */
    final BooleanProperty held = new SimpleBooleanProperty();

    private final ReadOnlyObjectWrapper<@Nullable Setup<?>> setup = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Pointed> pointed = new ReadOnlyObjectWrapper<>(Pointed.NOTHING);
    private final ReadOnlyObjectWrapper<String> spoken = new ReadOnlyObjectWrapper<>("");
    private BooleanSupplier asSaved = () -> false;
    private @Nullable LabState begun;
    private @Nullable Experiment begunOn;

    /** @param labs the labs there are */
    public LabModel(Workspace session, TaskRunner background, Labs labs) {
        this.session = session;
        TrainedModel.Client model = session.model().client();
        results = new LabResults(
                new LabWork(background, model), session.resolver().with(model));
        this.labs = labs;
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
        return results.look();
    }

    /** Returns a number that came of the lab as it is set up now, by its name. */
    public OptionalDouble result(String name) {
        LabLook now = look().get();
        return now == null || !now.setup().equals(setup.get())
                ? OptionalDouble.empty()
                : now.shown().fact(name);
    }

    /** What there is to see of it, or null. */
    ReadOnlyObjectProperty<@Nullable LabLook> look() {
        return results.look();
    }

    ReadOnlyObjectProperty<Pointed> pointed() {
        return pointed.getReadOnlyProperty();
    }

    /** What is waited for, in words, or empty. */
    public ReadOnlyStringProperty waiting() {
        return results.work.waiting();
    }

    /** What was done last, in words: a gesture is told as it happens. */
    ReadOnlyObjectProperty<String> spoken() {
        return spoken.getReadOnlyProperty();
    }

    /** Keeps what is to be noticed back while somebody is to find it, or says it again. */
    public void hold(boolean back) {
        held.set(back);
    }

    /**
     * Takes over how to know that nothing was changed yet in a lab that a card has opened.
     *
     * @param shown whether what is shown is a lesson’s card as it was saved
     */
    public void asSaved(BooleanSupplier shown) {
        asSaved = shown;
    }

    void tell(String what) {
        spoken.set(what);
    }

    public boolean isOpen() {
        return setup.get() != null;
    }

    /** Whether the lab that is open is one of a group: what one changes in a lab of change shows in map and bars too. */
    public boolean in(About.Group group) {
        Setup<?> now = setup.get();
        return now != null && now.lab().about().group() == group;
    }

    /** Whether ← and → nudge in the lab that is open, instead of pointing to what lies beside. */
    public boolean stepsByArrows() {
        Setup<?> now = setup.get();
        return now != null && now.lab().stepsByArrows();
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

    /** Whether a run is under way. */
    public ReadOnlyBooleanProperty running() {
        return results.work.running();
    }

    /** Gives up the other file or model that is being read; else stops the work or, where there is none, closes the lab. */
    public void leave() {
        if (session.experimentModel().awaited().unseen()) {
            session.cancelReading();
        } else if (!results.stop()) {
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
                && !asSaved.getAsBoolean()
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
            results.forgive();
        } catch (Refusal e) {
            results.refuse(e);
        }
    }

    /** Takes over what the session says: lab, settings, sentence. */
    private void follow() {
        LabState state = session.lab().get();
        if (state == null) {
            results.work.end();
            setup.set(null);
            results.clear();
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
                results.clear();
                pointed.set(Pointed.NOTHING);
            }
            setup.set(now);
            results.compute(now);
        } catch (Refusal e) {
            session.say(new Notice(Notice.Kind.PROBLEM, String.valueOf(e.getMessage())));
            close();
        }
    }

    /** Begins the run of the lab, if it waits for it. */
    void run() {
        Optional.ofNullable(setup.get()).ifPresent(results::run);
    }

    /** Whether the lab waits for its run to be begun. */
    boolean waits() {
        return results.waits();
    }

    void point(Pointed at) {
        pointed.set(at);
    }

    private <T> Optional<T> looked(Function<LabLook, Optional<T>> ask) {
        return Optional.ofNullable(look().get()).flatMap(ask);
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
        return looked(now -> now.opens(at, session.moment()));
    }

    /** The lab as it is seen now, to be taken away. */
    public Optional<LabPage> page() {
        return looked(now -> Optional.of(now.page(pointed.get())));
    }
}
