package app.regard.ui.session;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.BundledModel;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.transformer.KnownModels;
import app.regard.transformer.MiniLm;
import app.regard.transformer.ModelCache;
import app.regard.transformer.ModelShape;
import app.regard.transformer.Trained;
import app.regard.transformer.Transformer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** The trained models as the window knows them: whether they are there, and who waits for one. */
public final class TrainedModel implements ForwardPasses {
    /** The share of one who does not wait for the reading. */
    public static final double IDLE = -1;

    /** What to say where this copy of the program came without it. */
    public static final String MISSING = "This copy of Regard came without its trained model. "
            + "Install Regard with its model; all other heads work.";

    /** The same of the model that comes with the program. */
    public static final String ABOUT = about(MiniLm.MODEL.shape());

    private final ModelCache modelCache;
    private final Trained trained;
    private final boolean present;
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private volatile double reached;

    /** @param present whether this copy of the program holds the model */
    public TrainedModel(Workers workers, boolean present) {
        this(workers, present, new ModelCache());
    }

    /** @param modelCache where the model stands, or is read for it */
    public TrainedModel(Workers workers, boolean present, ModelCache modelCache) {
        this.modelCache = modelCache;
        this.trained = new Trained(modelCache, workers, new Reading());
        this.present = present;
    }

    /** None: what asks for it is told so. */
    static TrainedModel none() {
        return new TrainedModel(Workers.ALONE, false);
    }

    public boolean present() {
        return present;
    }

    /** Whether the model that comes with the program has been read and is kept. */
    public boolean ready() {
        return ready(MiniLm.NAME);
    }

    /** Whether a model has been read and is kept. */
    public boolean ready(String model) {
        return modelCache.ready(model).isPresent();
    }

    /** What is known of a model without reading anything: of a folder only while its model is kept. */
    public Optional<ModelShape> known(String model) {
        return modelCache.ready(model).map(Transformer::shape).or(() -> KnownModels.model(model)
                .map(BundledModel::shape));
    }

    /**
     * The first head of the model in a folder, as the folder is now; not on the window's thread.
     *
     * @throws Refusal if there is no such model
     */
    Source.Trained first(String folder) {
        ModelShape shape = trained.afresh(folder);
        return new Source.Trained(shape.id(), 0, 0, shape.fingerprint());
    }

    /** What a reader should know before believing a head of a model that was read. */
    String about(String model) {
        return known(model).map(TrainedModel::about).orElse("");
    }

    /** What a reader should know before believing a head of a model. */
    public static String about(ModelShape of) {
        return of.about() + " Weights alone do not explain a model (Jain & Wallace 2019; Wiegreffe & Pinter 2019).";
    }

    /** Returns the line of a pane that waits for the model, at a share of the reading. */
    public static String waiting(double share) {
        return share == IDLE ? "Computing …" : "Reading the model … " + Math.round(share * 100) + " %. Esc cancels.";
    }

    /** Returns the line of a pane for which the model could not be read. */
    public static String problem(RuntimeException e) {
        return e instanceof CancellationException
                ? "The model was not read. Close this and open it again to try once more."
                : String.valueOf(e.getMessage());
    }

    /** Frees the model's memory; it is read again when it is next asked for. */
    public void unload() {
        trained.unload();
    }

    /** Somebody new who asks for the model. */
    public Client client() {
        Client client = new Client();
        clients.add(client);
        return client;
    }

    @Override
    public ModelShape shape(String model) {
        return trained.shape(model);
    }

    /** Away from the window's thread: reads the model if need be, for nobody who could call it off. */
    @Override
    public ForwardPass passed(String model, String text, Progress progress) {
        return uncancelled(client -> client.passed(model, text, progress));
    }

    /** Reads the model if need be, likewise. */
    @Override
    public Transformer model(String model) {
        return uncancelled(client -> client.model(model));
    }

    private <T> T uncancelled(Function<Client, T> work) {
        Client client = client();
        client.wanted = true;
        try {
            return work.apply(client);
        } finally {
            client.leave();
        }
    }

    /**
     * One of those who ask for the model. It is read once for all of them, until nobody wants it any more; how far it is each is
     * told by itself, as long as it waits.
     */
    public final class Client implements ForwardPasses {
        private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(IDLE);
        private volatile boolean wanted;

        private Client() {}

        /** How far the reading is that this one waits for, 0 to 1; {@link #IDLE} while it waits for none. */
        public ReadOnlyDoubleProperty share() {
            return share.getReadOnlyProperty();
        }

        /** On the window's thread: something is about to be asked of the model that comes with the program. */
        public void begin() {
            begin(MiniLm.NAME);
        }

        /** The same of any model. */
        public void begin(String model) {
            if (!ready(model) && (present || !model.equals(MiniLm.NAME))) {
                boolean first = clients.stream().noneMatch(c -> c.wanted);
                reached = first ? 0 : reached;
                share.set(reached);
            }
            wanted = true;
        }

        /** On the window's thread: it is there, or will not be, or is not wanted any more. */
        public void end() {
            wanted = false;
            share.set(IDLE);
        }

        /** Ends it for good. */
        public void leave() {
            wanted = false;
            clients.remove(this);
        }

        @Override
        public ModelShape shape(String model) {
            return trained.shape(model);
        }

        /**
         * All layers and heads for a text, away from the window's thread.
         *
         * @param progress may end the pass after the layer that it is at; the reading of the model goes on while anybody wants it
         * @throws CancellationException if it does, or nobody wants the model
         */
        @Override
        public ForwardPass passed(String model, String text, Progress progress) {
            require(model);
            return trained.passed(model, text, progress);
        }

        @Override
        public Transformer model(String model) {
            require(model);
            return trained.model(model);
        }

        private void require(String model) {
            if (!present && model.equals(MiniLm.NAME)) {
                throw new Refusal(MISSING);
            }
        }
    }

    /** The progress of the reading, which is for all who want it. */
    private final class Reading implements Progress {
        private final AtomicInteger told = new AtomicInteger();

        @Override
        public void at(double done) {
            check();
            int percent = (int) (100 * done);
            if (told.getAndSet(percent) != percent) {
                reached = done;
                Platform.runLater(() -> clients.stream()
                        .filter(client -> client.wanted && client.share.get() != IDLE)
                        .forEach(client -> client.share.set(done)));
            }
        }

        @Override
        public void check() {
            if (clients.stream().noneMatch(client -> client.wanted)) {
                throw new CancellationException("nobody wants the model any more");
            }
        }
    }
}
