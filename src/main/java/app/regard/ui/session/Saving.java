package app.regard.ui.session;

import app.regard.draw.Lettering;
import app.regard.file.Atomic;
import app.regard.trace.Progress;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.Request;
import app.regard.ui.kit.TaskRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The one export that may be under way: what it is, how far it is, and the way to give it up. */
public final class Saving {
    /** Longer names are said without their middle, so that there is room for the folder. */
    private static final int LONGEST_NAME = 32;

    /** The content that goes into a file. */
    public interface Body {
        void to(OutputStream out, Progress progress) throws IOException;
    }

    private final Workspace session;
    private final TaskRunner tasks;
    private final FileDialogs files;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(0);
    private Optional<Request> running = Optional.empty();
    private Optional<Notice.Action> show = Optional.empty();

    /** @param files shows where a file lies */
    public Saving(Workspace session, TaskRunner tasks, FileDialogs files) {
        this.files = files;
        this.session = session;
        this.tasks = tasks;
    }

    /** Returns the export that is being made, or nothing. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    public boolean idle() {
        return name.get().isEmpty();
    }

    /** What to say to somebody who asks for a second one meanwhile. */
    String busyText() {
        return "“" + name.get() + "” is still being made: wait for it, or cancel it at the foot of the window.";
    }

    /** Whether something can be begun now; says so where not. */
    public boolean ready() {
        if (!idle()) {
            session.say(new Notice(Notice.Kind.PROBLEM, busyText()));
        }
        return idle();
    }

    /** Writes a file and says so; a file that is there is replaced once the new one is whole. */
    public void file(Path file, Body body) {
        make(
                file.getFileName().toString(),
                progress -> {
                    Atomic.write(file, true, out -> body.to(out, progress));
                    return file;
                },
                done -> said(done, ""));
    }

    /** Makes something away from the window's thread and hands it over; refused while something else is being made. */
    public <T> void make(String what, TaskRunner.Work<T> work, Consumer<T> done) {
        if (!ready()) {
            return;
        }
        name.set(what);
        share.set(0);
        running = Optional.of(tasks.task(
                work,
                share::set,
                result -> {
                    over();
                    done.accept(result);
                },
                problem -> {
                    over();
                    session.say(notice(what, problem));
                },
                "Choose a smaller size, or SVG or PDF."));
    }

    public void cancel() {
        running.ifPresent(Request::cancel);
    }

    /**
     * Gives up what is being made, before the program ends.
     *
     * @return whether nothing half-written is left
     */
    public boolean end() {
        cancel();
        return running.map(Request::await).orElse(true);
    }

    private void over() {
        running = Optional.empty();
        name.set("");
    }

    /**
     * Says where something was saved, and offers to show it there.
     *
     * @param more what else is to be said of it, or nothing
     */
    public void said(Path file, String more) {
        show = files.shows(file).map(how -> new Notice.Action("Show in folder", () -> show(how)));
        session.say(new Notice(Notice.Kind.HINT, saved(file) + more, show));
    }

    /** Where something was saved, in words. */
    public static String saved(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = Lettering.elided(String.valueOf(file.getFileName()), LONGEST_NAME);
        return "Saved as “" + name + "”" + (folder == null ? "." : " in “" + folder + "”.");
    }

    /** What shows where the last file was saved; nothing where none was, or there is no file manager. */
    public Optional<Notice.Action> show() {
        return show;
    }

    private void show(Runnable how) {
        tasks.task(
                progress -> {
                    how.run();
                    return true;
                },
                share -> {},
                shown -> {},
                problem -> session.say(notice("", problem)),
                "");
    }

    private static Notice notice(String what, RuntimeException problem) {
        if (problem instanceof CancellationException) {
            return new Notice(Notice.Kind.HINT, "“" + what + "” was cancelled: nothing was saved.");
        }
        return new Notice(Notice.Kind.PROBLEM, String.valueOf(problem.getMessage()));
    }
}
