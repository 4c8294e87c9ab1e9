package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.words.Example;
import app.regard.words.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** The workspace: what the window shows and what can be asked of it: properties out, commands in. */
public final class Workspace {
    /** Up to this many words everything is computed and painted at once; above it away from the window's thread. */
    public static final int AT_ONCE = Computing.AT_ONCE;

    private final Resolver resolver;
    private final TrainedModel model;
    private final Navigation navigation;
    private final ExperimentModel experimentModel;
    private final FileLoader loader;

    /** The last moment that needs no other file. */
    private Moment own;

    /** A session without a trained model. */
    public Workspace(Library library, TaskRunner tasks) {
        this(library, tasks, TrainedModel.none());
    }

    /** @param model what trained heads are resolved with */
    public Workspace(Library library, TaskRunner tasks, TrainedModel model) {
        this.model = model;
        resolver = new Resolver(library, model);
        TrainedModel.Client client = model.client();
        Example first = library.examples().get(0);
        Content seen = resolver.content(first.experiment(), Progress.NONE);
        navigation = new Navigation(ViewState.first(seen, first.experiment()));
        experimentModel = new ExperimentModel(
                library, model, client, new Computing(resolver.with(client), tasks), navigation, first);
        loader = new FileLoader(experimentModel, resolver.files(), model, navigation, tasks, new TaskRunner.Slot());
        own = shown().get().moment();
        shown().addListener(
                        (o, was, is) -> own = is.experiment().source().traits().kept() ? is.moment() : own);
    }

    public ReadOnlyObjectProperty<Experiment> experiment() {
        return experimentModel.experiment();
    }

    /** All that decides the picture. */
    public ReadOnlyObjectProperty<ViewState> shown() {
        return navigation.shown();
    }

    public ReadOnlyObjectProperty<Notice> notice() {
        return experimentModel.notice();
    }

    /** The lab that is open, with its settings, or null. */
    public ReadOnlyObjectProperty<@Nullable LabState> lab() {
        return experimentModel.lab();
    }

    public ReadOnlyBooleanProperty busy() {
        return experimentModel.awaited().busy();
    }

    /** Returns what is waited for, and whether that can be given up. */
    public ExperimentModel experimentModel() {
        return experimentModel;
    }

    /** The trained model: whether it is there, and whether it is read. */
    public TrainedModel model() {
        return model;
    }

    public Library library() {
        return resolver.library();
    }

    /** The road from experiments to their content, for work that nobody waits for and nobody calls off. */
    public Resolver resolver() {
        return resolver;
    }

    /** The last moment shown that can be kept, with the lab open on it: one without a file of attention. */
    public Moment own() {
        return own.equals(shown().get().moment()) ? moment() : own;
    }

    private Experiment now() {
        return experimentModel.experiment().get();
    }

    /**
     * Checks an experiment that somebody else wrote.
     *
     * @throws app.regard.trace.Refusal as {@link Resolver#check}
     */
    public void check(Experiment e) {
        resolver.check(e);
    }

    /** Another sentence; where it leaves an example's own table, the simple table takes over, and it is said. */
    public void type(String text) {
        experimentModel.typing().type(text);
    }

    /** Shows an example in the stages, where what it teaches is seen: a lab that is open closes; undo brings it back. */
    public void choose(Example example) {
        experimentModel.choose(
                example.experiment(),
                Notice.NONE,
                new Navigation.Place(shown().get().focus().stage(), -1, example.focus(), true));
    }

    /** Changes mask, positions, temperature or head as one undoable step. */
    public void change(UnaryOperator<Experiment> by) {
        experimentModel.choose(by.apply(now()), Notice.NONE);
    }

    /** Sets what is made of heads' weights, as one undoable step. */
    public void read(Reading other) {
        experimentModel.choose(now().withReading(other), Notice.NONE);
    }

    /** A head by its name: of the simple table, for which an example's own table is left, and that is said; or of two layers. */
    public void useHead(String head) {
        Optional<Source.Layered> layer = Source.Layered.named(head);
        if (layer.isPresent()) {
            experimentModel.choose(now().withSource(layer.get()).withEdits(List.of()), SourceNotices.layer(now()));
            return;
        }
        experimentModel.choose(oneSentence().withSource(new Source.Simple(head)), SourceNotices.simple(now().source()));
    }

    /** What was a file's tokens that answer is no second sentence, and a model's numbers are not a table's. */
    private Experiment oneSentence() {
        Experiment now = now();
        return now.source().traits().table() ? now : now.withKeyText(null).withEdits(List.of());
    }

