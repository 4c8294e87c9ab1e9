package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.ExperimentOptions;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.lab.ask.Questions;
import app.regard.lab.ask.QuizQuestion;
import app.regard.lab.ask.QuizWriter;
import app.regard.source.Resolver;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                        + "question for each of its attention weights. -o FILE.gift writes GIFT, -o FILE.txt notes for Anki.")
public final class QuizCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Option(names = "--file", paramLabel = "FILE", description = "A file with questions in GIFT.")
    private @Nullable Path file;

    @Option(names = "--focus", paramLabel = "WORD", description = "Asks for this word's row only, or its place from 1.")
    private @Nullable String focus;

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
        return sentence == null ? Questions.builtIn() : ofWeights(sentence);
    }

    private List<QuizQuestion> ofWeights(String text) {
        Resolver resolver = new Resolver(new Library(SentenceArguments.MOST_WORDS), trained());
        List<String> notes = new ArrayList<>();
        Experiment e = recipe.of(resolver.library(), Optional.of(text), notes);
        Weights w = resolver.content(e, Progress.NONE).weights();
        say(notes);
        List<String> rows = Words.labels(w.from());
        int only = focus == null ? -1 : StyleOptions.place(w.from(), focus);
        NumberTable table = only < 0
                ? new NumberTable(rows, Words.labels(w.to()), w.a())
                : new NumberTable(
                        List.of(rows.get(only)), Words.labels(w.to()), Matrix.fill(1, w.to().size(), (i, j) -> w.a().at(
                                        only, j)));
        return QuizWriter.of(table, "Attention weights of “" + text + "”");
    }
}
