package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.ModelChoice;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.PlotOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.SentenceArguments;
import app.regard.draw.Figure;
import app.regard.export.data.LayersNumbers;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.LayersPicture;
import app.regard.export.picture.PictureStyle;
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
import java.util.Locale;
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

    /** The kind of output that a file's ending asks for. */
    private enum Wanted {
        /** A table in the terminal. */
        TABLE,
        /** Numbers, a row a place. */
        CSV,
        /** Numbers with what they were computed from. */
        JSON,
        /** The plot. */
        PICTURE
    }

    @Override
    public int run() throws IOException {
        Wanted wanted = asked(this::wanted);
        PictureStyle style = asked(look::style);
        FileSize size = asked(look::size);
        Followed f = followed();
        switch (wanted) {
            case TABLE -> output.text(LayersTable.of(f), out());
            case CSV -> output.write(to -> LayersNumbers.csv(to, f));
            case JSON -> output.write(to -> LayersNumbers.json(to, f));
            case PICTURE -> {
                Format format = Format.of(output.file());
                look.refuseIdle(this, format, s -> LayersPicture.of(f, s));
                Figure figure = LayersPicture.of(f, style);
                boolean clear = style.ground() == Ground.TRANSPARENT;
                ProgressBar bar = new ProgressBar();
                output.write(to -> format.write(figure, LayersPicture.title(f), clear, size, to, bar));
            }
        }
        return 0;
    }

    private Wanted wanted() {
        if (output.standard()) {
            look.none();
            return Wanted.TABLE;
        }
        OutputOptions.requireEnding(output.file(), ".png", ".svg", ".pdf", ".csv", ".json");
        String name = output.file().toString().toLowerCase(Locale.ROOT);
        Wanted found = name.endsWith(".csv") ? Wanted.CSV : name.endsWith(".json") ? Wanted.JSON : Wanted.PICTURE;
        if (found != Wanted.PICTURE) {
            look.none();
        }
        return found;
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
