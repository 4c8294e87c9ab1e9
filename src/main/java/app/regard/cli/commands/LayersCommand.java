package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.ModelChoice;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.PlotOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.export.data.LayersNumbers;
import app.regard.export.picture.LayersPicture;
import app.regard.heads.LayerSimilarities;
import app.regard.trace.Followed;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ModelShape;
import app.regard.transformer.Pieces;
import app.regard.transformer.Trained;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that follows a word through the layers of a trained model. */
@CommandLine.Command(
        name = "layers",
        description =
                "Follows a word through the layers of a trained model: how alike (cosine) its vector is to its own "
                        + "input, and to another word of the same sentence (--other) or of a second one (--with), in the input and "
                        + "after each layer. As a table, or as a file: .png, .svg, .pdf, .csv, .json.")
public final class LayersCommand extends Command {
    private static final int MOST_NAMED = 12;

    @Parameters(paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private String sentence;

    @Option(
            names = "--word",
            required = true,
            paramLabel = "WORD",
            description = "The word to follow, or its place from 1.")
    private String word;

    @Option(names = "--with", paramLabel = "SENTENCE", description = "A second sentence, in quotes.")
    private @Nullable String with;

    @Option(
            names = "--other",
            paramLabel = "WORD",
            description = "The word to compare, or its place from 1: of the second sentence where there is one. "
                    + "Usually the same word there.")
    private @Nullable String other;

    @Mixin
    private ModelChoice model;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOptions look;

    @Override
    public int run() throws IOException {
        String ending = asked(() -> look.ending(output, ".png", ".svg", ".pdf", ".csv", ".json"));
        asked(look::style);
        asked(look::size);
        Followed f = followed();
        switch (ending) {
            case "" -> output.text(LayersTable.of(f), out());
            case "csv" -> output.write(to -> LayersNumbers.csv(to, f));
            case "json" -> output.write(to -> LayersNumbers.json(to, f));
            default -> look.write(this, output, LayersPicture.title(f), style -> LayersPicture.of(f, style));
        }
        return 0;
    }

    private Followed followed() {
        ModelShape shape = asked(model::shape);
        Trained models = trained();
        ForwardPass here = passed(sentence, shape, models);
        int followed = place("--word", LayerSimilarities.words(here), word);
        if (with == null && other == null) {
            return LayerSimilarities.follow(here, followed);
        }
        ForwardPass there = with == null ? here : passed(with, shape, models);
        List<Pieces.Word> words = LayerSimilarities.words(there);
        String meant =
                other == null ? LayerSimilarities.words(here).get(followed).text() : other;
        if (other == null && LayerSimilarities.place(words, meant).isEmpty()) {
            return asked(() -> {
                throw new Refusal("“" + meant + "” is no word of the second sentence: say with --other which one to "
                        + "compare. Its words: " + listed(words) + ".");
            });
        }
        return LayerSimilarities.compare(here, followed, there, place("--other", words, meant));
    }

    private ForwardPass passed(String text, ModelShape shape, Trained models) {
        ForwardPass passed = models.passed(shape.id(), asked(() -> SentenceArguments.sentence(text)), Progress.NONE);
        SentenceArguments.cut(passed.pieces().sentence(), true, this);
        return passed;
    }

    private int place(String option, List<Pieces.Word> words, String wanted) {
        return asked(() -> {
            OptionalInt spelled = LayerSimilarities.place(words, wanted);
            if (spelled.isPresent()) {
                return spelled.getAsInt();
            }
            int number = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
            if (number < 1 || number > words.size()) {
                throw new Refusal(option + " “" + wanted + "” is no word of the sentence, nor a place from 1 to "
                        + words.size() + ". Its words: " + listed(words) + ".");
            }
            return number - 1;
        });
    }

    private static String listed(List<Pieces.Word> words) {
        List<String> named = words.stream()
                .filter(LayerSimilarities::lettered)
                .map(Pieces.Word::text)
                .toList();
        return named.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (named.size() > MOST_NAMED ? ", …" : "");
    }
}
