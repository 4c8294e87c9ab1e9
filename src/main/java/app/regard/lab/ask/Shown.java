package app.regard.lab.ask;

import app.regard.file.Recipes;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * What a question opens, out of a text like "example river, mask causal, stage 6, word bank, lab distance k=10"; a whole
 * experiment as JSON stands last: "stage 3, query 1, experiment {…}".
 */
final class Shown {
    private static final int WEIGHTS = 6;
    private static final int LAST = 8;
    private static final String RECIPE = "experiment {";
    private static final String LAB = "lab ";

    /** What a recipe leaves out is as here. */
    private static final Experiment PLAIN = Experiment.of("", new Source.Simple("similarity"));

    private Shown() {}

    /** The moment, if the text names one; what it does not say is as it is here. */
    static Optional<Moment> moment(String text, Moment here, Library library) {
        try {
            return text.isEmpty() ? Optional.empty() : named(text, here, library);
        } catch (Refusal | IllegalArgumentException e) {
            return Optional.empty(); // nothing that could be opened
        }
    }

    private static Optional<Moment> named(String text, Moment here, Library library) {
        Experiment experiment = here.experiment();
        int stage = WEIGHTS;
        String word = "";
        int query = -1;
        LabState lab = null;
        for (String one : parts(text)) {
            StringTokenizer part = new StringTokenizer(one);
            String what = part.hasMoreTokens() ? part.nextToken() : "";
            String name = part.hasMoreTokens() ? part.nextToken() : "";
            switch (what) {
                case "example" ->
                    experiment = library.example(name).map(Example::experiment).orElse(experiment);
                case "sentence" -> experiment = experiment.withText(rest(name, part));
                case "keys" -> experiment = experiment.withKeyText(rest(name, part));
                case "mask" ->
                    experiment = experiment.withMask(name.equals("causal") ? Mask.CAUSAL : Mask.local(number(name)));
                case "positions" ->
                    experiment = experiment.withPositions(Positions.sinusoidal(1.0 / Math.max(1, number(name))));
                case "edit" -> experiment = experiment.withEdit(Edit.of(name));
                case "experiment" -> experiment = Recipes.line(one.substring(one.indexOf('{')), PLAIN, "the question");
                case "stage" -> stage = name.length() == 1 ? Math.max(1, Math.min(LAST, name.charAt(0) - '0')) : stage;
                case "word" -> word = name;
                case "query" -> query = query(name);
                case "lab" -> lab = new LabState(name, settings(part));
                default -> {
                    return Optional.empty();
                }
            }
        }
        int asks = query >= 0 ? query : place(word, experiment.text());
        return Optional.of(new Moment(experiment, stage, asks, null, lab));
    }

    /** What stands between commas; those within brackets, and those of a lab or an experiment, which stand last, part nothing. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            within = c == '[' || (within && c != ']');
            String rest = text.substring(from).stripLeading();
            if (rest.startsWith(LAB) || rest.startsWith(RECIPE)) {
                break;
            }
            if (c == ',' && !within) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static String rest(String first, StringTokenizer others) {
        StringBuilder text = new StringBuilder(first);
        while (others.hasMoreTokens()) {
            text.append(' ').append(others.nextToken());
        }
        return text.toString();
    }

    /** The number of a mask that is local, or of the parts of 1 that positions have. */
    private static int number(String text) {
        return text.length() == 1 && Character.isDigit(text.charAt(0)) ? text.charAt(0) - '0' : 1;
    }

    /** A place from 1, counted from 0; −1 for none. */
    private static int query(String text) {
        boolean place = !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return place ? Integer.parseInt(text) - 1 : -1;
    }

    /** The place of a word, or 0. */
    private static int place(String word, String text) {
        StringTokenizer words = new StringTokenizer(text);
        for (int place = 0; words.hasMoreTokens(); place++) {
            if (words.nextToken().equals(word)) {
                return place;
            }
        }
        return 0;
    }

    private static Map<String, String> settings(StringTokenizer rest) {
        Map<String, String> settings = new LinkedHashMap<>();
        while (rest.hasMoreTokens()) {
            String one = rest.nextToken();
            int equals = one.indexOf('=');
            if (equals > 0) {
                settings.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
        return settings;
    }
}
