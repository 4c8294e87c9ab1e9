package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.RangeOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.ColourRange;
import app.regard.draw.View;
import app.regard.export.code.JavaCode;
import app.regard.export.code.Latex;
import app.regard.export.code.NumpyCode;
import app.regard.export.code.PgfPlot;
import app.regard.file.Atomic;
import app.regard.file.array.Npz;
import app.regard.stage.Words;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes the experiment as a script, or its weights as LaTeX. */
@CommandLine.Command(
        name = "code",
        description = "Writes the experiment as a NumPy or Java script that prints the same weights, or the weights as "
                + "LaTeX.")
public final class CodeCommand extends Command {
    @Mixin
    private SentenceArguments asked;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--as",
            paramLabel = "LANGUAGE",
            description = "numpy, java, latex (a matrix), table (a LaTeX table) or pgfplots (a LaTeX heat map).",
            defaultValue = "numpy")
    private String language;

    @Mixin
    private RangeOptions colours;

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals in LaTeX, 0 to 6.", defaultValue = "2")
    private int decimals;

    /** The languages there are. */
    private enum Language {
        /** A Python script. */
        NUMPY,
        /** A Java program in one file. */
        JAVA,
        /** A LaTeX matrix. */
        LATEX,
        /** A LaTeX table. */
        TABLE,
        /** A LaTeX heat map. */
        PGFPLOTS
    }

    @Override
    public int run() throws IOException {
        Language chosen = asked(() -> StyleOptions.one("--as", language, Language.values()));
        int places = asked(() -> StyleOptions.decimals(decimals));
        ColourRange range = asked(colours::range);
        asked(() -> refuse(range, chosen));
        asked(() -> asked.notCompared("A script or a table holds one experiment: leave --before-… out, and write the "
                + "one before to a file of its own."));
        Trace t = asked.answer(this).trace();
        Weights w = t.weights();
        String text =
                switch (chosen) {
                    case NUMPY -> NumpyCode.of(t, arrays(t));
                    case JAVA -> JavaCode.of(t, arrays(t));
                    case LATEX -> Latex.matrix(w.a(), places, range);
                    case PGFPLOTS ->
                        PgfPlot.of(
                                w.a(),
                                Words.labels(w.from()),
                                Words.labels(w.to()),
                                range.scale(w.a()::at, w.a().rows(), w.a().cols()),
                                View.USUAL.palette(),
                                places);
                    case TABLE -> Latex.table(w.a(), Words.labels(w.from()), Words.labels(w.to()), places, range);
                };
        output.write(to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    /** Refuses a range of colours where nothing is coloured, or not in equal ratios. */
    private static void refuse(ColourRange range, Language chosen) {
        if (range.chosen() && (chosen == Language.NUMPY || chosen == Language.JAVA)) {
            throw new Refusal("--max and --log colour cells: say --as latex, table or pgfplots.");
        }
        if (range.logarithmic() && chosen == Language.PGFPLOTS) {
            throw new Refusal("The colours of PGFPlots run in even steps: for --log say --as latex or table.");
        }
    }

    /** Writes the numbers beside a script that would be too long with them, and returns the file's name. */
    private String arrays(Trace t) {
        if (!NumpyCode.needsArrays(t)) {
            return "";
        }
        if (output.standard()) {
            throw new Refusal("This experiment has more numbers than a script should hold: say -o FILE, and they are "
                    + "written beside it as FILE.npz.");
        }
        Path script = output.file();
        String name = String.valueOf(script.getFileName()).replaceFirst("\\.[^.]*$", "") + ".npz";
        Atomic.write(script.resolveSibling(name), output.force(), to -> Npz.write(to, NumpyCode.arrays(t)));
        return name;
    }
}
