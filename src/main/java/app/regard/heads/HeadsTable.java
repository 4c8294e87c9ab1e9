package app.regard.heads;

import app.regard.file.JsonText;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** The table of what every head does, as numbers that go out: a row a head, a column a measure. */
public final class HeadsTable {
    private HeadsTable() {}

    /**
     * Writes it as JSON; the stream stays open.
     *
     * @param text the sentence
     * @param origin whose heads they are
     */
    public static void json(OutputStream to, String text, String origin, List<Measures.Does> all) throws IOException {
        JsonText.write(to, out -> {
            out.writeStartObject();
            out.writeStringField("text", text);
            out.writeStringField("origin", origin);
            JsonText.list(out, "heads", all, HeadsTable::write);
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Measures.Does does) throws IOException {
        out.writeStartObject();
        out.writeNumberField("layer", does.head().layer());
        out.writeNumberField("head", does.head().head());
        for (Measure measure : Measure.values()) {
            out.writeFieldName(measure.label());
            JsonText.number(out, measure.of(does));
        }
        out.writeEndObject();
    }

    /** A row a head, named as L3·H5. */
    public static NumberTable of(List<Measures.Does> all) {
        Measure[] measures = Measure.values();
        return new NumberTable(
                all.stream().map(does -> does.head().text()).toList(),
                Stream.of(measures).map(Measure::label).toList(),
                Matrix.fill(all.size(), measures.length, (i, j) -> measures[j].of(all.get(i))));
    }
}
