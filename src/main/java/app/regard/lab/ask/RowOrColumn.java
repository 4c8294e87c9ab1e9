package app.regard.lab.ask;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The question whether some weights of a word are its row or its column: a row is what it gives its 1 to, a column what it is given.
 *
 * @param word whose, from 0
 * @param row whether they are its row
 */
record RowOrColumn(Content seen, int word, boolean row) {
    /** Small seeds that follow each other all begin alike. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** One of the two, drawn from a seed; where words ask others there is only the row. */
    static RowOrColumn drawn(Content seen, int word, int seed) {
        boolean both = word < seen.weights().to().size() && seen.self();
        return new RowOrColumn(seen, word, !both || new Random((31L * seed + word) * SCATTER).nextBoolean());
    }

    /** The words that it goes along: those that are looked at, or those that look. */
    Sentence others() {
        return row ? seen.weights().to() : seen.weights().from();
    }

    /** The word whose it is. */
    String own() {
        return (row ? seen.weights().from() : seen.weights().to()).shown(word);
    }

    int count() {
        return others().size();
    }

    /** The cell of a weight. */
    Spot cell(int place) {
        return new Spot(Part.WEIGHTS.label(), row ? word : place, row ? place : word);
    }

    double at(int place) {
        Grid a = seen.weights().a();
        return row ? a.at(word, place) : a.at(place, word);
    }

    /** All weights with their words: "bank 0.3778, of 0.1086". */
    String numbers() {
        List<String> names = Words.labels(others());
        return IntStream.range(0, count())
                .mapToObj(i -> names.get(i) + " " + DecimalFormatter.faithful(at(i), 4))
                .collect(Collectors.joining(", "));
    }

    /** What they sum to: 1 for a row. */
    double sum() {
        return IntStream.range(0, count()).mapToDouble(this::at).sum();
    }

    QuizQuestion question() {
        String own = "“" + Words.labels(seen.weights().from()).get(word) + "”";
        String sum = "They sum to " + DecimalFormatter.faithful(sum(), 4);
        return new QuizQuestion(
                "Rows and columns",
                "",
                "Row or column?",
                "Weights of " + own + ": " + numbers() + ". Are they its row or its column?",
                List.of(
                        new QuizQuestion.Choice(
                                row,
                                "The row: where " + own + " looks",
                                row ? sum + ": a row shares one 1." : sum + ", and each row sums to 1."),
                        new QuizQuestion.Choice(
                                !row,
                                "The column: who looks at " + own,
                                row
                                        ? sum + ": that is what a row does; a column gathers parts of different rows."
                                        : sum + ": a column gathers parts of different rows, and need not be 1.")),
                Optional.empty(),
                "Rows ask, columns answer.");
    }
}
