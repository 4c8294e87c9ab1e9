package app.regard.export.data;

import app.regard.file.JsonText;
import app.regard.file.Recipes;
import app.regard.file.array.Csv;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a trace as they go out: whole as JSON, or each matrix by its name. Every number is written so that it reads
 * back to the same bits.
 */
public final class Numbers {
    private Numbers() {}

    /**
     * A trace to be written.
     *
     * @param name what it is called there
     * @param recipe what it was computed from, or null where a case gave the numbers
     * @param before what it is compared with, or null
     */
    public record Subject(
            String name,
            Trace trace,
            @Nullable Experiment recipe,
            @Nullable Subject before) {
        /** A trace that is compared with nothing. */
        public Subject(String name, Trace trace, @Nullable Experiment recipe) {
            this(name, trace, recipe, null);
        }
    }

    /** Every part under the name that files give it. */
    private static final Map<Part, String> NAMES = names();

    /** What the JSON lists first, in the order of the reference; a keys' matrix only where it is another sentence's. */
    private static final List<Part> RESULTS = List.of(
            Part.X,
            Part.X_KEYS,
            Part.P,
            Part.P_KEYS,
            Part.BELOW,
            Part.ADDED,
            Part.Q,
            Part.K,
            Part.V,
            Part.SCORES,
            Part.SCALED,
            Part.ROW_MAX,
            Part.EXPONENTIALS,
            Part.ROW_SUMS,
            Part.WEIGHTS,
            Part.OUTPUTS);

    /** With X, mask, positions and temperature these give every result. */
    private static final List<Part> GIVEN = List.of(Part.W_Q, Part.W_K, Part.W_V, Part.B_Q, Part.B_K, Part.B_V);

    /** What has one row or one column and is a list of numbers in JSON. */
    private static final Set<Part> LISTS = Set.of(Part.ROW_MAX, Part.ROW_SUMS, Part.B_Q, Part.B_K, Part.B_V);