    /** A head of the trained model; what it has inside already is dropped, and the first time that is said. */
    public void useTrained(int layer, int head) {
        Experiment now = now();
        Experiment next = now.withTrained(model.shape().name(), new HeadId(layer, head));
        experimentModel.choose(
                next.withKeyText(oneSentence().keyText()),
                SourceNotices.trained(now, model.shape())); // a second one is refused
    }

    /** A head of the model in a folder, the first one; where the folder holds none, it is said and what is shown stays. */
    public void openModel(Path folder) {
        loader.openModel(folder);
    }

    /** Random projections over the present table, or over the simple one where there is none. */
    public void useSeed(long seed) {
        Source source = now().source();
        String table = source.traits().table() ? source.table() : Source.SIMPLE_TABLE;
        Experiment next = oneSentence().withSource(new Source.Seeded(table, seed));
        experimentModel.choose(next, Notice.NONE);
    }

    /** New random projections: the next seed, so that every press gives others and all can be found again. */
    public void generate() {
        OptionalLong seed = now().source().randomSeed();
        useSeed(seed.isPresent() ? seed.getAsLong() + 1 : 1);
    }

    /** Another head of the file that is shown. */
    public void useFileHead(int layer, int head) {
        if (now().source().traits().file()) {
            experimentModel.choose(now().withHead(new HeadId(layer, head)), Notice.NONE);
        }
    }

    /** Shows attention that another program computed; where that fails, it is said and what is shown stays. */
    public void openAttention(Path file) {
        loader.openAttention(file);
    }

    /** What lies in files: other arrays and tokens of the file that is shown, an image under it. */
    public FileLoader files() {
        return loader;
    }

    /** Stops waiting for the trained model or a file: what is shown stays. */
    public void cancelReading() {
        experimentModel.cancelReading();
    }

    /** Frees the trained model's memory; what is shown stays. */
    public void unload() {
        model.unload();
        say(new Notice(
                Notice.Kind.HINT,
                "The trained model is put away and its memory is free. It is read again when it is next needed."));
    }

    /** Goes to a moment, as one step that can be undone. */
    public void show(Moment moment) {
        experimentModel.show(moment, Notice.NONE);
        loader.lay(moment);
    }

    /** Opens a moment that a lab leads to, likewise; what should be known of it is said. */
    public void open(Moment moment) {
        boolean trained = moment.experiment().source().traits().trained();
        experimentModel.show(moment, trained ? SourceNotices.trained(now(), model.shape()) : Notice.NONE);
    }

    /** Starts at a moment: there is nothing to undo before it. */
    public void begin(Moment moment) {
        experimentModel.begin(moment);
    }

    /** Opens a lab, sets it otherwise or, with null, leaves it; a step that can be undone. */
    public void useLab(@Nullable LabState other) {
        experimentModel.useLab(other);
    }

    /** Returns what is shown as a moment, with the lab that is open. */
    public Moment moment() {
        return shown().get().moment().withLab(lab().get());
    }

    public void undo() {
        experimentModel.go(History::undo).ifPresent(loader::lay);
    }

    public void redo() {
        experimentModel.go(History::redo).ifPresent(loader::lay);
    }

    public void goTo(int stage) {
        navigation.goTo(stage);
    }

    public void step(int by) {
        navigation.goTo(shown().get().focus().stage() + by);
    }

    /** Shows the present stage in another of its ways. */
    public void showVariant(int variant) {
        navigation.showVariant(variant);
    }

    /** Returns the spot that is pointed at. Rows of queries, chips and bars move the focus, unless it is pinned. */
    public void point(Optional<Spot> at) {
        navigation.point(at);
    }

    /** Pins the query of a spot; the pinned one again unpins it. */
    public void pin(Spot spot) {
        navigation.pin(spot);
    }

    public void unpin() {
        navigation.unpin();
    }

    /** Focuses the word before or after. */
    public void moveQuery(int by) {
        navigation.moveQuery(by);
    }

    public void look(View other) {
        navigation.look(other);
    }

    /** Zooms, moves or scrolls: changes how the numbers are looked at, never the numbers. */
    public void arrange(UnaryOperator<ViewState> by) {
        navigation.arrange(by);
    }

    /** Says something of what was done beside the numbers: saved, copied, opened. */
    public void say(Notice said) {
        experimentModel.say(said);
    }
}
