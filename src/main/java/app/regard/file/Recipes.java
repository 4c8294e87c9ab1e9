package app.regard.file;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Experiments and moments as JSON. What has its default is left out: mask and positions none, temperature 1, scores divided
 * by √d_k, no edits, a plain reading. A field that is not known is refused, for without it the picture would not be the one that was saved.
 */
public final class Recipes {
    private Recipes() {}

    private static final Set<String> FIELDS = new TreeSet<>(
            Set.of("text", "keyText", "source", "mask", "positions", "temperature", "edits", "reading", "scaling"));
    private static final Set<String> EDIT_FIELDS = new TreeSet<>(Set.of("matrix", "word", "row", "col", "op", "value"));

    private static final Set<String> LAB_FIELDS = new TreeSet<>(Set.of("id", "settings"));

    private static final Set<String> FIRST_MATRICES = Set.of("X", "W_Q", "W_K", "W_V");

    private static final int MOST_SETTINGS = 64;

    private static final int MOST_EDITS = 4096;

    /** Characters of a sentence; the window and the commands look at its first words. */
    private static final int LONGEST_SENTENCE = 100_000;

    /** The stages there are. */
    static final int LAST_STAGE = 8;

    /** Writes an experiment as an object. */
    public static void write(JsonGenerator out, Experiment e) throws IOException {
        out.writeStartObject();
        out.writeStringField("text", e.text());
        if (e.keyText() != null) {
            out.writeStringField("keyText", e.keyText());
        }
        out.writeFieldName("source");
        Sources.write(out, e.source());
        if (!e.mask().equals(Mask.NONE)) {
            write(out, e.mask());
        }
        if (!e.positions().equals(Positions.NONE)) {
            write(out, e.positions());
        }
        if (e.temperature() != 1) {
            writeTemperature(out, e.temperature());
        }
        if (!e.scaled()) {
            writeScaling(out, false);
        }
        if (!e.edits().isEmpty()) {
            JsonText.list(out, "edits", e.edits(), Recipes::write);
        }
        if (!e.applicableReading().plain()) {
            out.writeFieldName("reading");
            Options.write(out, e.applicableReading());
        }
        out.writeEndObject();
    }

    /** The first format of lessons that holds an experiment. */
    static int format(Experiment e) {
        boolean first = e.applicableReading().plain()
                && e.scaled()
                && e.edits().stream().allMatch(Recipes::simple);
        return Math.max(first ? 1 : Lessons.SECOND, Sources.format(e.source()));
    }

    /** Writes the field "mask" into the object that is open. */
    public static void write(JsonGenerator out, Mask mask) throws IOException {
        out.writeFieldName("mask");
        Options.write(out, mask);
    }

    /** Writes the field "positions" into the object that is open. */
    public static void write(JsonGenerator out, Positions positions) throws IOException {
        out.writeFieldName("positions");
        Options.write(out, positions);
    }

    /** Writes the field "temperature" into the object that is open. */
    public static void writeTemperature(JsonGenerator out, double temperature) throws IOException {
        out.writeFieldName("temperature");
        JsonText.number(out, temperature);
    }

    /** Writes the field "scaling" into the object that is open: "none", or the usual "sqrt(d_k)". */
    public static void writeScaling(JsonGenerator out, boolean scaled) throws IOException {
        out.writeStringField("scaling", Options.scaling(scaled));
    }

    /** Whether the first format holds an edit: one cell of X or W, by its number, set to a value. */
    private static boolean simple(Edit edit) {
        boolean row = edit.ofWord() ? !edit.row().equals(Edit.ALL) : Edit.placeOf(edit.row()) >= 0;
        return row
                && Edit.placeOf(edit.col()) >= 0
                && FIRST_MATRICES.contains(edit.matrix())
                && edit.operator() == Edit.Operator.SET;
    }

    private static void write(JsonGenerator out, Edit edit) throws IOException {
        out.writeStartObject();
        out.writeStringField("matrix", edit.matrix());
        if (edit.ofWord()) {
            out.writeStringField("word", edit.row());
        }
        writeIndex(out, "row", edit.ofWord() || edit.row().isEmpty() ? "0" : edit.row());
        writeIndex(out, "col", edit.col());
        if (edit.operator() != Edit.Operator.SET) {
            out.writeStringField("op", edit.operator().sign());
        }
        out.writeFieldName("value");
        JsonText.number(out, edit.value());
        out.writeEndObject();
    }

    /** A place as a number, a name or all as text. */
    private static void writeIndex(JsonGenerator out, String field, String index) throws IOException {
        if (Edit.placeOf(index) >= 0) {
            out.writeNumberField(field, Edit.placeOf(index));
        } else {
            out.writeStringField(field, index);
        }
    }

    /**
     * Reads one line of a batch: an object with the fields of an experiment, of which only "text" has to be there.
     *
     * @param base what the fields that are not there are taken from
     * @param name what messages call the line: "line 7"
     * @throws app.regard.trace.Refusal if something else stands there; the message names the place
     */
    public static Experiment line(String json, Experiment base, String name) {
        return read(JsonCursor.of(json, name), base);
    }

