package app.regard.export.data;

import app.regard.file.JsonText;
import app.regard.file.array.Csv;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Matrix;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers of a word on its way through the layers, in full precision. */
public final class LayersNumbers {
    private LayersNumbers() {}

    /**
     * A row a place; for each comparison the cosine, and what it was computed from: x·y, ‖x‖ and ‖y‖, or for an average the
     * sum and how many.
     */
    public static void csv(OutputStream out, Followed f) throws IOException {
        List<String> names = new ArrayList<>();
        List<List<Double>> columns = new ArrayList<>();
        for (Followed.Line line : f.lines()) {
            String name = LayerPlot.name(f, line.kind());
            boolean mean = line.at().get(0) instanceof Likeness.Mean;
            names.add(name);
            (mean ? List.of("sum", "pairs") : List.of("x·y", "‖x‖", "‖y‖"))
                    .forEach(part -> names.add(name + ": " + part));
            columns.addAll(columns(line));
        }
        Matrix grid = Matrix.fill(f.places(), columns.size(), (place, column) -> columns.get(column)
                .get(place));
        Csv.write(out, new Csv.Labelled("cosine", f.placeNames(), names, grid));
    }

    private static List<List<Double>> columns(Followed.Line line) {
        List<List<Double>> rows = line.at().stream().map(LayersNumbers::parts).toList();
        List<List<Double>> columns = new ArrayList<>();
        for (int part = 0; part < rows.get(0).size(); part++) {
            int which = part;
            columns.add(rows.stream().map(row -> row.get(which)).toList());
        }
        return columns;
    }

    private static List<Double> parts(Likeness at) {
        if (at instanceof Likeness.Cosine c) {
            return List.of(c.value(), c.dot(), c.lengthX(), c.lengthY());
        }
        Likeness.Mean mean = (Likeness.Mean) at;
        return List.of(mean.value(), mean.sum(), (double) mean.pairs());
    }

    /** The words with their sentences and pieces, then each comparison place by place. */
    public static void json(OutputStream to, Followed f) throws IOException {
        JsonText.write(to, out -> {
            out.writeStartObject();
            out.writeStringField("model", f.model());
            word(out, "word", f.word());
            if (f.other().isPresent()) {
                word(out, "other", f.other().get());
            }
            strings(out, "places", f.placeNames());
            out.writeArrayFieldStart("lines");
            for (Followed.Line line : f.lines()) {
                line(out, f, line);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void word(JsonGenerator out, String field, Followed.Word word) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("sentence", word.sentence());
        out.writeStringField("text", word.text());
        out.writeNumberField("place", word.place());
        strings(out, "pieces", word.pieces());
        out.writeEndObject();
    }

    private static void strings(JsonGenerator out, String field, List<String> all) throws IOException {
        out.writeArrayFieldStart(field);
        for (String one : all) {
            out.writeString(one);
        }
        out.writeEndArray();
    }

    private static void line(JsonGenerator out, Followed f, Followed.Line line) throws IOException {
        boolean mean = line.at().get(0) instanceof Likeness.Mean;
        List<String> parts =
                mean ? List.of("cosines", "sums", "pairs") : List.of("cosines", "dots", "lengthsX", "lengthsY");
        List<List<Double>> columns = columns(line);
        out.writeStartObject();
        out.writeStringField("kind", line.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("name", LayerPlot.name(f, line.kind()));
        for (int part = 0; part < parts.size(); part++) {
            out.writeArrayFieldStart(parts.get(part));
            for (double number : columns.get(part)) {
                JsonText.number(out, number);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }
}
