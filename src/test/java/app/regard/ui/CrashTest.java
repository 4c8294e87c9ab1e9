package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.app.MainView;
import app.regard.ui.app.Window;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.lesson.LessonModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed takes neither the sentence nor the lesson along. */
class CrashTest extends WindowTest {
    @TempDir
    private Path folder;

    private Optional<Stage> second = Optional.empty();

    @AfterEach
    void closed() {
        second.ifPresent(stage -> interact(stage::close));
    }

    /** The process that is killed: a window in which a reader has typed and changed a lesson. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            Path place = Path.of(args[0]);
            Path lesson = Path.of(args[1]);
            Platform.startup(() -> {
                MainView view = Window.show(new Stage(), FileDialogs.NONE, Optional.of(place));
                view.lessons().open(lesson);
                view.storage().waiting().addListener((o, was, is) -> {
                    if (is.isEmpty()) {
                        Platform.runLater(() -> work(view));
                    }
                });
            });
        }

        private static void work(MainView view) {
            view.lessonModel().next();
            view.lessonModel().cardNotes("not saved yet");
            view.session().type("a sentence nobody saved");
            System.out.println("done");
        }
    }

    private Path place() {
        return folder.resolve("regard/session.json");
    }

    private Path lesson() {
        Path file = folder.resolve("two.regard");
        Moment moment = new Moment(Experiment.of("the cat sat", new Source.Simple("similarity")), 4, 2);
        Lesson.Card card = new Lesson.Card(moment, "", "as it was");
        Lessons.write(file, true, new Lesson("Two", "", List.of(card, card)));
        return file;
    }

    private List<String> kept() throws IOException {
        if (!java.nio.file.Files.isDirectory(folder.resolve("regard"))) {
            return List.of();
        }
        try (Stream<Path> files = java.nio.file.Files.list(folder.resolve("regard"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private MainView start() {
        return onWindow(() -> {
            Stage stage = new Stage();
            second = Optional.of(stage);
            return Window.show(stage, FileDialogs.NONE, Optional.of(place()));
        });
    }

    @Test
    void aKilledProcessLosesNeitherTheSentenceNorTheLesson() throws Exception {
        Path lesson = lesson();
        Process process = victim(lesson);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (!Objects.requireNonNull(said.readLine(), "it ended").equals("done")) {}
            until(() -> java.nio.file.Files.exists(place())
                    && java.nio.file.Files.readString(place()).contains("a sentence nobody saved")
                    && kept().stream().anyMatch(name -> name.startsWith("recovery-")));
        } finally {
            process.destroyForcibly().waitFor(); // kill -9
        }
        assertThat(kept()).contains("recovery-" + process.pid() + ".json");
        MainView view = start();
        assertThat(onWindow(() -> view.session().experiment().get().text())).isEqualTo("a sentence nobody saved");
        LessonModel.Open open = onWindow(() -> view.lessonModel().open().get().orElseThrow());
        assertThat(open.changed()).isTrue();
        assertThat(open.card()).isEqualTo(1);
        assertThat(open.shown().notes()).isEqualTo("not saved yet");
        assertThat(open.file()).contains(lesson);
        assertThat(onWindow(() -> view.session().notice().get().text())).contains("did not end as it should", "Ctrl+S");
        assertThat(onWindow(() -> second.orElseThrow().getTitle())).isEqualTo("• Two – Regard");
        String own = "recovery-" + ProcessHandle.current().pid() + ".json";
        until(() -> kept().equals(List.of(own, "session.json"))); // kept by this process now, in case it crashes too
        interact(() -> view.lessons().save());
        until(() -> !view.lessonModel().changed());
        until(() -> kept().equals(List.of("session.json")));
        assertThat(Lessons.read(lesson).cards().get(1).notes()).isEqualTo("not saved yet");
    }

    @Test
    void whatTheReaderDidNotWantSavedDoesNotComeBack() throws IOException {
        MainView first = start();
        interact(() -> first.lessonModel().begin());
        until(() -> kept().stream().anyMatch(name -> name.startsWith("recovery-")));
        interact(() -> second.orElseThrow().close()); // as after “Don’t save”
        assertThat(kept()).containsExactly("session.json");
        MainView view = start();
        assertThat(onWindow(() -> view.lessonModel().open().get())).isEmpty();
    }

    @Test
    void movingOnAndOnDoesNotPutTheWritingOff() {
        MainView view = start();
        interact(() -> view.lessonModel().begin());
        until(
                () -> { // something changes in every round, and it is written none the less
                    interact(() -> view.session()
                            .step(view.session().shown().get().focus().stage() < 8 ? 1 : -7));
                    return java.nio.file.Files.exists(place()) && kept().size() == 2;
                });
    }

    @Test
    void aBrokenRecoveryIsSetAsideAndTheWindowOpens() throws IOException {
        java.nio.file.Files.createDirectories(place().getParent());
        Path left = place().resolveSibling("recovery-999999999.json");
        java.nio.file.Files.writeString(left, "{ nonsense");
        MainView view = start();
        assertThat(onWindow(() -> view.lessonModel().open().get())).isEmpty();
        assertThat(kept()).contains("recovery-999999999.json.broken");
    }

    private Process victim(Path lesson) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        for (String name : List.of("glass.platform", "monocle.platform", "prism.order", "java.awt.headless")) {
            Optional.ofNullable(System.getProperty(name)).ifPresent(value -> command.add("-D" + name + "=" + value));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                place().toString(),
                lesson.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
