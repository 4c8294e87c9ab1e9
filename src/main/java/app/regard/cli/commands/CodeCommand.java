package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.PrintOptions;
import app.regard.cli.options.RangeOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.cli.options.WeightsArguments;
import app.regard.draw.ColourRange;
import app.regard.draw.Palette;
import app.regard.draw.Ramp;
import app.regard.draw.Scale;
import app.regard.draw.Theme;
import app.regard.export.code.ComparedCode;
import app.regard.export.code.JavaCode;
import app.regard.export.code.Latex;
import app.regard.export.code.NumpyCode;
import app.regard.export.code.PgfPlot;
import app.regard.export.picture.FileSize;
import app.regard.file.Atomic;
import app.regard.file.array.Npz;
import app.regard.stage.Subject;
import app.regard.stage.Words;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes the experiment as a script, or its weights as LaTeX. */
@CommandLine.Command(
        name = "code",
        description = "Writes the experiment as a NumPy or Java script that prints the same weights, or weights as "
                + "LaTeX.")
public final class CodeCommand extends Command {
    @Mixin
    private WeightsArguments asked;

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

    @Mixin
    private PrintOptions print;

    @Option(
            names = "--colours",
            paramLabel = "RAMP",
            description = "For pgfplots: blue, cividis or grey.",
            defaultValue = "blue")
    private String ramp;

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals in LaTeX, 0 to 6.", defaultValue = "2")
    private int decimals;

    private static final String BEFORE = "-before";

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
        if (chosen == Language.NUMPY || chosen == Language.JAVA) {
            unused("a script holds all digits; say --as latex, table or pgfplots", "--decimals");
        }
        asked(() -> refuse(range, chosen));
        PgfPlot plot = asked(() -> plot(places, chosen));
        SentenceArguments.Answer answer = asked.answer(this);
        Subject subject = answer.subject();
        Trace then = answer.content().compared().orElse(null);
        String text =
                switch (chosen) {
                    case NUMPY -> numpy(trace(subject), then);
                    case JAVA -> java(trace(subject), then);
                    default ->
                        latex(chosen, subject.weights(), then == null ? null : then.weights(), places, range, plot);
                };
        output.write(to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private String numpy(Trace t, @Nullable Trace then) {
        return then == null
                ? NumpyCode.of(t, arrays(t, ""))
                : new ComparedCode(t, then).numpy(arrays(t, ""), arrays(then, BEFORE));
    }

    private String java(Trace t, @Nullable Trace then) {
        return then == null
                ? JavaCode.of(t, arrays(t, ""))
                : new ComparedCode(t, then).java(arrays(t, ""), arrays(then, BEFORE));
    }

    /** Weights in a kind of LaTeX; with those of before the colours of both run as far as both need. */
    private static String latex(
            Language kind, Weights w, @Nullable Weights was, int places, ColourRange range, PgfPlot plot) {
        Scale own = scale(range, w);
        if (was == null) {
            return latex(kind, w, places, range, own, plot);
        }
        Scale both = own.and(scale(range, was));
        ColourRange far = range.chosen() ? new ColourRange(both.size(), range.logarithmic()) : range;
        return "% before\n" + latex(kind, was, places, far, both, plot) + "% now\n"
                + latex(kind, w, places, far, both, plot);
    }

    private static Scale scale(ColourRange range, Weights w) {
        return range.scale(w.a()::at, w.a().rows(), w.a().cols());
    }

    private static String latex(Language kind, Weights w, int places, ColourRange range, Scale scale, PgfPlot plot) {
        return switch (kind) {
            case LATEX -> Latex.matrix(w.a(), places, range);
            case TABLE -> Latex.table(w.a(), Words.labels(w.from()), Words.labels(w.to()), places, range);
            default -> plot.of(w, scale);
        };
    }

    /** What a script computes. */
    private static Trace trace(Subject subject) {
        return subject.trace()
                .orElseThrow(
                        () -> new Refusal("A script computes weights, and of these nothing is there that they could be "
                                + "computed of: say --as latex, table or pgfplots."));
    }

    /** Refuses a range of colours where nothing is coloured. */
    private static void refuse(ColourRange range, Language chosen) {
        if (range.chosen() && (chosen == Language.NUMPY || chosen == Language.JAVA)) {
            throw new Refusal("--max and --log colour cells: say --as latex, table or pgfplots.");
        }
    }

    /** A heat map of the width that is asked for. */
    private PgfPlot plot(int places, Language chosen) {
        Ramp colour = StyleOptions.one("--colours", ramp, Ramp.values());
        if (chosen != Language.PGFPLOTS && (print.given() || given("--colours"))) {
            throw new Refusal("--width, --label-size and --colours are a figure’s: say --as pgfplots.");
        }
        FileSize width = print.width().orElse(FileSize.wide(PgfPlot.COLUMN + "mm"));
        if (width.millimetres() == 0) {
            throw new Refusal("LaTeX sets a figure on paper: say how wide in mm, cm or in, as in --width 85mm.");
        }
        double label = print.labels() > 0 ? print.labels() : FileSize.PAPER_LABEL;
        width.inside(label); // refuses what has no room
        return new PgfPlot(width.millimetres(), label, Palette.of(Theme.LIGHT, colour), places);
    }

    /** Writes the numbers beside a script that would be too long with them, and returns the file's name. */
    private String arrays(Trace t, String which) {
        if (!NumpyCode.needsArrays(t)) {
            return "";
        }
        if (output.standard()) {
            throw new Refusal("This experiment has more numbers than a script should hold: say -o FILE, and they are "
                    + "written beside it as FILE.npz.");
        }
        Path script = output.file();
        String name = String.valueOf(script.getFileName()).replaceFirst("\\.[^.]*$", "") + which + ".npz";
        Atomic.write(script.resolveSibling(name), output.force(), to -> Npz.write(to, NumpyCode.arrays(t)));
        return name;
    }
}
