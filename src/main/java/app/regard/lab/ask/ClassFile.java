package app.regard.lab.ask;

import app.regard.file.JsonCursor;
import app.regard.file.Recipes;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one reader answered, read from a file that the lab Bet or Quiz wrote as JSON.
 *
 * @param key what makes it the same question as another file's: its kind, title and names, and of a bet the experiment
 * @param names the words or answers to choose from; none where a number was asked for
 * @param given shares of 1 in the order of the names, or the number
 * @param truth what is right, in the same order; of a number it and how far off an answer may be; empty while that is hidden
 */
record ClassFile(Object key, String title, List<String> names, List<Double> given, List<Double> truth) {
    private static final int MOST_NAMES = 64;
    private static final int MOST_PANELS = 16;
    private static final int LONGEST = 500;
    private static final double ROUNDING = 0.011;

    ClassFile {
        names = List.copyOf(names);
        given = List.copyOf(given);
        truth = List.copyOf(truth);
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is none of them; the message names the place
     */
    static ClassFile of(JsonCursor file) {
        String lab = file.at("lab").text(LONGEST);
        JsonCursor settings = file.at("settings");
        Object on = file.has("experiment") ? Recipes.read(file.at("experiment"), null) : "";
        for (JsonCursor panel : file.items("panels", "panel", MOST_PANELS)) {
            String id = panel.at("id").text(LONGEST);
            if (lab.equals("bet") && id.equals(Bet.BARS)) {
                String kind = settings.has("kind") ? settings.at("kind").text(LONGEST) : "";
                return bet(on, settings.at("query").text(LONGEST), !kind.equals(Bet.COLUMN), panel);
            }
            if (lab.equals("bet") && id.equals(Quiz.PANEL)) {
                String whose = "“" + settings.at("query").text(LONGEST) + "”, seed "
                        + settings.at("seed").text(LONGEST);
                return answer(on, panel.at("title").text(LONGEST) + " " + whose, panel);
            }
            if (lab.equals("quiz") && id.equals(Quiz.PANEL)) {
                return answer("", panel.at("title").text(LONGEST), panel);
            }
        }
        throw file.refusal("it holds no bet and no answer: save it in Labs ▸ Bet or Quiz, Export, numbers as JSON");
    }

    private static List<String> names(JsonCursor panel) {
        return panel.items("rows", "row", MOST_NAMES).stream()
                .map(r -> r.text(LONGEST))
                .toList();
    }

    /** The numbers of a column; nothing where one of them is not there. */
    private static Optional<List<Double>> column(JsonCursor panel, int rows, int column) {
        List<Double> numbers = new ArrayList<>();
        List<JsonCursor> all = panel.items("values", "row", MOST_NAMES);
        if (all.size() != rows) {
            throw panel.refusal("there are " + all.size() + " rows of values for " + rows + " names");
        }
        for (JsonCursor row : all) {
            List<JsonCursor> cells = row.items("value");
            if (cells.size() <= column) {
                throw row.refusal("no number stands in column " + (column + 1));
            }
            if (cells.get(column).isNothing()) {
                return Optional.empty();
            }
            numbers.add(cells.get(column).number());
        }
        return Optional.of(numbers);
    }

    private static ClassFile bet(Object on, String query, boolean row, JsonCursor panel) {
        List<String> names = names(panel);
        List<Double> shares = column(panel, names.size(), 0).orElse(List.of());
        List<Double> truth = column(panel, names.size(), 1).orElse(List.of());
        if (!shares(shares, row) || !(truth.isEmpty() || shares(truth, row))) {
            throw panel.refusal("a bet has a share for each word, and those of a row sum to 1");
        }
        String title = (row ? "Row" : "Column") + " of “" + query + "”";
        return new ClassFile(List.of("bet", on, title, names), title, names, shares, truth);
    }

    private static boolean shares(List<Double> shares, boolean row) {
        double sum = shares.stream().mapToDouble(s -> s).sum();
        return !shares.isEmpty()
                && (!row || Math.abs(sum - 1) < ROUNDING)
                && shares.stream().allMatch(s -> s >= 0 && s <= 1 + ROUNDING);
    }

    private static ClassFile answer(Object on, String title, JsonCursor panel) {
        List<String> names = names(panel);
        if (names.equals(QuizPanel.NUMBER)) {
            List<Double> number = column(panel, names.size(), 0)
                    .filter(all -> all.get(2) >= 0)
                    .orElseThrow(() -> panel.refusal("no number was answered"));
            return new ClassFile(
                    List.of("number", on, title), title, List.of(), number.subList(0, 1), number.subList(1, 3));
        }
        List<Double> chosen = column(panel, names.size(), 1).orElse(List.of());
        List<Double> right = column(panel, names.size(), 0).orElse(List.of());
        if (!one(chosen) || !one(right)) {
            throw panel.refusal("nothing that can be chosen was answered");
        }
        return new ClassFile(List.of("choice", on, title, names), title, names, chosen, right);
    }

    /** Whether exactly one is 1 and the others 0. */
    private static boolean one(List<Double> all) {
        return all.stream().allMatch(v -> v == 0 || v == 1)
                && all.stream().filter(v -> v == 1).count() == 1;
    }

    /** Whether what is right says the same as in another file, where both say it. */
    boolean agrees(List<Double> other) {
        return truth.isEmpty()
                || other.isEmpty()
                || IntStream.range(0, truth.size())
                        .allMatch(i ->
                                Math.abs(truth.get(i) - other.get(i)) <= 1e-6 * Math.max(1, Math.abs(other.get(i))));
    }
}
