package app.regard.lab.catalog;

import app.regard.file.JsonText;
import app.regard.file.Recipes;
import app.regard.file.array.Csv;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a lab as numbers, in full precision: the same for all labs. */
final class LabNumbers {
    private LabNumbers() {}

    /**
     * Settings, what the lab says, and every panel's numbers; what is not there is null. A bet is told with its
     * experiment, where that is whole without another file.
     */
    static void json(OutputStream to, Experiment of, LabState state, Snapshot shown) throws IOException {
        JsonText.write(to, out -> {
            out.writeStartObject();
            out.writeStringField("lab", state.id());
            out.writeObjectFieldStart("settings");
            for (Map.Entry<String, String> setting : state.settings().entrySet()) {
                out.writeStringField(setting.getKey(), setting.getValue());
            }
            out.writeEndObject();
            out.writeStringField("said", shown.said());
            JsonText.list(out, "panels", shown.panels(), LabNumbers::write);
            if (state.id().equals("bet") && of.source().traits().kept()) { // a class’s folder reads it anew
                out.writeFieldName("experiment");
                Recipes.write(out, of);
            }
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Panel panel) throws IOException {
        NumberTable table = panel.numbers();
        out.writeStartObject();
        out.writeStringField("id", panel.id());
        out.writeStringField("title", panel.title());
        JsonText.texts(out, "rows", table.rows());
        JsonText.texts(out, "columns", table.columns());
        out.writeArrayFieldStart("values");
        for (int i = 0; i < table.values().rows(); i++) {
            out.writeStartArray();
            for (int j = 0; j < table.values().cols(); j++) {
                double value = table.values().at(i, j);
                if (Double.isNaN(value)) {
                    out.writeNull();
                } else {
                    JsonText.number(out, value);
                }
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** One line a number that is there: panel, row and column, with slashes between, and the number. */
    static void csv(OutputStream to, Snapshot shown) throws IOException {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Panel panel : shown.panels()) {
            NumberTable table = panel.numbers();
            for (int i = 0; i < table.values().rows(); i++) {
                for (int j = 0; j < table.values().cols(); j++) {
                    double value = table.values().at(i, j);
                    if (!Double.isNaN(value)) {
                        names.add(panel.id() + "/" + table.rows().get(i) + "/"
                                + table.columns().get(j));
                        values.add(value);
                    }
                }
            }
        }
        Csv.write(
                to,
                new Csv.Labelled(
                        "panel/row/column",
                        names,
                        List.of("value"),
                        Matrix.fill(values.size(), 1, (i, j) -> values.get(i))));
    }
}