    /** Reads an experiment; what is not there is taken from {@code base}, or has its default. */
    public static Experiment read(JsonCursor place, @Nullable Experiment base) {
        place.only(FIELDS);
        String text = place.at("text").text(LONGEST_SENTENCE);
        String keyText = place.has("keyText")
                ? place.at("keyText").text(LONGEST_SENTENCE)
                : base == null ? null : base.keyText();
        Source source = base != null && !place.has("source") ? base.source() : Sources.read(place.at("source"));
        Mask mask = place.has("mask") ? Options.mask(place.at("mask")) : base == null ? Mask.NONE : base.mask();
        Positions positions = place.has("positions")
                ? Options.positions(place.at("positions"))
                : base == null ? Positions.NONE : base.positions();
        double temperature = place.has("temperature")
                ? Options.temperature(place.at("temperature"))
                : base == null ? 1 : base.temperature();
        List<Edit> edits = place.has("edits")
                ? place.items("edits", "edit", MOST_EDITS).stream()
                        .map(Recipes::edit)
                        .toList()
                : base == null ? List.of() : base.edits();
        Reading reading = place.has("reading")
                ? reading(place.at("reading"), source)
                : base == null ? Reading.PLAIN : base.reading();
        boolean scaled = place.has("scaling") ? Options.scaling(place.at("scaling")) : base == null || base.scaled();
        return place.make(
                () -> new Experiment(text, keyText, source, mask, positions, temperature, edits, reading, scaled));
    }

    private static Reading reading(JsonCursor place, Source source) {
        Reading reading = Options.reading(place);
        if (!source.applicable(reading).equals(reading)) {
            throw place.refusal("a hand-made or random head is read as it is");
        }
        return reading;
    }

    /** The first format of lessons that holds a moment. */
    static int format(Moment m) {
        int before = m.before() == null ? 1 : Math.max(Lessons.SECOND, format(m.before()));
        int lab = m.lab() == null ? 1 : Lessons.SECOND;
        return m.image() != null ? Lessons.FORMAT : Math.max(format(m.experiment()), Math.max(before, lab));
    }

    /** Refuses what a lesson could not hold. */
    static void requireReadable(Moment m) {
        requireReadable(m.experiment());
        if (m.before() != null) {
            requireReadable(m.before());
        }
        if (m.lab() != null) {
            Lessons.require("settings of a lab", m.lab().settings().size(), MOST_SETTINGS);
            m.lab()
                    .settings()
                    .values()
                    .forEach(v -> Lessons.require("characters in a setting", v.length(), LONGEST_SENTENCE));
        }
    }

    private static void requireReadable(Experiment e) {
        Lessons.require("edits in a card", e.edits().size(), MOST_EDITS);
        Lessons.require("characters in a sentence", e.text().length(), LONGEST_SENTENCE);
        Lessons.require(
                "characters in a sentence",
                e.keyText() == null ? 0 : e.keyText().length(),
                LONGEST_SENTENCE);
    }

    private static Edit edit(JsonCursor place) {
        place.only(EDIT_FIELDS);
        String matrix = place.at("matrix").text();
        String word = place.has("word") ? place.at("word").text() : "";
        String row = index(place.at("row"));
        String col = index(place.at("col"));
        String op = place.has("op") ? place.at("op").text() : Edit.Operator.SET.sign();
        double value = place.at("value").number();
        return place.make(() -> {
            boolean bias = matrix.startsWith("b_") && row.equals("0");
            if (!word.isEmpty() && !matrix.equals("X")) {
                throw new IllegalArgumentException("an edit of " + matrix + " is not of a word: “" + word + "”");
            }
            String named = matrix.equals("X") ? word : bias ? "" : row;
            return new Edit(matrix, named, col, Edit.Operator.written(op), value);
        });
    }

    private static String index(JsonCursor place) {
        return place.isText() ? place.text() : String.valueOf(place.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Writes a moment's fields into the object that is open. */
    static void writeFields(JsonGenerator out, Moment moment) throws IOException {
        out.writeNumberField("stage", moment.stage());
        out.writeNumberField("query", moment.query());
        out.writeFieldName("experiment");
        write(out, moment.experiment());
        if (moment.before() != null) {
            out.writeFieldName("before");
            write(out, moment.before());
        }
        LabState lab = moment.lab();
        if (lab != null) {
            out.writeObjectFieldStart("lab");
            out.writeStringField("id", lab.id());
            writeSettings(out, lab.settings());
            out.writeEndObject();
        }
        Sources.writeImage(out, moment.image());
    }

    /** Writes named texts under "settings". */
    static void writeSettings(JsonGenerator out, Map<String, String> settings) throws IOException {
        out.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.writeStringField(setting.getKey(), setting.getValue());
        }
        out.writeEndObject();
    }

    private static LabState lab(JsonCursor place) {
        place.only(LAB_FIELDS);
        return new LabState(place.at("id").text(), settings(place));
    }

    /** The named texts under "settings". */
    static Map<String, String> settings(JsonCursor place) {
        Map<String, String> settings = new LinkedHashMap<>();
        place.at("settings").all().forEach((name, value) -> settings.put(name, value.text(LONGEST_SENTENCE)));
        if (settings.size() > MOST_SETTINGS) {
            throw place.refusal("there are at most " + MOST_SETTINGS + " settings");
        }
        return settings;
    }

    /** Reads a moment's fields from an object that may hold others. */
    static Moment moment(JsonCursor place) {
        return new Moment(
                read(place.at("experiment"), null),
                place.at("stage").whole(1, LAST_STAGE),
                place.at("query").whole(0, Integer.MAX_VALUE),
                place.has("before") ? read(place.at("before"), null) : null,
                place.has("lab") ? lab(place.at("lab")) : null,
                place.has("image") ? Sources.image(place.at("image")) : null);
    }
}
