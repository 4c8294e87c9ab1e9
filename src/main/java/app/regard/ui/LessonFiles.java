package app.regard.ui;

import app.regard.file.FileName;
import app.regard.file.Lessons;
import app.regard.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lessons come from files and go to files, and no change is lost unasked. */
final class LessonFiles {
    private static final String EXTENSION = Lessons.ENDING.substring(1);

    private final Lecture lecture;
    private final LessonStorage storage;
    private final Session session;
    private final Files files;
    private final Overlay overlay;

    /** @param overlay where the question is asked whether changes may be lost */
    LessonFiles(Lecture lecture, LessonStorage storage, Session session, Files files, Overlay overlay) {
        this.lecture = lecture;
        this.storage = storage;
        this.session = session;
        this.files = files;
        this.overlay = overlay;
    }

    void begin() {
        unlessLost(lecture::begin);
    }

    void open() {
        unlessLost(() -> files.open("Open a lesson", List.of(EXTENSION)).ifPresent(storage::open));
    }

    void open(Path file) {
        unlessLost(() -> storage.open(file));
    }

    void close() {
        unlessLost(lecture::close);
    }

    /** Saves where it was saved before, or asks; without a lesson what is shown becomes one. */
    void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        if (lecture.open().get().isEmpty()) {
            lecture.begin();
        }
        if (lecture.open().get().isEmpty()) {
            return; // and it was said why
        }
        Optional<Path> file = lecture.open().get().flatMap(Lecture.Open::file);
        file.ifPresentOrElse(known -> storage.save(known, then), () -> saveAs(then));
    }

    void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        String title = lecture.open().get().map(o -> o.lesson().title()).orElse("");
        String about = title.isBlank() ? session.shown().get().experiment().text() : title;
        files.save("Save the lesson", FileName.suggest(about, "", EXTENSION), EXTENSION)
                .ifPresent(chosen -> storage.save(chosen, then));
    }

    /** The lesson among files that are dragged in, if there is one. */
    static Optional<Path> dragged(List<Path> dropped) {
        return dropped.stream()
                .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(Lessons.ENDING))
                .findFirst();
    }

    /** Does something that leaves the lesson; where that would lose changes, the reader is asked first, once. */
    void unlessLost(Runnable then) {
        Optional<Lecture.Open> open = lecture.open().get();
        if (!lecture.changed() || open.isEmpty()) {
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
