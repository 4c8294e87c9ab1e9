package app.regard.ui;

import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.file.Saved;
import app.regard.trace.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** What the window remembers from one start to the next, written a while after it changed and when the window closes. */
final class Memory {
    private static final Duration A_WHILE = Duration.seconds(3);

    private final Path file;
    private final Background background;
    private final Background.Slot writing = new Background.Slot();
    private final Supplier<Saved> now;
    private final PauseTransition later = new PauseTransition(A_WHILE);
    private Saved written;

    /** @param now what is to be remembered if it is written now */
    Memory(Path file, Background background, Saved before, Supplier<Saved> now) {
        this.file = file;
        this.background = background;
        this.written = before;
        this.now = now;
        later.setOnFinished(e -> write());
    }

    /** Something may have changed. */
    void touch() {
        later.playFromStart();
    }

    private void write() {
        Saved saved = now.get();
        if (!saved.equals(written)) {
            written = saved;
            background.latest(writing, () -> put(saved), done -> {}, e -> {
                throw e;
            });
        }
    }

    /** The window closes: what is not written yet is written at once. */
    void close() {
        later.stop();
        writing.forget();
        put(now.get());
    }

    /** Where the place for such things cannot be written to, the next start begins anew; that is no reason to disturb.
     * One after the other, so that what is newest is there at the end. */
    private synchronized boolean put(Saved saved) {
        try {
            saved.write(file);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    // ---- how things look, as settings

    static Map<String, String> settings(View view) {
        return Map.of(
                "theme", name(view.theme()),
                "ramp", name(view.ramp()),
                "decimals", Integer.toString(view.decimals()),
                "text", Double.toString(view.textScale()));
    }

    /** A setting that is missing, or makes no sense any more, is as usual. */
    static View view(Map<String, String> settings) {
        View view = View.USUAL;
        view = changed(view, settings.get("theme"), t -> one(t, Theme.values()), View::withTheme);
        view = changed(view, settings.get("ramp"), t -> one(t, Ramp.values()), View::withRamp);
        view = changed(view, settings.get("decimals"), Integer::valueOf, View::withDecimals);
        return changed(view, settings.get("text"), Double::valueOf, View::withTextScale);
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
