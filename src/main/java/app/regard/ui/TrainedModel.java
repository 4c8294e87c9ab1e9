package app.regard.ui;

import app.regard.model.Crew;
import app.regard.model.MiniLm;
import app.regard.model.Passed;
import app.regard.model.Shelf;
import app.regard.model.Trained;
import app.regard.model.Watch;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Refusal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** The trained model as the window knows it: whether it is there, how far the reading of it is, and the way to call it off. */
final class TrainedModel implements Function<Experiment, Inputs> {
    /** While nothing is read. */
    static final double IDLE = -1;

    /** What to say where this copy of the program came without it. */
    static final String MISSING = "This copy of Regard came without its trained model. "
            + "Install Regard with its model; all other heads work.";

    /** What a reader should know before believing a trained head. */
    static final String ABOUT =
            MiniLm.NAME + " (Apache-2.0) reads both ways; it was tuned to compare sentences, not to "
                    + "predict the next word. Weights alone do not explain a model (Jain & Wallace 2019; Wiegreffe & Pinter 2019).";

    private final Shelf shelf;
    private final Trained trained;
    private final boolean present;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(IDLE);
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private volatile boolean calledOff;

    /** @param present whether this copy of the program holds the model */
    TrainedModel(Crew crew, boolean present) {
        this.shelf = new Shelf();
        this.trained = new Trained(shelf, crew, new Reader());
        this.present = present;
    }

    /** None: what asks for it is told so. */
    static TrainedModel none() {
        return new TrainedModel(Crew.ALONE, false);
    }

    boolean present() {
        return present;
    }

    /** Whether it has been read and is kept. */
    boolean ready() {
        return shelf.ready().isPresent();
    }

    /** How far the reading is, 0 to 1; {@link #IDLE} while nothing is read. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** What a pane says while it waits for the model, at a share of the reading. */
    static String waiting(double share) {
        return share == IDLE ? "Computing …" : "Reading the model … " + Math.round(share * 100) + " %. Esc cancels.";
    }

    /** What a pane says where nothing came of it. */
    static String problem(RuntimeException e) {
        return e instanceof CancellationException
                ? "The model was not read. Close this and open it again to try once more."
                : e instanceof Refusal ? String.valueOf(e.getMessage()) : "This could not be computed: " + e;
    }

    /** On the window's thread: something is about to be asked for. */
    void begin() {
        calledOff = false;
        told.set(0);
        if (present && !ready()) {
            share.set(Math.max(0, share.get()));
        }
    }

    /** On the window's thread: it is there, or will not be. */
    void end() {
        share.set(IDLE);
    }

    /** Ends the reading soon, with a {@link java.util.concurrent.CancellationException} in the thread that reads. */
    void callOff() {
        calledOff = atWork.get() > 0;
        end();
    }

    /** Frees the model's memory; it is read again when it is next asked for. */
    void unload() {
        trained.unload();
    }

    /** Away from the window's thread: reads the model if need be. */
    @Override
    public Inputs apply(Experiment e) {
        return inputs(e, () -> false);
    }

    /**
     * The same, where the result may become unwanted: then the pass ends after the layer that it is at.
     *
     * @param outdated whether it has; the reading of the model goes on, for whoever asks next needs it too
     * @throws java.util.concurrent.CancellationException if it has, or the reading was called off
     */
    Inputs inputs(Experiment e, BooleanSupplier outdated) {
        return atWork(() -> trained.inputs(e, new Pass(outdated)));
    }

    /** All layers and heads for a text, likewise. */
    Passed passed(String text, BooleanSupplier outdated) {
        return atWork(() -> trained.passed(text, new Pass(outdated)));
    }

    private <T> T atWork(Supplier<T> work) {
        if (!present) {
            throw new Refusal(MISSING);
        }
        atWork.incrementAndGet();
        try {
            return work.get();
        } finally {
            if (atWork.decrementAndGet() == 0) {
                calledOff = false; // whoever asks next means it
            }
        }
    }

    /** Is told by the thread that reads, and tells the window's. */
    private final class Reader implements Watch {
        @Override
        public void reached(double done) {
            int percent = (int) (100 * done);
            if (!ready() && told.getAndSet(percent) != percent) {
                Platform.runLater(() -> {
                    if (!calledOff && share.get() != IDLE) {
                        share.set(done);
                    }
                });
            }
        }

        @Override
        public boolean calledOff() {
            return calledOff;
        }
    }

    /** Watches one pass, which nobody is told of. */
    private final class Pass implements Watch {
        private final BooleanSupplier outdated;

        Pass(BooleanSupplier outdated) {
            this.outdated = outdated;
        }

        @Override
        public void reached(double done) {}

        @Override
        public boolean calledOff() {
            return calledOff || outdated.getAsBoolean();
        }
    }
}
