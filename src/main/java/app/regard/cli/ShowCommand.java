package app.regard.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the weights in the terminal. */
@CommandLine.Command(name = "show", description = "Prints the attention matrix in the terminal.")
final class ShowCommand extends Command {
    @Mixin
    private Asked asked;

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals, 0 to 6. Usually 2.", defaultValue = "2")
    private int decimals;

    @Override
    int run() throws IOException {
        if (decimals < 0 || decimals > 6) {
            asked(() -> {
                throw new app.regard.trace.Refusal("--decimals takes 0 to 6, not " + decimals + ".");
            });
        }
        Terminal.matrix(asked.answer(this).trace().weights(), decimals, out());
        return 0;
    }
}
