package app.regard.ui.app;

import app.regard.draw.ColourRange;
import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.file.Recovery;
import app.regard.file.Saved;
import app.regard.trace.Refusal;
import app.regard.ui.kit.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * The settings that the window remembers from one start to the next, written soon after it changed and when the window
 * closes.
 */
public final class SavedSettings {
    private static final Duration SOON = Duration.seconds(1);

    private final Path file;
    private final TaskRunner tasks;
    private final TaskRunner.Slot writing = new TaskRunner.Slot();
    private final Supplier<Now> now;
    private final PauseTransition later = new PauseTransition(SOON);
    private final List<Path> recovered;
    private Now written;

    /**
     * The state that is to be remembered.
     *
     * @param unsaved the lesson that a crash would take along, or nothing
     */
    record Now(Saved saved, Optional<Recovery> unsaved) {}

    /**
     * What is remembered in a file and beside it.
     *
     * @param recovered what was left of a start before and is open now
     * @param now what is to be remembered if it is written now
     */
    SavedSettings(Path file, TaskRunner tasks, Saved before, Optional<Path> recovered, Supplier<Now> now) {
        this.file = file;
        this.tasks = tasks;
        this.recovered = recovered.stream().toList();
        this.written = new Now(before, Optional.empty());
        this.now = now;
        later.setOnFinished(e -> write());
    }

    /** Something may have changed: it is written soon, and not later where more changes until then. */
    void touch() {
        if (later.getStatus() != Animation.Status.RUNNING) {
            later.playFromStart();
        }
    }

    private void write() {
        Now here = now.get();
        if (!here.equals(written)) {
            written = here;
            put(here);
        }
    }

    /** The window closes: what is not written yet is written, and no lesson is lost any more but by the reader's wish. */
    void close() {
        later.stop();
        put(new Now(now.get().saved(), Optional.empty()));
        writing.await();
    }

    private void put(Now here) {
        tasks.latest(TaskRunner.Worker.REMEMBER, writing, progress -> put(file, recovered, here), done -> {}, e -> {
            throw e;
        });
    }

    /** Where the place for such things cannot be written to, the next start begins anew; that is no reason to disturb. */
    private static boolean put(Path file, List<Path> recovered, Now here) {
        boolean saved = written(() -> here.saved().write(file));
        Path place = Recovery.place(file);
        return written(() -> {
                    if (here.unsaved().isPresent()) {
                        here.unsaved().get().write(place);
                    } else {
                        Files.deleteIfExists(place);
                    }
                    for (Path left : recovered) {
                        if (!left.equals(place)) {
                            Files.deleteIfExists(left); // it is in the place of this process now
                        }
                    }
                })
                && saved;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static boolean written(Writing what) {
        try {
            what.run();
            return true;
        } catch (Refusal | IOException e) {
            return false;
        }
    }

    // ---- how things look, as settings

    public static Map<String, String> settings(View view) {
        return Map.of(
                "theme", name(view.theme()),
                "ramp", name(view.ramp()),
                "decimals", Integer.toString(view.decimals()),
                "text", Double.toString(view.textScale()),
                "colours-to", Double.toString(view.range().most()),
                "colours-log", Boolean.toString(view.range().logarithmic()));
    }

    /** A setting that is missing, or makes no sense any more, is as usual. */
    public static View view(Map<String, String> settings) {
        View view = View.USUAL;
        view = changed(view, settings.get("theme"), t -> one(t, Theme.values()), View::withTheme);
        view = changed(view, settings.get("ramp"), t -> one(t, Ramp.values()), View::withRamp);
        view = changed(view, settings.get("decimals"), Integer::valueOf, View::withDecimals);
        view = changed(view, settings.get("text"), Double::valueOf, View::withTextScale);
        boolean log = Boolean.parseBoolean(settings.get("colours-log"));
        return changed(
                view, settings.get("colours-to"), t -> new ColourRange(Double.parseDouble(t), log), View::withRange);
    }

    private static <T> View changed(
            View view,
            @org.jspecify.annotations.Nullable String text,
            Function<String, T> read,
            java.util.function.BiFunction<View, T, View> with) {
        try {
            return text == null ? view : with.apply(view, read.apply(text));
        } catch (IllegalArgumentException e) {
            return view;
        }
    }

    private static <E extends Enum<E>> E one(String name, E[] all) {
        return List.of(all).stream()
                .filter(e -> name(e).equals(name))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
