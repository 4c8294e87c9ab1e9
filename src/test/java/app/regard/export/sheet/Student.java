package app.regard.export.sheet;

import static app.regard.export.sheet.ClassSheetTest.number;
import static app.regard.export.sheet.ClassSheetTest.query;

import app.regard.draw.Spot;
import app.regard.trace.Trace;
import java.util.Optional;

/** Does the sums from the printed numbers, and never looks at the key where a cell is blank. */
record Student(PrintedSheet sheet, Trace t) {
    double at(String m, int i, int j) {
        Optional<String> printed = sheet.asked(new Spot(m, i, j));
        if (printed.isPresent()) {
            return number(printed.get());
        }
        boolean cross = !t.in().self();
        boolean positions = t.in().positions().on();
        String asks = positions ? "H" : "X";
        String answers = cross ? asks + "'" : asks;
        int n = t.weights().to().size();
        return switch (m) {
            case "H" -> at("X", i, j) + t.in().positions().strength() * at("P", i, j);
            case "H'" -> at("X'", i, j) + t.in().positions().strength() * at("P'", i, j);
            case "Q" -> sheet.has("Q") ? projected(asks, "Q", i, j) : at(asks, i, j);
            case "K" -> sheet.has("K") ? projected(answers, "K", i, j) : at(answers, i, j);
            case "V" -> sheet.has("V") ? projected(answers, "V", i, j) : at(answers, i, j);
            case "S" -> sum(t.in().head().dK(), c -> at("Q", i, c) * at("K", j, c));
            case "S/√d" ->
                t.in().mask().allows(i, j)
                        ? at("S", i, j) / Math.sqrt(t.in().head().dK()) / t.in().temperature()
                        : Double.NEGATIVE_INFINITY;
            case "max" -> {
                double max = Double.NEGATIVE_INFINITY;
                for (int key = 0; key < n; key++) {
                    max = Math.max(max, at("S/√d", i, key));
                }
                yield max;
            }
            case "E" -> Math.exp(at("S/√d", i, j) - at("max", i, 0));
            case "Σ" -> sum(n, key -> at("E", i, key));
            case "A" -> at("E", i, j) / at("Σ", i, 0);
            case "aV" -> at("A", query(t), i) * at("V", i, j);
            case "O" -> sum(n, key -> at("A", i, key) * at("V", key, j));
            default -> throw new AssertionError(m + " is not printed: " + i + ", " + j);
        };
    }

    private double projected(String input, String letter, int i, int j) {
        double product = sum(t.in().head().dModel(), d -> at(input, i, d) * at("W_" + letter, d, j));
        return sheet.has("b_" + letter) ? product + at("b_" + letter, 0, j) : product;
    }

    private static double sum(int count, java.util.function.IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }
}
