package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.file.PlainFile;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Saving;
import app.regard.ui.session.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The reading and writing of lessons away from the window's thread: one file at a time, which may be given up. */
public final class LessonStorage {
    private static final String SAVING = "Saving ";

    private final LessonModel lessonModel;
    private final Workspace session;
    private final TaskRunner tasks;
    private final TaskRunner.Slot reading = new TaskRunner.Slot();
    private final TaskRunner.Slot writing = new TaskRunner.Slot();
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private Optional<Runnable> afterWriting = Optional.empty();

    public LessonStorage(LessonModel lessonModel, Workspace session, TaskRunner tasks) {
        this.lessonModel = lessonModel;
        this.session = session;
        this.tasks = tasks;
    }

    /** Returns the file that is waited for, as a line for the reader; empty while none is. */
    public ReadOnlyStringProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Opens a file; where it cannot be read, that is said and what was open stays. */
    public void open(Path file) {
        if (saves()) {
            problem("The lesson is still being saved: open " + name(file) + " once that is done.");
            return;
        }
        int before = lessonModel.count();
        boolean unsaved = lessonModel.changed();
        waiting.set("Opening " + name(file) + " …");
        tasks.latest(
                TaskRunner.Worker.FILES,
                reading,
                progress -> Lessons.read(file, session::check),
                lesson -> {
                    waiting.set("");
                    if (lessonModel.count() != before || (lessonModel.changed() && !unsaved)) {
                        problem(name(file)
                                + " was not opened, for the lesson here was changed meanwhile. Open it again.");
                    } else {
                        lessonModel.opened(lesson, Optional.of(file));
                    }
                },
                why -> {
                    waiting.set("");
                    problem(String.valueOf(why.getMessage()));
                });
    }

    /**
     * Saves the lesson as a file; where that fails, it is said.
     *
     * @param then is done once it is saved
     */
    void save(Path file, Runnable then) {
        Optional<LessonModel.Open> now = lessonModel.open().get();
        if (now.isEmpty()) {
            return;
        }
        if (saves()) {
            afterWriting = Optional.of(() -> save(file, then)); // one after the other, so that the newest stays
            return;
        }
        int count = lessonModel.count();
        Lesson lesson = now.get().lesson();
        reading.forget();
        waiting.set(SAVING + name(file) + " …");
        tasks.latest(
                TaskRunner.Worker.FILES,
                writing,
                progress -> {
                    Lessons.write(PlainFile.require(file), true, lesson);
                    return file;
                },
                done -> {
                    if (count == lessonModel.count()) {
                        lessonModel.saved(lesson, file);
                    }
                    session.say(new Notice(Notice.Kind.HINT, Saving.saved(file)));
                    written();
                    then.run();
                },
                why -> {
                    problem(String.valueOf(why.getMessage()));
                    written();
                });
    }

    private boolean saves() {
        return waiting.get().startsWith(SAVING);
    }

    private void written() {
        waiting.set("");
        Optional<Runnable> next = afterWriting;
        afterWriting = Optional.empty();
        next.ifPresent(Runnable::run);
    }

    /** Stops waiting for a file: what is open stays as it is. */
    public void cancel() {
        String said = saves() ? "The lesson was not saved." : "The lesson was not opened: what was open stays.";
        reading.forget();
        writing.forget();
        afterWriting = Optional.empty();
        waiting.set("");
        session.say(new Notice(Notice.Kind.CHANGE, said));
    }

    /** Before the program ends: a lesson that is being saved is saved. */
    public void end() {
        reading.forget();
        writing.await();
    }

    private void problem(String text) {
        session.say(new Notice(Notice.Kind.PROBLEM, text));
    }

    private static String name(Path file) {
        return "“" + file.getFileName() + "”";
    }
}
