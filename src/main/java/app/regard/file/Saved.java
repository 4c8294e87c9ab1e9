package app.regard.file;

import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state that the window remembers from one start to the next.
 *
 * @param last where the reader was, or null before the first time
 * @param settings by name: theme, ramp, …
 * @param width of the window in pixels, or 0 where it has never been seen
 * @param height of the window in pixels, or 0
 * @param recent the lessons opened last, newest first, at most {@link #MOST_RECENT}
 */
public record Saved(
        @Nullable Moment last, Map<String, String> settings, double width, double height, List<String> recent) {
    /** So many files are remembered. */
    public static final int MOST_RECENT = 10;

    /** Nothing remembered. */
    public static final Saved NOTHING = new Saved(null, Map.of(), 0, 0, List.of());

    private static final int MOST_BYTES = 16 << 20;

    public Saved {
        settings = Map.copyOf(settings);
        recent = recent.stream().distinct().limit(MOST_RECENT).toList();
        if (!(width >= 0 && width < 1e6 && height >= 0 && height < 1e6)) {
            throw new IllegalArgumentException("no window is " + width + " × " + height + " pixels");
        }
    }

    /** The variables that a process is started with. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String name);
    }

    /** Where the file lies: in {@link #place()}. */
    public static Path file() {
        return place().resolve("session.json");
    }

    /** The folder that this system has for such things; the system property {@code regard.home} names another one. */
    public static Path place() {
        String home = System.getProperty("regard.home");
        return home != null && !home.isBlank()
                ? Path.of(home)
                : place(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System::getenv);
    }

    static Path place(String system, String home, Environment environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Regard");
        }
        if (name.startsWith("windows")) {
            String data = environment.get("APPDATA");
            return data == null || data.isBlank()
                    ? Path.of(home, "AppData", "Roaming", "Regard")
                    : Path.of(data, "Regard");
        }
        String config = environment.get("XDG_CONFIG_HOME");
        return config != null && Path.of(config).isAbsolute()
                ? Path.of(config, "regard")
                : Path.of(home, ".config", "regard");
    }

    /**
     * Reads what was remembered: nothing where there is no file, and nothing where it is broken; it is then set aside
     * as .broken.
     */
    public static Saved read(Path file) {
        if (!Files.exists(file)) {
            return NOTHING;
        }
        try {
            return read(WholeFile.text(file, MOST_BYTES), WholeFile.name(file));
        } catch (Refusal e) {
            try {
                Files.move(
                        file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unmovable) {
                // It is left where it is; the next save replaces it.
            }
            return NOTHING;
        }
    }

    private static Saved read(String json, String name) {
        JsonCursor place = JsonCursor.of(json, name);
        if (place.has("format") && place.at("format").whole() > Lessons.FORMAT) {
            throw Lessons.newer(name, place.at("format").whole());
        }
        Map<String, String> settings = new LinkedHashMap<>();
        if (place.has("settings")) {
            place.at("settings").all().forEach((setting, value) -> settings.put(setting, value.text()));
        }
        List<String> recent = place.has("recent")
                ? place.items("recent", "recent file", 1000).stream()
                        .map(JsonCursor::text)
                        .toList()
                : List.of();
        Moment last = place.has("last") ? Recipes.moment(place.at("last")) : null;
        double width = place.has("width") ? place.at("width").number() : 0;
        double height = place.has("height") ? place.at("height").number() : 0;
        return place.make(() -> new Saved(last, settings, width, height, recent));
    }

    /**
     * Writes it, and makes the folder where it is missing.
     *
     * @throws Refusal as {@link Atomic#write}
     */
    public void write(Path file) {
        PlainFile.require(file);
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            Refusal refusal = new Refusal("The folder “" + folder + "” for settings could not be made.");
            refusal.initCause(e);
            throw refusal;
        }
        Atomic.write(
                file,
                true,
                bytes -> JsonText.write(bytes, out -> {
                    out.writeStartObject();
                    if (last != null) {
                        if (Recipes.format(last) > 1) {
                            out.writeNumberField("format", Recipes.format(last));
                        }
                        out.writeObjectFieldStart("last");
                        Recipes.writeFields(out, last);
                        out.writeEndObject();
                    }
                    out.writeObjectFieldStart("settings");
                    for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
                        out.writeStringField(setting.getKey(), setting.getValue());
                    }
                    out.writeEndObject();
                    out.writeFieldName("width");
                    JsonText.number(out, width);
                    out.writeFieldName("height");
                    JsonText.number(out, height);
                    JsonText.texts(out, "recent", recent);
                    out.writeEndObject();
                }));
    }
}
