package app.regard.lab.ask;

import app.regard.draw.Spot;
import app.regard.file.JsonText;
import app.regard.file.Recipes;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions for numbers of what is shown: each asks for one cell, and explains its answer by how the number came about. */
public final class NumberQuestions {
    private static final int DECIMALS = 4;
    /** More decimals than a tie asks for nobody types: a number that needs more is near 0 or 1. */
    private static final int MOST_DECIMALS = 7;

    private static final int LONGEST = 4000;

    private NumberQuestions() {}

    /**
     * A question for each cell that holds a number; the answer is the number as it is printed, right to half of its last digit.
     *
     * @param experiment what is seen, so that a question can open it
     * @param query the focused query, from 0, to which some matrices belong
     * @param cells in the order in which they are asked
     * @throws Refusal if no cell holds a number, or there are more of them than a file of questions holds
     */
    public static List<QuizQuestion> of(Content seen, Experiment experiment, int query, List<Spot> cells) {
        if (cells.size() > GiftReader.MOST_QUESTIONS) {
            throw new Refusal("These are " + cells.size() + " cells, and a file holds " + GiftReader.MOST_QUESTIONS
                    + " questions: ask for a row or a column of them.");
        }
        String recipe = experiment.source().traits().kept() ? recipe(experiment) : "";
        List<QuizQuestion> all = new ArrayList<>();
        for (Spot cell : cells) {
            Why why = seen.why(query, cell);
            if (Double.isFinite(why.value())) {
                all.add(question(seen, recipe, query, why));
            }
        }
        if (all.isEmpty()) {
            throw new Refusal(
                    "No number stands there to be asked for: −∞ is no answer. Ask for a cell that is not masked.");
        }
        return all;
    }

    private static QuizQuestion question(Content seen, String recipe, int query, Why why) {
        Part part = Part.named(why.of().matrix()).orElse(Part.WEIGHTS);
        int asks = part.asks() ? why.of().row() : query;
        BigDecimal exact = new BigDecimal(WhyText.result(why, DECIMALS).replace('−', '-'));
        BigDecimal printed = exact.scale() > MOST_DECIMALS
                ? new BigDecimal(why.value()).setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
                : exact;
        BigDecimal tolerance = printed.ulp().divide(BigDecimal.valueOf(2));
        String sentence = sentence(seen.weights().from())
                + (seen.self() ? "" : " asks " + sentence(seen.weights().to()));
        String whose = part.followsQuery()
                ? ", for the query " + Words.quoted(seen.weights().from().shown(query))
                : "";
        String digits = printed.scale() > 0 ? printed.scale() + " decimals" : "the digits of a whole number";
        return new QuizQuestion(
                sentence + ": " + part.label(),
                recipe.isEmpty() ? "" : "stage " + stage(part) + ", query " + (seen.token(asks) + 1) + ", " + recipe,
                why.symbol() + ", " + why.about(),
                "In " + sentence + " (" + seen.name() + "), which number stands in " + part.label() + whose + ": "
                        + why.about() + "? Give " + digits + ", rounded; right is what is at most "
                        + tolerance.toPlainString() + " away.",
                List.of(),
                Optional.of(new QuizQuestion.Quantity(printed.doubleValue(), tolerance.doubleValue(), "")),
                WhyText.formula(why, DECIMALS) + (why.note().isEmpty() ? "" : ". " + why.note()));
    }

    /** An experiment on one line, as a question opens it; empty where it is too long for that. */
    private static String recipe(Experiment of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonText.write(out, json -> Recipes.write(json, of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String line =
                out.toString(StandardCharsets.UTF_8).lines().map(String::strip).collect(Collectors.joining(" "));
        return line.length() > LONGEST ? "" : "experiment " + line;
    }

    /** The stage in which a matrix comes about. */
    private static int stage(Part part) {
        return switch (part) {
            case X, X_KEYS, P, P_KEYS, H, H_KEYS, BELOW, ADDED -> 1;
            case W_Q, W_K, W_V, B_Q, B_K, B_V, Q, K, V -> 2;
            case SCORES -> 3;
            case SCALED -> 4;
            case ROW_MAX, EXPONENTIALS -> 5;
            case ROW_SUMS, WEIGHTS -> 6;
            case FOCUSED, WEIGHTED, LENGTHS -> 7;
            case OUTPUTS -> 8;
        };
    }

    private static String sentence(Sentence words) {
        return words.shown().stream().map(Words::label).collect(Collectors.joining(" ", "“", "”"));
    }
}
