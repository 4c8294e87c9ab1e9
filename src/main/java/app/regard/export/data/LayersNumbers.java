package app.regard.export.data;

import app.regard.file.JsonText;
import app.regard.file.array.Csv;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.NumberTable;
import app.regard.trace.Token;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The numbers of a word on its way through the layers, in full precision. */
public final class LayersNumbers {
    private LayersNumbers() {}

    /** A row a place: {@link LayerPlot#numbers}. */
    public static void csv(OutputStream out, Followed f) throws IOException {
        NumberTable table = LayerPlot.numbers(f);
        Csv.write(out, new Csv.Labelled("cosine", table.rows(), table.columns(), table.values()));
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
            JsonText.texts(out, "places", f.placeNames());
            JsonText.list(out, "lines", f.lines(), (json, line) -> line(json, f, line));
            out.writeEndObject();
        });
    }

    private static void word(JsonGenerator out, String field, Followed.Word word) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("sentence", word.sentence());
        out.writeStringField("text", word.text());
        out.writeNumberField("place", word.place());
        JsonText.texts(out, "pieces", word.pieces().stream().map(Token::text).toList());
        out.writeEndObject();
    }

    private static void line(JsonGenerator out, Followed f, Followed.Line line) throws IOException {
        boolean mean = line.at().get(0) instanceof Likeness.Mean;
        List<String> parts =
                mean ? List.of("cosines", "sums", "pairs") : List.of("cosines", "dots", "lengthsX", "lengthsY");
        List<List<Double>> columns = LayerPlot.columns(line);
        out.writeStartObject();
        out.writeStringField("kind", line.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("name", LayerPlot.key(f, line.kind()));
        for (int part = 0; part < parts.size(); part++) {
            JsonText.list(out, parts.get(part), columns.get(part), JsonText::number);
        }
        out.writeEndObject();
    }
}
