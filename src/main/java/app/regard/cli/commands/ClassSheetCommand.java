package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.RangeOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.View;
import app.regard.export.sheet.ClassSheet;
import app.regard.file.Atomic;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes a class sheet. */
@CommandLine.Command(
        name = "classsheet",
        description = "Writes a PDF for a class: the stages’ tables partly blank, and a key on its own page.")
public final class ClassSheetCommand extends Command {
    @Mixin
    private SentenceArguments asked;

    @Mixin
    private RangeOptions colours;

    @Option(names = "--focus", paramLabel = "WORD", description = "The word whose way is computed by hand.")
    private String focus = "";

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals, 0 to 6. Usually 2.", defaultValue = "2")
    private int decimals;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: FILE.pdf.")
    private Path output;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    @Override
    public int run() throws IOException {
        int places = asked(() -> StyleOptions.decimals(decimals));
        View view = View.USUAL.withDecimals(places).withRange(asked(colours::range));
        asked(() -> OutputOptions.requireEnding(output, ".pdf"));
        SentenceArguments.Answer answer = asked.answer(this);
        var words = answer.trace().weights().from();
        int query = asked(
                () -> focus.isEmpty() ? StyleOptions.usual(words, answer.focus()) : StyleOptions.place(words, focus));
        ProgressBar bar = new ProgressBar();
        Atomic.write(output, force, to -> ClassSheet.write(answer.trace(), query, view, to, bar));
        return 0;
    }
}
