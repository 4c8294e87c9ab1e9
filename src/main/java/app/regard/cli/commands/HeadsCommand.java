package app.regard.cli.commands;

import app.regard.cli.options.AttentionOptions;
import app.regard.cli.options.Command;
import app.regard.cli.options.HeadOrder;
import app.regard.cli.options.ModelChoice;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.draw.DecimalFormatter;
import app.regard.heads.Heads;
import app.regard.heads.HeadsTable;
import app.regard.heads.Measure;
import app.regard.heads.Measures;
import app.regard.source.Resolver;
import app.regard.text.Printable;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that lists every head with what it does. */
@CommandLine.Command(
        name = "heads",
        description = "Lists what every head of a trained model does in a sentence, or every head of --attention FILE: "
                + "how much of a row goes to the token itself, the previous, the next, the first ([CLS]), the last ([SEP]), "
                + "other places of the same token; and how evenly it is spread.")
public final class HeadsCommand extends Command {
    private static final int DECIMALS = 3;

    @Parameters(arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Mixin
    private ModelChoice model;

    @Mixin
    private AttentionOptions file;

    @Mixin
    private HeadOrder order;

    @Mixin
    private OutputOptions output;

    @Option(names = "--json", description = "As JSON, in full precision.")
    private boolean json;

    @Override
    public int run() throws IOException {
        asked(order::check);
        if (file.given()) {
            unused("--attention brings the heads; leave it out", "--model");
        }
        Heads heads = heads();
        List<Measures.Does> all = order.sorted(heads.does());
        if (json) {
            output.write(to -> HeadsTable.json(to, heads.title(), heads.origin(), all));
        } else {
            output.text(table(all, heads), out());
        }
        return 0;
    }

    private Heads heads() {
        asked(() -> {
            file.check();
            if (file.given() == (sentence != null)) {
                throw new Refusal("Give a sentence in quotes, or --attention FILE: one of the two.");
            }
            if (sentence != null) {
                SentenceArguments.sentence(sentence);
            }
        });
        Resolver resolver = resolver();
        Experiment e = sentence == null
                ? file.experiment(this, resolver.files())
                : SentenceArguments.model(asked(model::shape), sentence);
        return SentenceArguments.heads(this, resolver, e);
    }

    private static String table(List<Measures.Does> all, Heads heads) {
        List<String> words = heads.weights(0, 0).from().words();
        StringBuilder text = new StringBuilder(String.format("%-8s", "head"));
        for (Measure by : Measure.values()) {
            text.append(right(
                    switch (by) {
                        case CLS -> heads.special(words, 0) ? Printable.label(words.get(0)) : "first";
                        case SEP ->
                            heads.special(words, words.size() - 1)
                                    ? Printable.label(words.get(words.size() - 1))
                                    : "last";
                        default -> by.label();
                    }));
        }
        text.append('\n');
        for (Measures.Does does : all) {
            text.append(String.format("%-8s", does.head().text()));
            for (Measure by : Measure.values()) {
                text.append(right(DecimalFormatter.text(by.of(does), DECIMALS)));
            }
            text.append('\n');
        }
        return text
                + "Each number is the average over the tokens of the text (same: those that stand there more than once); "
                + "spread is 1 where all get the same.\n";
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, 10 - text.length())) + text;
    }
}
