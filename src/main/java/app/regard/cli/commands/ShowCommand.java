package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.cli.options.WeightsArguments;
import app.regard.stage.Unusual;
import app.regard.trace.Inputs;
import app.regard.trace.Trace;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that prints the weights in the terminal. */
@CommandLine.Command(name = "show", description = "Prints the attention matrix in the terminal.")
public final class ShowCommand extends Command {
    @Mixin
    private WeightsArguments asked;

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals, 0 to 6. Usually 2.", defaultValue = "2")
    private int decimals;

    @Override
    public int run() throws IOException {
        int places = asked(() -> StyleOptions.decimals(decimals));
        SentenceArguments.Answer answer = asked.answer(this);
        Terminal.matrix(answer.subject().weights(), places, out());
        answer.subject().trace().map(Trace::in).filter(Inputs::learned).ifPresent(in -> Unusual.of(in)
                .forEach(out()::println));
        if (answer.content().compared().isPresent()) {
            Terminal.change(
                    answer.subject().weights(),
                    answer.content().compared().get().weights(),
                    places,
                    out());
        }
        return 0;
    }
}
