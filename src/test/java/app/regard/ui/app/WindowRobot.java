package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.Spot;
import app.regard.ui.kit.FigureView;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** A robot that uses the window as a reader would, with mouse and keys, and waits for what comes of it. */
public abstract class WindowRobot extends ApplicationTest {
    private static final int PATIENCE = 30;
    private static final int PULSE_MILLIS = 200;

    /** How often the window's thread is waited for: what is put off once or twice has happened then. */
    private static final int ROUNDS = 3;

    /** A figure of the window. */
    public abstract FigureView figure(String id);

    /** Who has the keyboard, by id. */
    public abstract String focused();

    public final <T extends Node> T node(String id, Class<T> type) {
        return onWindow(() -> lookup("#" + id).queryAs(type));
    }

    /** Whether the window has what is searched for. */
    public final boolean has(String query) {
        return onWindow(() -> lookup(query).tryQuery().isPresent());
    }

    /** A search on the window's thread, and on no other: nodes come and go there while another thread would look. */
    @Override
    public final NodeQuery lookup(String query) {
        assertThat(Platform.isFxApplicationThread())
                .as("on the window's thread")
                .isTrue();
        return super.lookup(query);
    }

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

    /** Waits until something is so, which is asked on the window's thread; fails when it never is. */
    public static void until(Callable<Boolean> so) {
        assertThat(Platform.isFxApplicationThread())
                .as("that thread cannot wait for itself")
                .isFalse();
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> onWindow(so));
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
        click(onWindow(() -> lookup(text).<Node>query()));
    }

    /** Moves the mouse to the middle of a node. */
    public final void pointAt(String id) {
        pointAt(node(id, Node.class));
    }

    private void pointAt(Node node) {
        mouseTo(onWindow(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        }));
    }

    private void click(Node node) {
        pointAt(node);
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
        until(() -> has(".head-popover")
                && lookup(".head-popover").query().lookupAll("*").stream().anyMatch(Node::isFocused));
        untilStill(onWindow(() -> lookup(".head-popover").query()));
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
        if (Platform.isFxApplicationThread()) {
            try {
                return ask.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1_000L, ask);
    }
}
