package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.ui.app.MainView;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/**
 * How fast the window answers: not a test that can fail, and not run with the tests, but printed by {@code mvn -q test
 * -Dtest=Speed -Dtests.jit=-XX:+TieredCompilation}. What is timed is the window's thread from the keystroke (or the mouse's move) to painted pixels and
 * finished layout; waiting for the next pulse is left out.
 */
public class Speed {
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 1500; // Java's compiler is through by then
    private static final List<String> WORDS =
            List.of("the", "dog", "saw", "a", "big", "river", "and", "it", "was", "tired", "because", "children");

    @Test
    public void print() throws Exception {
        System.out.println("Processors: " + Runtime.getRuntime().availableProcessors() + ", Java " + Runtime.version()
                + ", software pipeline, 1280 × 800, stage 6; milliseconds, median / 95th percentile");
        CompletableFuture<MainView> shown = new CompletableFuture<>();
        CompletableFuture<Workspace> sessions = new CompletableFuture<>();
        Platform.startup(() -> {
            TaskRunner tasks = new TaskRunner();
            TrainedModel model = new TrainedModel(tasks.workers(), true);
            Workspace session = new Workspace(new Library(), tasks, model);
            MainView view = new MainView(session, tasks, FileDialogs.NONE);
            Stage stage = new Stage();
            stage.setScene(new Scene(view, 1280, 800));
            stage.show();
            session.goTo(6);
            sessions.complete(session);
            shown.complete(view);
        });
        MainView view = shown.get();
        Workspace session = sessions.get();
        String few = sentence(12);
        report("keystroke, n = 12, the first", view, i -> session.type(few + (i % 2 == 0 ? " dog" : " cat")), 100);
        for (int n : new int[] {12, 64}) {
            String text = sentence(n);
            report("keystroke, n = " + n, view, i -> session.type(text + (i % 2 == 0 ? " dog" : " cat")));
        }
        for (int n : new int[] {12, 256}) {
            Platform.runLater(() -> session.type(sentence(n)));
            Thread.sleep(2000); // more than 64 words are computed and painted away from the window's thread
            report("hover, n = " + n, view, i -> session.point(Optional.of(new Spot("A", i % n, i * 7 % n))));
        }
        for (int stage : new int[] {1, 2, 6}) {
            retyping(stage, session, view);
        }
        for (int run = 0; run < 3; run++) {
            firstWindow();
        }
    }

    private static String sentence(int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n - 1; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(i % WORDS.size()));
        }
        return text.toString();
    }

    private static void report(String what, MainView view, IntConsumer action) throws Exception {
        report(what, view, action, WARM_UP);
    }

    private static void report(String what, MainView view, IntConsumer action, int warmUp) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int round = -warmUp; round < ROUNDS; round++) {
            int i = round + warmUp;
            CompletableFuture<Double> took = new CompletableFuture<>();
            Platform.runLater(() -> {
                long start = System.nanoTime();
                action.accept(i);
                view.layout();
                took.complete((System.nanoTime() - start) / 1e6);
            });
            double ms = took.get();
            if (round >= 0) {
                millis[round] = ms;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%-28s %6.2f / %6.2f%n", what, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    /** With the trained model, from the keystroke until the new sentence's picture stands: the worker's time counts. */
    private static void retyping(int stage, Workspace session, MainView view) throws Exception {
        double[] millis = new double[ROUNDS];
        Platform.runLater(() -> {
            session.type("The bank of the river was quiet and the dog saw a");
            session.useTrained(3, 1);
            session.goTo(stage);
        });
        Thread.sleep(5000); // the model is read
        for (int round = -100; round < ROUNDS; round++) {
            String text = "The bank of the river was quiet and the dog saw a " + WORDS.get((round & 1) + 3) + " cat";
            CompletableFuture<Double> took = new CompletableFuture<>();
            ChangeListener<ViewState> stands = (o, was, is) -> {
                if (is.experiment().text().equals(text)
                        && !was.experiment().text().equals(text)) {
                    Platform.runLater(() -> took.complete(0.0));
                }
            };
            Platform.runLater(() -> session.shown().addListener(stands));
            long start = System.nanoTime();
            Platform.runLater(() -> session.type(text));
            took.get();
            CompletableFuture<Double> laidOut = new CompletableFuture<>();
            Platform.runLater(() -> {
                view.layout();
                session.shown().removeListener(stands);
                laidOut.complete((System.nanoTime() - start) / 1e6);
            });
            double ms = laidOut.get();
            if (round >= 0) {
                millis[round] = ms;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "retyping, 16 pieces, stage %d %6.1f / %6.1f%n", stage, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    private static void firstWindow() throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java,
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-cp",
                        String.valueOf(path),
                        FirstWindow.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
