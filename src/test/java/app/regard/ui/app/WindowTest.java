package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Outside;
import app.regard.draw.Box;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, used by a robot as a reader would; whatever any thread throws meanwhile fails the test. */
public abstract class WindowTest extends ApplicationTest {
    private static final Queue<Throwable> THROWN = new ConcurrentLinkedQueue<>();
    private static final int PATIENCE = 30;

    private static final int PULSE_MILLIS = 200;

    /** How often the window's thread is waited for: what is put off once or twice has happened then. */
    private static final int ROUNDS = 3;

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

    // ---- what is there

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

    public final <T extends Node> T node(String id, Class<T> type) {
        return lookup("#" + id).queryAs(type);
    }

    public final TextField field() {
        return node("sentence", TextField.class);
    }

    public final FigureView figure(String id) {
        return (FigureView) view.lookup("#" + id);
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
    public final String focused() {
        Node owner = view.getScene().getFocusOwner();
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

    // ---- what a reader does

    /** Lets the window finish what it has been asked, and lay itself out. */
    public static void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            onWindow(() -> true);
        }
        CountDownLatch laidOut = new CountDownLatch(1);
        onWindow(() -> afterPulse(laidOut::countDown));
        try {
            laidOut.await(PULSE_MILLIS, TimeUnit.MILLISECONDS); // a window that is just closing has no more pulse
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        onWindow(() -> true);
    }

    private static boolean afterPulse(Runnable then) {
        Scene scene = javafx.stage.Window.getWindows().stream()
                .map(javafx.stage.Window::getScene)
                .findFirst()
                .orElse(null);
        if (scene == null) {
            then.run();
            return false;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                then.run();
            }
        });
        Platform.requestNextPulse();
        return true;
    }

    /** Runs something on the window's thread and lets the window finish; without the pauses that TestFX makes. */
    @Override
    public final FxRobot interact(Runnable runnable) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(runnable));
        settle();
        return this;
    }

    /** Waits until something is so; fails when it never is. */
    public static void until(Callable<Boolean> so) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, so);
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        }
        settle();
    }

    /** Moves the mouse to a spot of a figure. */
    public final void pointAt(String id, Spot spot) {
        mouseTo(place(id, spot));
    }

    public final void clickAt(String id, Spot spot) {
        pointAt(id, spot);
        click();
    }

    public final void click(String id) {
        click(node(id, Node.class));
    }

    public final void clickText(String text) {
        click(lookup(text).<Node>query());
    }

    private void click(Node node) {
        mouseTo(onWindow(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        }));
        click();
    }

    private void click() {
        MouseRobot mouse = robotContext().getMouseRobot();
        mouse.pressNoWait(MouseButton.PRIMARY);
        mouse.releaseNoWait(MouseButton.PRIMARY);
        settle();
    }

    /** Asks a figure for its menu, as the right button and the menu key do; the test platform knows neither. */
    public final void askForMenu(String id) {
        Node node = figure(id);
        interact(() -> {
            Point2D at = node.localToScreen(20, 20);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, at.getX(), at.getY(), false, null));
        });
        settle();
    }

    /** Presses keys one after the other. */
    public final void keys(KeyCode... codes) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        for (KeyCode code : codes) {
            keyboard.pressNoWait(code);
            keyboard.releaseNoWait(code);
        }
        settle();
    }

    public final void times(KeyCode code, int times) {
        keys(Collections.nCopies(times, code).toArray(KeyCode[]::new));
    }

    /** Presses the keys of small letters and spaces. */
    public final void letters(String text) {
        keys(text.chars()
                .mapToObj(c -> KeyCode.getKeyCode(c == ' ' ? "Space" : Character.toString(c - 'a' + 'A')))
                .toArray(KeyCode[]::new));
    }

    /** Presses keys at once. */
    public final void together(KeyCode... codes) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(codes);
        keyboard.releaseNoWait(codes);
        settle();
    }

    /** Replaces the whole sentence by typing. */
    public final void retype(String sentence) {
        click("sentence");
        together(KeyCode.CONTROL, KeyCode.A);
        letters(sentence);
    }

    /** Types at the end of the sentence. */
    public final void append(String more) {
        click("sentence");
        keys(KeyCode.END);
        letters(more);
    }

    /** Replaces the whole sentence by pasting. */
    public final void paste(String text) {
        click("sentence");
        together(KeyCode.CONTROL, KeyCode.A);
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        together(KeyCode.CONTROL, KeyCode.V);
    }

    /** Waits until the controls of a trained head or of a file have faded in and have the keyboard. */
    public final void untilHeadIsOpen() {
        until(() -> lookup(".head-popover").tryQuery().isPresent()
                && lookup(".head-popover").query().lookupAll("*").stream().anyMatch(Node::isFocused));
        untilStill(lookup(".head-popover").query());
    }

    /** Waits until a node has stopped moving: a pane over the window takes its place in several pulses. */
    private void untilStill(Node node) {
        Bounds[] last = new Bounds[1];
        int[] same = new int[1];
        until(() -> {
            Bounds now = node.localToScreen(node.getBoundsInLocal());
            same[0] = now != null && now.equals(last[0]) ? same[0] + 1 : 0;
            last[0] = now;
            return same[0] > 20;
        });
    }

    /** Goes from control to control until one has the keyboard. */
    public final void tabTo(String id) {
        for (int i = 0; i < 80 && !focused().equals(id); i++) {
            keys(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    /** The middle of a spot, on the screen. */
    public final Point2D place(String id, Spot spot) {
        FigureView figure = figure(id);
        Box box = figure.figure().boxOf(spot).orElseThrow(() -> new AssertionError(id + " does not show " + spot));
        return onWindow(() -> figure.localToScreen(box.centreX(), box.centreY()));
    }

    public final void mouseTo(Point2D point) {
        robotContext().getMouseRobot().moveNoWait(point);
        settle();
    }

    /** Asks the window's thread for something. */
    public static <T> T onWindow(Callable<T> ask) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1_000L, ask);
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
