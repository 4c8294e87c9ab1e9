package app.regard.cli;

import app.regard.draw.Numerals;
import app.regard.model.Heads;
import app.regard.model.HeadsTable;
import app.regard.model.Measure;
import app.regard.model.Measures;
import app.regard.stage.HeadGrid;
import app.regard.text.Printable;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists every head with what it does. */
@CommandLine.Command(
        name = "heads",
        description =
                "Lists what every head of the trained model does in a sentence, or every head of --attention FILE: "
                        + "how much of a row goes to the token itself, the previous, the next, the first ([CLS]), the last ([SEP]), "
                        + "other places of the same token; and how evenly it is spread.")
final class HeadsCommand extends Command {
    private static final int DECIMALS = 3;

    @Parameters(arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Mixin
    private AttentionFile file;

    @Mixin
    private HeadOrder order;

    @Mixin
    private Output output;

    @Option(names = "--json", description = "As JSON, in full precision.")
    private boolean json;

    @Override
    int run() throws IOException {
        asked(order::check);
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
                Asked.sentence(sentence);
            }
        });
        if (sentence == null) {
            return file.heads(this);
        }
        return Asked.all(sentence, trained(), this);
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
            text.append(String.format("%-8s", HeadGrid.name(does.layer(), does.head())));
            for (Measure by : Measure.values()) {
                text.append(right(Numerals.text(by.of(does), DECIMALS)));
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