    private static Map<Part, String> names() {
        Map<Part, String> names = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            names.put(part, part.label());
        }
        names.put(Part.X_KEYS, "keyX");
        names.put(Part.P_KEYS, "keyP");
        names.put(Part.H_KEYS, "keyH");
        names.put(Part.BELOW, "X_below");
        names.put(Part.ADDED, "O_below");
        names.put(Part.SCORES, "scores");
        names.put(Part.SCALED, "scaled");
        names.put(Part.ROW_MAX, "rowMax");
        names.put(Part.EXPONENTIALS, "exponentials");
        names.put(Part.ROW_SUMS, "rowSums");
        names.put(Part.WEIGHTS, "weights");
        names.put(Part.FOCUSED, "focused");
        names.put(Part.WEIGHTED, "weighted");
        names.put(Part.LENGTHS, "lengths");
        names.put(Part.OUTPUTS, "outputs");
        return names;
    }

    /** Returns the name of a matrix in files: "weights", "W_Q". */
    public static String name(Part part) {
        return NAMES.getOrDefault(part, part.label());
    }

    /** Returns the matrix that files call so. */
    static Part part(String name) {
        return NAMES.entrySet().stream()
                .filter(e -> e.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no matrix is called " + name));
    }

    /**
     * One matrix with its labels.
     *
     * @param query the focused query, from 0; it matters only for what belongs to it
     */
    public static Csv.Labelled matrix(Trace t, int query, Part part) {
        List<String> rows = part.asks()
                ? Words.starred(t.weights().from())
                : part.offers() ? Words.starred(t.weights().to()) : part.rows(t).labels();
        List<String> cols =
                part.answers() ? Words.starred(t.weights().to()) : part.cols(t).labels();
        return new Csv.Labelled(name(part), rows, cols, part.grid(t, query));
    }

    /** Weights that no trace belongs to, with their labels. */
    public static Csv.Labelled matrix(Weights w) {
        return new Csv.Labelled(name(Part.WEIGHTS), Words.starred(w.from()), Words.starred(w.to()), w.a());
    }

    /** Every matrix that the trace has, by its name in files, in the order of the stages. */
    public static Map<String, Csv.Labelled> matrices(Trace t, int query) {
        Map<String, Csv.Labelled> all = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            if (has(t, part)) {
                all.put(name(part), matrix(t, query, part));
            }
        }
        return all;
    }

    /** Returns the arrays of an NPZ of the trace: all that does not depend on the focused query; of another one as before_X. */
    public static Map<String, Grid> arrays(Trace t, @Nullable Trace before) {
        Map<String, Grid> arrays = arrays(t);
        if (before != null) {
            arrays(before).forEach((name, grid) -> arrays.put("before_" + name, grid));
        }
        return arrays;
    }

    /** The same of one trace. */
    public static Map<String, Grid> arrays(Trace t) {
        Map<String, Grid> arrays = new LinkedHashMap<>();
        matrices(t, 0).forEach((name, matrix) -> arrays.put(name, matrix.grid()));
        List.of(Part.FOCUSED, Part.WEIGHTED, Part.LENGTHS).forEach(part -> arrays.remove(name(part)));
        return arrays;
    }

    private static boolean has(Trace t, Part part) {
        return switch (part) {
            case X_KEYS -> !t.in().self();
            case BELOW, ADDED -> t.in().from().residual().isPresent();
            case P, H -> t.in().positions().on();
            case P_KEYS, H_KEYS -> !t.in().self() && t.in().positions().on();
            case X -> t.in().head().dModel() > 0;
            case W_Q, W_K, W_V, B_Q, B_K, B_V -> part.grid(t, 0).rows() > 0;
            default -> true;
        };
    }

    /** Writes one trace as a JSON object; the stream stays open. It can be read again as a case. */
    public static void json(OutputStream out, Subject subject) throws IOException {
        JsonText.write(out, json -> write(json, subject));
    }

    /** Writes traces as a JSON list; the stream stays open. */
    public static void json(OutputStream out, List<Subject> subjects) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartArray();
            for (Subject subject : subjects) {
                write(json, subject);
            }
            json.writeEndArray();
        });
    }

    /**
     * Writes weights without a trace as a JSON object; the stream stays open.
     *
     * @param origin where they come from, in words
     */
    public static void json(OutputStream out, String name, String origin, Weights w) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("origin", origin);
            write(json, "tokens", w.from());
            if (!w.self()) {
                write(json, "keyTokens", w.to());
            }
            write(json, "weights", w.a(), false);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Subject subject) throws IOException {
        Trace t = subject.trace();
        boolean self = t.in().self();
        out.writeStartObject();
        out.writeStringField("name", subject.name());
        write(out, "tokens", t.in().from().words());
        if (!self) {
            write(out, "keyTokens", t.in().to().words());
        }
        if (t.in().mask().cells().isPresent()) {
            write(out, "mask", t.in().mask().cells().get(), false);
        } else {
            Recipes.write(out, t.in().mask());
        }
        Recipes.writeTemperature(out, t.in().temperature());
        if (!t.in().scaled()) {
            Recipes.writeScaling(out, false);
        }
        Recipes.write(out, t.in().positions());
        for (Part part : RESULTS) {
            // P is in the reference even where it is all zeros.
            if (has(t, part) || (!t.in().head().unprojected() && (part == Part.P || (part == Part.P_KEYS && !self)))) {
                write(out, name(part), part.grid(t, 0), LISTS.contains(part));
            }
        }
        out.writeStringField("head", t.in().head().name());
        for (Part part : GIVEN) {
            if (has(t, part)) {
                write(out, name(part), part.grid(t, 0), LISTS.contains(part));
            }
        }
        if (subject.recipe() != null) {
            out.writeFieldName("experiment");
            Recipes.write(out, subject.recipe());
        }
        if (subject.before() != null) {
            out.writeFieldName("before");
            write(out, subject.before());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, Sentence words) throws IOException {
        JsonText.texts(out, name, words.words());
    }

    /** @param list whether the only row or column is written as a list of numbers */
    private static void write(JsonGenerator out, String name, Grid grid, boolean list) throws IOException {
        out.writeArrayFieldStart(name);
        for (int i = 0; i < grid.rows(); i++) {
            if (!list) {
                out.writeStartArray();
            }
            for (int j = 0; j < grid.cols(); j++) {
                JsonText.number(out, grid.at(i, j));
            }
            if (!list) {
                out.writeEndArray();
            }
        }
        out.writeEndArray();
    }
}
