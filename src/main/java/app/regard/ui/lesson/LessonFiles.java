package app.regard.ui.lesson;

import app.regard.file.FileName;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.text.Printable;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Overlay;
import app.regard.ui.kit.Question;
import app.regard.ui.session.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that lessons come from and go to; no change is lost unasked. */
public final class LessonFiles {
    private static final String EXTENSION = Lessons.ENDING.substring(1);

    private final LessonModel lessonModel;
    private final LessonStorage storage;
    private final Workspace session;
    private final FileDialogs files;
    private final Overlay overlay;

    /** @param overlay where the question is asked whether changes may be lost */
    public LessonFiles(
            LessonModel lessonModel, LessonStorage storage, Workspace session, FileDialogs files, Overlay overlay) {
        this.lessonModel = lessonModel;
        this.storage = storage;
        this.session = session;
        this.files = files;
        this.overlay = overlay;
    }

    public void begin() {
        unlessLost(lessonModel::begin);
    }

    public void open() {
        unlessLost(() -> files.open("Open a lesson", List.of(EXTENSION)).ifPresent(storage::open));
    }

    public void open(Path file) {
        unlessLost(() -> storage.open(file));
    }

    /** Opens a tour that comes with the program. */
    void tour(Lesson tour) {
        unlessLost(() -> lessonModel.opened(tour, Optional.empty()));
    }

    /** Whether there is a trained model for cards that need it. */
    boolean trained() {
        return session.model().present();
    }

    void close() {
        unlessLost(lessonModel::close);
    }

    /** Saves where it was saved before, or asks; without a lesson what is shown becomes one. */
    public void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        if (lessonModel.open().get().isEmpty()) {
            lessonModel.begin();
        }
        if (lessonModel.open().get().isEmpty()) {
            return; // and it was said why
        }
        Optional<Path> file = lessonModel.open().get().flatMap(LessonModel.Open::file);
        file.ifPresentOrElse(known -> storage.save(known, then), () -> saveAs(then));
    }

    public void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        String title = lessonModel.open().get().map(o -> o.lesson().title()).orElse("");
        String about = title.isBlank() ? session.shown().get().experiment().text() : title;
        files.save("Save the lesson", FileName.suggest(about, "", EXTENSION), EXTENSION)
                .ifPresent(chosen -> storage.save(chosen, then));
    }

    /** Opens the list of cards. */
    public void cards() {
        CardsPane pane = new CardsPane(lessonModel, overlay::close);
        overlay.open(pane, pane.first(), () -> {});
    }

    LessonModel model() {
        return lessonModel;
    }

    /** Whether the list of cards, or a question, has the keyboard to itself. */
    boolean asks() {
        return overlay.isOpen();
    }

    /** The lesson among files that are dragged in, if there is one. */
    public static Optional<Path> dragged(List<Path> dropped) {
        return dropped.stream()
                .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(Lessons.ENDING))
                .findFirst();
    }

    /** Does something that leaves the lesson; where that would lose changes, the reader is asked first, once. */
    public void unlessLost(Runnable then) {
        Optional<LessonModel.Open> open = lessonModel.open().get();
        if (!lessonModel.changed() || open.isEmpty()) {
            then.run();
            return;
        }
        Question.ask(
                overlay,
                "Save the changes to “" + Printable.label(open.get().name()) + "”?",
                "They would be lost otherwise.",
                () -> save(() -> unlessLost(then)), // which may have been changed meanwhile
                then);
    }
}
