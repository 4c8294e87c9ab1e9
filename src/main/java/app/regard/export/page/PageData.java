package app.regard.export.page;

import app.regard.draw.Spot;
import app.regard.export.picture.SvgBrush;
import app.regard.file.JsonText;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.trace.Trace;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The data of a page, what it says of the cells of one trace, as JSON: every Why in words and in writing with the spots it
 * came from, and
 * which cell each stage asks about first. Nothing in it has to be computed any further.
 */
final class PageData {
    private static final int MORE_DECIMALS = 2;

    private final Trace t;
    private final BiFunction<Integer, Spot, Why> whys;
    private final int decimals;
    private final List<String> notes = new ArrayList<>();

    private PageData(Trace t, BiFunction<Integer, Spot, Why> whys, int decimals) {
        this.t = t;
        this.whys = whys;
        this.decimals = decimals;
    }

    /**
     * The data of a trace as the content of a script element.
     *
     * @param whys where a cell comes from, while a query is focused
     * @param parts the matrices that the page shows
     * @param decimals how many decimals the cells show
     */
    static String of(Trace t, BiFunction<Integer, Spot, Why> whys, Set<Part> parts, int decimals) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new PageData(t, whys, decimals).write(parts, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // these three stand in strings only; so written, neither parser takes them for markup
        return SvgBrush.legible(text.toString())
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }

    /** The Why of a cell as the page shows it: result, about, formula. */
    static String formula(Why why, int decimals) {
        String formula = WhyText.formula(why, decimals + MORE_DECIMALS);
        int equals = formula.lastIndexOf(" = "); // the result stays with its equals sign when the line breaks
        return equals < 0 ? formula : formula.substring(0, equals) + "\u00A0=\u00A0" + formula.substring(equals + 3);
    }

    static String question(Why why, int decimals) {
        return "Why " + WhyText.result(why, decimals + MORE_DECIMALS) + "?";
    }

    private void write(Set<Part> parts, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("self", t.in().self());
        names(json, "asks", parts, Part::asks);
        names(json, "answers", parts, Part::answers);
        names(json, "offers", parts, Part::offers);
        json.writeObjectFieldStart("start");
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            Stage stage = Stages.of(number);
            json.writeArrayFieldStart(Integer.toString(number));
            for (int query = 0; query < t.weights().from().size(); query++) {
                json.writeString(PageHits.name(stage.start(t, query)));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("whys");
        for (Part part : parts) {
            json.writeFieldName(part.label());
            if (part.followsQuery()) {
                json.writeStartArray();
                for (int query = 0; query < t.weights().from().size(); query++) {
                    matrix(part, query, json);
                }
                json.writeEndArray();
            } else {
                matrix(part, 0, json);
            }
        }
        json.writeEndObject();
        names(json, "follows", parts, Part::followsQuery);
        JsonText.texts(json, "notes", notes);
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, Set<Part> parts, Predicate<Part> which)
            throws IOException {
        JsonText.texts(
                json, field, parts.stream().filter(which).map(Part::label).toList());
    }

    private void matrix(Part part, int query, JsonGenerator json) throws IOException {
        var grid = part.grid(t, query);
        json.writeStartArray();
        for (int i = 0; i < grid.rows(); i++) {
            json.writeStartArray();
            for (int j = 0; j < grid.cols(); j++) {
                cell(whys.apply(query, new Spot(part.label(), i, j)), json);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Question, about, formula, sources, and where there is one the number of the note. */
    private void cell(Why why, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(question(why, decimals));
        json.writeString(why.about());
        json.writeString(formula(why, decimals));
        json.writeString(Highlighter.sources(why).stream().map(PageHits::name).collect(Collectors.joining(" ")));
        if (!why.note().isEmpty()) {
            if (!notes.contains(why.note())) {
                notes.add(why.note());
            }
            json.writeNumber(notes.indexOf(why.note()));
        }
        json.writeEndArray();
    }
}
