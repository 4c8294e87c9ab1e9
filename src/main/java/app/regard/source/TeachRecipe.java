package app.regard.source;

import app.regard.engine.HeadTraining;
import app.regard.engine.PaintedRows;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that decides how a head is taught, except how long: a sentence of the simple table, the cells painted on its weights, and
 * how the head learns.
 *
 * @param name what its reader calls the head; empty where it is called by its targets
 * @param targets "tired>animal,2>1": words or places from 1, the one that asks before the one that answers
 */
public record TeachRecipe(String sentence, String targets, int dk, double rate, int seed, String name) {
    /** A name has so many characters at most. */
    public static final int LONGEST_NAME = 40;

    /** More columns, words, steps or painted cells than these are not taught. */
    public static final int MOST_COLUMNS = 32;

    public static final int MOST_WORDS = 64;
    public static final int MOST_STEPS = 3000;
    private static final int MOST_CELLS = 512;

    public TeachRecipe {
        if (name.length() > LONGEST_NAME) {
            throw new Refusal("The name of a head has at most " + LONGEST_NAME + " characters.");
        }
        if (dk < 1 || dk > MOST_COLUMNS || !(rate > 0 && rate <= 1)) {
            throw new Refusal("A head is taught with d_k from 1 to " + MOST_COLUMNS
                    + " and a rate above 0 and up to 1, not " + dk + " and " + rate + ".");
        }
    }

    /** The head at a step of this training, as a source. */
    public Source.Taught at(int step) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sentence", sentence);
        settings.put("targets", targets);
        settings.put("dk", String.valueOf(dk));
        settings.put("rate", String.valueOf(rate));
        settings.put("seed", String.valueOf(seed));
        if (!name.isEmpty()) {
            settings.put("name", name);
        }
        return new Source.Taught(Source.Taught.TEACH, settings, step);
    }

    /**
     * The recipe of a source.
     *
     * @throws Refusal if it is none that can be trained here
     */
    static TeachRecipe of(Source.Taught source) {
        Map<String, String> s = source.settings();
        try {
            if (source.step() > MOST_STEPS) {
                throw new Refusal("A head is taught for at most " + MOST_STEPS + " steps.");
            }
            return new TeachRecipe(
                    s.getOrDefault("sentence", ""),
                    s.getOrDefault("targets", ""),
                    Integer.parseInt(s.getOrDefault("dk", "")),
                    Double.parseDouble(s.getOrDefault("rate", "")),
                    Integer.parseInt(s.getOrDefault("seed", "")),
                    s.getOrDefault("name", ""));
        } catch (NumberFormatException e) {
            throw new Refusal("The taught head lacks a number: it needs sentence, targets, dk, rate and seed.");
        }
    }

    /** The same training by another name. */
    public TeachRecipe named(String other) {
        return new TeachRecipe(sentence, targets, dk, rate, seed, other);
    }

    /** The words with their vectors of the simple table. */
    public Inputs inputs(Library library) {
        Inputs in = library.resolve(
                Experiment.of(sentence, new Source.Simple(library.heads().get(0))));
        if (in.from().words().size() > MOST_WORDS) {
            throw new Refusal("A head is taught on at most " + MOST_WORDS + " words: shorten the sentence.");
        }
        return in;
    }

    /** The training before its first step. */
    public HeadTraining begin(Inputs in) {
        return new HeadTraining(in.from().x(), painted(targets, in.from().words()), dk, rate, seed);
    }

    /**
     * The cells that a text names.
     *
     * @throws Refusal if a word does not stand in the sentence; the message says what does
     */
    public static PaintedRows painted(String text, Sentence words) {
        List<PaintedRows.Cell> cells = new ArrayList<>();
        StringTokenizer each = new StringTokenizer(text, ",");
        while (each.hasMoreTokens()) {
            String pair = each.nextToken();
            int sign = pair.indexOf('>');
            if (sign < 0 || cells.size() == MOST_CELLS) {
                throw new Refusal("“targets” takes pairs like tired>animal with commas between, not “" + pair + "”.");
            }
            PaintedRows.Cell cell =
                    new PaintedRows.Cell(place(pair.substring(0, sign), words), place(pair.substring(sign + 1), words));
            if (!cells.contains(cell)) {
                cells.add(cell);
            }
        }
        if (cells.isEmpty()) {
            throw new Refusal("“targets” takes one pair at least: tired>animal.");
        }
        return new PaintedRows(words.size(), cells);
    }

    private static int place(String text, Sentence words) {
        String word = text.strip();
        for (int i = 0; i < words.size(); i++) {
            if (words.word(i).equalsIgnoreCase(word)) {
                return i;
            }
        }
        try {
            int place = Integer.parseInt(word);
            if (place >= 1 && place <= words.size()) {
                return place - 1;
            }
        } catch (NumberFormatException e) {
            // it is no place either
        }
        throw new Refusal("“" + word + "” is no word of the sentence: name one of " + String.join(", ", words.words())
                + ", or a place from 1 to " + words.size() + ".");
    }

    /** Painted cells as a text: a word that stands twice by its place. */
    public static String text(List<PaintedRows.Cell> cells, Sentence words) {
        return cells.stream()
                .map(c -> name(c.row(), words) + ">" + name(c.col(), words))
                .collect(Collectors.joining(","));
    }

    private static String name(int place, Sentence words) {
        String word = words.word(place);
        boolean plain = word.indexOf(',') < 0 && word.indexOf('>') < 0 && place(word, words) == place;
        String number = String.valueOf(place + 1);
        while (words.words().contains(number)) {
            number = "0" + number; // a word that reads as the place is the word
        }
        return plain ? word : number;
    }

    /** The head of a state of the training: W_V is the identity, which is not trained. */
    public Head head(HeadTraining.State state, List<String> dimensions) {
        String origin = "taught towards painted weights, " + state.steps() + " steps with seed " + seed
                + "; a real training never sees target weights";
        return new Head(
                name.isEmpty() ? "taught: " + targets : name,
                origin,
                dimensions,
                projection(state.wq(), "q"),
                projection(state.wk(), "k"),
                Projection.identity(dimensions),
                List.of());
    }

    private static Projection projection(Matrix w, String letter) {
        return Projection.of(
                w, IntStream.rangeClosed(1, w.cols()).mapToObj(c -> letter + c).toList());
    }
}
