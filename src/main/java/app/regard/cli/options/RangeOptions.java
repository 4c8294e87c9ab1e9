package app.regard.cli.options;

import app.regard.draw.ColourRange;
import app.regard.trace.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the range of weights over which colours run, the same for all pictures that are compared. */
public final class RangeOptions {
    @Option(
            names = "--max",
            paramLabel = "X",
            description = "The weight at which the colours end, above 0; usually the largest of each picture.")
    private @Nullable Double max;

    @Option(names = "--log", description = "Colours in equal ratios, over four powers of ten.")
    private boolean log;

    /** The range that is asked for. */
    public ColourRange range() {
        if (max != null && !(max > 0 && max <= 1e6)) {
            throw new Refusal("--max takes a number above 0, not " + max + ": 1 is the largest that a weight can be.");
        }
        return new ColourRange(max == null ? 0 : max, log);
    }
}
