package app.regard.file;

import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Lessons as files: JSON with a format version, by convention named .regard. */
public final class Lessons {
    private Lessons() {}

    /** The ending of a lesson's name. */
    public static final String ENDING = ".regard";

    /** The newest format that this program reads; it writes the first one that holds the lesson. */
    static final int FORMAT = 3;

    /** The format with labs, readings and what is kept as before. */
    static final int SECOND = 2;

    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_CARDS = 1000;

    /** Characters of a title. */
    private static final int LONGEST_TITLE = 1000;

    /** Characters of notes; of sentences see {@link Recipes}. */
    private static final int LONGEST_NOTES = 100_000;

    private static final Set<String> FIELDS = new TreeSet<>(Set.of("format", "title", "notes", "cards"));
    private static final Set<String> CARD_FIELDS = new TreeSet<>(Set.of(
            "title", "notes", "stage", "query", "experiment", "before", "lab", "done", "after", "weights", "image"));

    /** What weights can be on a card before their stage. */
    private static final String HIDDEN = "hidden";

    /**
     * Reads a lesson.
     *
     * @throws Refusal if the file cannot be read, is broken or too long, or was written by a newer program; the message
     *     names the place
     */
    public static Lesson read(Path file) {
        return read(file, e -> {});
    }

    /**
     * Reads a lesson every card of which can be shown.
     *
     * @param check refuses an experiment that cannot, as of a table that is not there
     */
    public static Lesson read(Path file, Consumer<Experiment> check) {
        return read(WholeFile.text(file, MOST_BYTES), WholeFile.name(file), check);
    }

    /**
     * Reads a lesson from its text.
     *
     * @param name what messages call it
     * @throws Refusal as {@link #read(Path)}
     */
    public static Lesson read(String json, String name) {
        return read(json, name, e -> {});
    }

    private static Lesson read(String json, String name, Consumer<Experiment> check) {
        JsonCursor place = JsonCursor.of(json, name);
        long format = place.at("format").whole();
        if (format > FORMAT) {
            throw newer(name, format);
        }
        if (format < 1) {
            throw place.at("format").refusal("there is no format " + format + "; lessons are of format 1 to " + FORMAT);
        }
        place.only(FIELDS);
        List<Lesson.Card> cards = place.items("cards", "card", MOST_CARDS).stream()
                .map(card -> card(card, format, check))
                .toList();
        return place.make(() -> new Lesson(title(place), notes(place), cards));
    }

    static Refusal newer(String name, long format) {
        return new Refusal(name + " was saved by a newer Regard, in format " + format + "; this one reads format "
                + FORMAT + ". Open it with the newer one.");
    }

    private static Lesson.Card card(JsonCursor place, long format, Consumer<Experiment> check) {
        place.only(CARD_FIELDS);
        Moment moment = Recipes.moment(place);
        Lesson.Card card =
                new Lesson.Card(moment, title(place), notes(place), done(place), after(place), hidesWeights(place));
        if (format < card.format()) {
            boolean experiment = Recipes.format(moment.experiment()) > 1;
            String what = card.format() == FORMAT
                    ? "weights of a file, or an image under them,"
                    : !experiment
                            ? "a lab, what came before, or something to do"
                            : moment.experiment().applicableReading().plain()
                                    ? "scaling, or such an edit,"
                                    : "a reading";
            throw place.refusal(
                    what + " belongs to format " + card.format() + ", and this lesson says format " + format);
        }
        try {
            check.accept(moment.experiment());
        } catch (Refusal e) {
            throw place.refusal(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
        return card;
    }

    private static Optional<Condition> done(JsonCursor place) {
        if (!place.has("done")) {
            return Optional.empty();
        }
        JsonCursor done = place.at("done");
        try {
            return Optional.of(Condition.parse(done.text(Condition.LONGEST)));
        } catch (Refusal e) {
            throw done.refusal(String.valueOf(e.getMessage()));
        }
    }

    private static String after(JsonCursor place) {
        return place.has("after") ? place.at("after").text(LONGEST_NOTES) : "";
    }

    private static boolean hidesWeights(JsonCursor place) {
        if (!place.has("weights")) {
            return false;
        }
        JsonCursor weights = place.at("weights");
        if (!weights.isText() || !weights.text().equals(HIDDEN)) {
            throw weights.refusal("“" + HIDDEN + "” is expected; leave the field out where weights are to be seen");
        }
        return true;
    }

    private static String title(JsonCursor place) {
        return place.has("title") ? place.at("title").text(LONGEST_TITLE) : "";
    }

    private static String notes(JsonCursor place) {
        return place.has("notes") ? place.at("notes").text(LONGEST_NOTES) : "";
    }

    /** Refuses what could not be read again. */
    private static void requireReadable(Lesson lesson) {
        require("cards", lesson.cards().size(), MOST_CARDS);
        require("characters in its title", lesson.title().length(), LONGEST_TITLE);
        require("characters in its notes", lesson.notes().length(), LONGEST_NOTES);
        for (Lesson.Card card : lesson.cards()) {
            require("characters in a card’s title", card.title().length(), LONGEST_TITLE);
            require("characters in a card’s notes", card.notes().length(), LONGEST_NOTES);
            require("characters in what is said after a card", card.after().length(), LONGEST_NOTES);
            Recipes.requireReadable(card.moment());
        }
    }

    static void require(String what, int count, int most) {
        if (count > most) {
            throw new Refusal("A lesson has at most " + most + " " + what + ", not " + count
                    + ". Make it shorter, or part it in two.");
        }
    }

    /**
     * Writes a lesson.
     *
     * @throws Refusal as {@link Atomic#write}
     */
    public static void write(Path file, boolean replace, Lesson lesson) {
        requireReadable(lesson);
        Atomic.write(file, replace, bytes -> write(bytes, lesson));
    }

    static void write(OutputStream bytes, Lesson lesson) throws IOException {
        JsonText.write(bytes, out -> {
            out.writeStartObject();
            out.writeNumberField(
                    "format",
                    lesson.cards().stream().mapToInt(Lesson.Card::format).max().orElse(1));
            out.writeStringField("title", lesson.title());
            out.writeStringField("notes", lesson.notes());
            JsonText.list(out, "cards", lesson.cards(), Lessons::write);
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Lesson.Card card) throws IOException {
        out.writeStartObject();
        out.writeStringField("title", card.title());
        out.writeStringField("notes", card.notes());
        if (card.done().isPresent()) {
            out.writeStringField("done", card.done().get().text());
        }
        if (!card.after().isEmpty()) {
            out.writeStringField("after", card.after());
        }
        if (card.hidesWeights()) {
            out.writeStringField("weights", HIDDEN);
        }
        Recipes.writeFields(out, card.moment());
        out.writeEndObject();
    }
}
