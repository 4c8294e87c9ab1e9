package app.regard.file;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lessons as files: JSON with a format version, by convention named .regard. */
public final class Lessons {
    private Lessons() {}

    /** The ending of a lesson's name. */
    public static final String ENDING = ".regard";

    /** What this program writes, and the newest that it reads. */
    static final int FORMAT = 1;

    private static final int MOST_BYTES = 16 << 20;

    private static final Set<String> FIELDS = new TreeSet<>(Set.of("format", "title", "notes", "cards"));
    private static final Set<String> CARD_FIELDS =
            new TreeSet<>(Set.of("title", "notes", "stage", "query", "experiment"));

    /**
     * Reads a lesson.
     *
     * @throws Refusal if the file cannot be read, is broken or was written by a newer program; the message names the
     *     place
     */
    public static Lesson read(Path file) {
        return read(Whole.text(file, MOST_BYTES), Whole.name(file));
    }

    /**
     * Reads a lesson from its text.
     *
     * @param name what messages call it
     * @throws Refusal as {@link #read(Path)}
     */
    public static Lesson read(String json, String name) {
        Place place = Place.of(json, name);
        long format = place.at("format").whole();
        if (format > FORMAT) {
            throw new Refusal(name + " was saved by a newer Regard, in format " + format + "; this one reads format "
                    + FORMAT + ". Open it with the newer one.");
        }
        place.only(FIELDS);
        List<Lesson.Card> cards =
                place.items("cards", "card").stream().map(Lessons::card).toList();
        return place.make(() -> new Lesson(textOr(place, "title"), textOr(place, "notes"), cards));
    }

    private static Lesson.Card card(Place place) {
        place.only(CARD_FIELDS);
        return new Lesson.Card(Recipes.moment(place), textOr(place, "title"), textOr(place, "notes"));
    }

    private static String textOr(Place place, String field) {
        return place.has(field) ? place.at(field).text() : "";
    }

    /**
     * Writes a lesson.
     *
     * @throws Refusal as {@link Atomic#write}
     */
    public static void write(Path file, boolean replace, Lesson lesson) {
        Atomic.write(file, replace, bytes -> write(bytes, lesson));
    }

    static void write(OutputStream bytes, Lesson lesson) throws IOException {
        JsonText.write(bytes, out -> {
            out.writeStartObject();
            out.writeNumberField("format", FORMAT);
            out.writeStringField("title", lesson.title());
            out.writeStringField("notes", lesson.notes());
            out.writeArrayFieldStart("cards");
            for (Lesson.Card card : lesson.cards()) {
                out.writeStartObject();
                out.writeStringField("title", card.title());
                out.writeStringField("notes", card.notes());
                Recipes.writeFields(out, card.moment());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
