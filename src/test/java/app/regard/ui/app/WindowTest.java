package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Outside;
import app.regard.draw.Spot;
import app.regard.lab.catalog.Labs;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.OneModel;
import app.regard.ui.Answers;
import app.regard.ui.Drawn;
import app.regard.ui.Truth;
import app.regard.ui.kit.FigureView;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;

/** The real window, used by a robot as a reader would; whatever any thread throws meanwhile fails the test. */
public abstract class WindowTest extends WindowRobot {
    private static final Queue<Throwable> THROWN = new ConcurrentLinkedQueue<>();
    public static final String WEIGHTS = Part.WEIGHTS.label();

    @BeforeAll
    public static void textCanBeLaidOut() {
        Outside.textLayout();
    }

    /** What the reader says when asked for a file. */
    public final Answers answers = new Answers();

    @SuppressWarnings("NullAway.Init") // set by start, before any test
    private MainView view;

    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> THROWN.add(thrown));
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> THROWN.add(thrown));
        view = Window.show(stage, answers, OneModel.shelf(), labs());
    }

    /** The labs that the window has. */
    protected Labs labs() {
        return Labs.ALL;
    }

    @BeforeEach
    public void alone() {
        until(() -> listWindows().size() == 1); // a popup of the test before may still fade
        mouseTo(new Point2D(3, 3));
        THROWN.clear();
    }

    @AfterEach
    public void nothingWasThrown() throws TimeoutException {
        settle();
        FxToolkit.cleanupStages();
        // the test platform may tell of a drag that left the window when it has ended it already
        THROWN.removeIf(thrown -> thrown.getStackTrace().length > 1
                && thrown.getStackTrace()[0].getMethodName().equals("notifyDragLeave")
                && thrown.getStackTrace()[1].getClassName().startsWith("com.sun.glass.ui.monocle."));
        assertThat(THROWN).isEmpty();
    }

    public final MainView view() {
        return view;
    }

    public final Workspace session() {
        return view.session();
    }

    public final Trace trace() {
        return session().shown().get().trace().orElseThrow();
    }

    public final double weight(int i, int j) {
        return trace().weights().a().at(i, j);
    }

    public final int stage() {
        return session().shown().get().focus().stage();
    }

    public final int query() {
        return session().shown().get().focus().query();
    }

    public final TextField field() {
        return node("sentence", TextField.class);
    }

    @Override
    public final FigureView figure(String id) {
        return onWindow(() -> (FigureView) view.lookup("#" + id));
    }

    /** What the stage says at the level that is chosen. */
    public final String explained() {
        return List.of("text", "formula", "code").stream()
                .map(id -> node(id, Node.class))
                .filter(Node::isVisible)
                .map(shown -> shown instanceof Label text
                        ? text.getText()
                        : shown instanceof TextArea code ? code.getText() : shown.getAccessibleText())
                .collect(Collectors.joining());
    }

    public final String label(String id) {
        return node(id, Labeled.class).getText().replace('\u00A0', ' ');
    }

    /** Who has the keyboard, by id. */
    @Override
    public final String focused() {
        Node owner = onWindow(() -> view.getScene().getFocusOwner());
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    public final Drawn drawn(String id) {
        return Drawn.of(figure(id).figure());
    }

    public final Map<String, String> bars() {
        return drawn("bars").bars();
    }

    public static Spot cell(int i, int j) {
        return new Spot(WEIGHTS, i, j);
    }

    public static Spot chip(int i) {
        return new Spot(WeightFigures.ASKING, i, Spot.LABEL);
    }

    /** Holds every weight to the textbook's loops, and every row to its sum. */
    public final void assertWeights() {
        double[][] due = Truth.weights(trace());
        for (int i = 0; i < due.length; i++) {
            double sum = 0;
            for (int j = 0; j < due.length; j++) {
                assertThat(weight(i, j)).as("a(%d, %d)", i, j).isCloseTo(due[i][j], within(1e-12));
                sum += weight(i, j);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    /** The words that take part of a text, split without the window. */
    public List<String> wordsOf(String text) {
        return session()
                .library()
                .resolve(Experiment.of(text, new Source.Simple("similarity")))
                .from()
                .words()
                .words();
    }
}
