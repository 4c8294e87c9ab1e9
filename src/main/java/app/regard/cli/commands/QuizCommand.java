package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.ExperimentOptions;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.Spot;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.file.array.Csv;
import app.regard.lab.ask.NumberQuestions;
import app.regard.lab.ask.Questions;
import app.regard.lab.ask.QuizQuestion;
import app.regard.lab.ask.QuizWriter;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that hands out questions: its own, a file's, or questions out of the weights of a sentence. */
@CommandLine.Command(
        name = "quiz",
        description =
                "Hands out questions: those of Regard, those of a file in Moodle's GIFT (--file), or, for a sentence, one "
                        + "for each of its attention weights, or for each number that --ask names. -o FILE.gift writes "
                        + "GIFT, -o FILE.txt notes for Anki.")
public final class QuizCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Option(names = "--file", paramLabel = "FILE", description = "A file with questions in GIFT.")
    private @Nullable Path file;

    @Option(
            names = "--focus",
            paramLabel = "WORD",
            description =
                    "The word, or its place from 1, whose weights are asked for, and whose weighted values --ask means.")
    private @Nullable String focus;

    @Option(
            names = "--ask",
            paramLabel = "CELLS",
            description =
                    "Numbers to ask for, of any matrix that trace writes: scores[bank,river], Q[bank,*] for a row, "
                            + "outputs[*,*] for all. Places count from 0. May be given several times.")
    private List<String> ask = new ArrayList<>();

    @Mixin
    private ExperimentOptions recipe;

    @Mixin
    private OutputOptions output;

    @Override
    public int run() throws IOException {
        if (file != null || sentence == null) {
            only("only questions out of a sentence’s weights have them; give a sentence", "--file");
        }
        if (file != null && sentence != null) {
            asked(() -> {
                throw new Refusal("--file brings the questions: leave the sentence out.");
            });
        }
        boolean anki = output.file().toString().toLowerCase(Locale.ROOT).endsWith(".txt");
        List<QuizQuestion> all = asked(() -> {
            if (!output.standard()) {
                OutputOptions.requireEnding(output.file(), ".gift", ".txt");
            }
            return questions();
        });
        output.text(anki ? QuizWriter.anki(all) : QuizWriter.gift(all), out());
        return 0;
    }

    private List<QuizQuestion> questions() {
        if (file != null) {
            return Questions.read(file);
        }
        return sentence == null ? Questions.builtIn() : ofNumbers(sentence);
    }

    private List<QuizQuestion> ofNumbers(String text) {
        Resolver resolver = new Resolver(new Library(SentenceArguments.MOST_WORDS), trained());
        List<String> notes = new ArrayList<>();
        Experiment e = recipe.of(resolver.library(), Optional.of(text), notes);
        Content seen = resolver.content(e, Progress.NONE);
        say(notes);
        Weights w = seen.weights();
        int query = focus == null ? Spot.LABEL : StyleOptions.place(w.from(), focus);
        int asks = Math.max(query, 0);
        Map<String, Csv.Labelled> matrices = seen.trace()
                .map(t -> Numbers.matrices(t, asks))
                .orElseGet(() -> Map.of(Numbers.name(Part.WEIGHTS), Numbers.matrix(w)));
        List<Spot> cells = ask.isEmpty()
                ? new CellRange(Part.WEIGHTS, query, Spot.LABEL).cells(w.a())
                : CellRange.cells(ask, matrices);
        return NumberQuestions.of(seen, e, asks, cells);
    }
}
