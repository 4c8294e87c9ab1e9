package app.regard.export.code;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.file.Digits;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A heat map for papers: a PGFPlots matrix plot, drawn by LaTeX as vectors in the paper's own face.
 *
 * @param millimetres how wide the whole of it is
 * @param label the size of its words, in points
 * @param decimals of the numbers in cells
 */
public record PgfPlot(double millimetres, double label, Palette palette, int decimals) {
    /** The width of a column. */
    public static final double COLUMN = 85;

    /** Numbers that would have to be smaller than this to stand in their cells are left out. */
    private static final double SMALLEST = 5.5;

    private static final double POINTS_TO_A_MILLIMETRE = 72.27 / 25.4;

    /** Words smaller than this say nothing. */
    private static final double LEAST_LABEL = 4;

    /** A letter's share of the size of its face, on average. */
    private static final double LETTER = 0.5;

    /** A digit's share of the size of its face, where that is small, and how much of a cell its number fills. */
    private static final double DIGIT = 0.6;

    private static final double FILLED = 0.86;

    private static final int STOPS = 17;

    /** A cell from its lower left corner to its upper right one, filled or struck through. */
    private static final String RECTANGLE = "(axis cs:%.1f,%.1f) %s (axis cs:%.1f,%.1f)";

    /** With as many cells pdfLaTeX still ends, after some seconds; with twice as many its memory does. */
    private static final int MOST_CELLS = 64 * 64;

    /**
     * The map, words that ask down and words that answer across. What a mask hides is struck through and has no number.
     *
     * @param scale which number has which colour; where it is logarithmic the table holds the weights all the same, and LaTeX
     *     takes their logarithms for the colours
     * @throws Refusal if there are more cells than LaTeX has memory for
     */
    public String of(Weights w, Scale scale) {
        Grid g = w.a();
        if (g.rows() * g.cols() > MOST_CELLS) {
            throw new Refusal("LaTeX has no memory for a plot of " + g.rows() + " × " + g.cols()
                    + " cells; 64 × 64 are possible. Save the heat map as a PDF, and include that.");
        }
        List<String> rowLabels = Words.labels(w.from());
        List<String> colLabels = Words.labels(w.to());
        double cell = cell(g, rowLabels);
        double words = Math.max(LEAST_LABEL, Math.min(label, Math.floor(2 * cell) / 2)); // words keep apart
        int step = Math.max(1, (int) Math.ceil(words / cell - 0.1)); // of very many every second, third … is named
        double least = Math.log10(scale.size() * Scale.LEAST);
        StringBuilder written = new StringBuilder("""
                %% needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.16}; words are UTF-8, and letters that pdfLaTeX
                %% does not know are set by XeLaTeX or LuaLaTeX in a font that has them, elsewhere as their code points
                \\begingroup%s%%
                \\setbox0=\\vbox{%s}%% as wide as the longest label
                \\edef\\plotwidth{\\the\\dimexpr%smm-\\wd0-2pt}%%
                \\begin{tikzpicture}
                \\begin{axis}[
                  scale only axis, width=\\plotwidth, height=%s*\\plotwidth, enlargelimits=false, y dir=reverse,
                  major tick length=0pt, axis line style={draw=none}, tick label style={inner sep=1pt},
                  xticklabel pos=upper, x tick label style={rotate=90, anchor=west},
                """.formatted(
                        face(words), boxes(rowLabels), number(millimetres), number(g.rows() / (double) g.cols())));
        written.append("  xtick=" + places(colLabels, step) + ", xticklabels=" + words(colLabels, step) + ",\n");
        written.append("  ytick=" + places(rowLabels, step) + ", yticklabels=" + words(rowLabels, step) + ",\n");
        written.append("  colormap={weights}{" + colours(palette) + "},\n");
        written.append("  colorbar horizontal, ");
        written.append(
                scale.logarithmic()
                        ? "point meta min=" + Digits.of(least) + ", point meta max="
                                + Digits.of(Math.log10(scale.size())) + ",\n"
                                + "  colorbar style={height=4pt, width=0.94*\\plotwidth, xlabel={weight, logarithmic; smaller ones as at the left end},\n"
                                + "    xtick={" + powers(least)
                                + "}, xticklabel={$10^{\\pgfmathprintnumber{\\tick}}$}}]\n"
                        : "point meta min=0, point meta max=" + Digits.of(scale.size()) + ",\n"
                                + "  colorbar style={height=4pt, width=0.94*\\plotwidth, xlabel={weight}, scaled x ticks=false, max space between ticks=60,\n"
                                + "    xticklabel style={/pgf/number format/fixed, /pgf/number format/precision=3}}]\n");
        cells(written, g, scale);
        masked(written, w);
        numbers(written, w, scale, cell);
        return written.append("\\end{axis}\n\\end{tikzpicture}%\n\\endgroup\n").toString();
    }

    /** The numbers, as large as the cells let them be. */
    private void numbers(StringBuilder written, Weights w, Scale scale, double cell) {
        Grid g = w.a();
        double size = Math.min(label, Math.floor(2 * FILLED * cell / ((decimals + 1.5) * DIGIT)) / 2);
        if (size < SMALLEST) {
            return;
        }
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                if (w.masked(i, j)) {
                    continue;
                }
                int ink = palette.inkOn(scale.colour(g.at(i, j), palette));
                String colour = Palette.luminance(ink) > 0.5 ? "white" : "black";
                written.append("\\node[text=" + colour + ", font=" + face(size) + "] at (axis cs:" + j + "," + i
                        + ") {$" + Latex.number(g.at(i, j), decimals) + "$};\n");
            }
        }
    }

    /** The colours: a matrix plot, which has two rows and columns at least; else the cells one by one. */
    private void cells(StringBuilder written, Grid g, Scale scale) {
        if (Math.min(g.rows(), g.cols()) == 1) {
            written.append("\\addplot[draw=none, forget plot] coordinates {(-0.5,-0.5) (" + (g.cols() - 0.5) + ","
                    + (g.rows() - 0.5) + ")};\n");
            for (int i = 0; i < g.rows(); i++) {
                for (int j = 0; j < g.cols(); j++) {
                    int c = scale.colour(g.at(i, j), palette);
                    written.append(String.format(
                            Locale.ROOT,
                            "\\fill[fill={rgb,255:red,%d;green,%d;blue,%d}] " + RECTANGLE + ";\n",
                            c >> 16 & 255,
                            c >> 8 & 255,
                            c & 255,
                            j - 0.5,
                            i + 0.5,
                            "rectangle",
                            j + 0.5,
                            i - 0.5));
                }
            }
            return;
        }
        written.append("\\addplot[matrix plot*, mesh/cols=" + g.cols() + ", point meta=");
        written.append(
                scale.logarithmic()
                        ? "{log10(max(\\thisrow{weight}, " + Digits.of(scale.size() * Scale.LEAST) + "))}]\n"
                        : "{\\thisrow{weight}}]\n");
        written.append("  table[x=key, y=query, row sep=\\\\] {\n  key query weight\\\\\n");
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                written.append("  " + j + " " + i + " " + Digits.of(g.at(i, j)) + "\\\\\n");
            }
        }
        written.append("  };\n");
    }

    /** The width of a cell in points, beside words as long as they can be expected to be. */
    private double cell(Grid g, List<String> rowLabels) {
        int longest = rowLabels.stream().mapToInt(String::length).max().orElse(0);
        return Math.max(1, (millimetres * POINTS_TO_A_MILLIMETRE - longest * LETTER * label) / g.cols());
    }

    private static void masked(StringBuilder written, Weights w) {
        for (int i = 0; i < w.a().rows(); i++) {
            for (int j = 0; j < w.a().cols(); j++) {
                if (w.masked(i, j)) {
                    written.append(String.format(
                            Locale.ROOT,
                            "\\fill[white] " + RECTANGLE + "; ",
                            j - 0.5,
                            i + 0.5,
                            "rectangle",
                            j + 0.5,
                            i - 0.5));
                    written.append(String.format(
                            Locale.ROOT,
                            "\\draw[black!25] " + RECTANGLE + ";\n",
                            j - 0.5,
                            i + 0.5,
                            "--",
                            j + 0.5,
                            i - 0.5));
                }
            }
        }
    }

    private static String face(double size) {
        return "\\fontsize{" + number(size) + "}{" + number(Math.rint(size * 12) / 10) + "}\\selectfont";
    }

    private static String number(double number) {
        return DecimalFormatter.chosen(number).replace("−", "-");
    }

    private static String boxes(List<String> labels) {
        return labels.stream().map(word -> "\\hbox{" + Latex.text(word) + "}").collect(Collectors.joining());
    }

    /** The powers of ten within four of them. */
    private static String powers(double least) {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(n -> Integer.toString((int) Math.ceil(least) + n))
                .filter(n -> Integer.parseInt(n) <= least + 4)
                .collect(Collectors.joining(","));
    }

    private static String places(List<String> labels, int step) {
        return named(labels, step).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static IntStream named(List<String> labels, int step) {
        return IntStream.range(0, labels.size()).filter(i -> i % step == 0);
    }

    private static String words(List<String> labels, int step) {
        return named(labels, step)
                .mapToObj(i -> "{" + Latex.text(labels.get(i)) + "}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String colours(Palette palette) {
        return IntStream.range(0, STOPS)
                .map(s -> palette.sequential(s / (STOPS - 1.0)))
                .mapToObj(c -> String.format(Locale.ROOT, "rgb255=(%d,%d,%d)", c >> 16 & 255, c >> 8 & 255, c & 255))
                .collect(Collectors.joining(" "));
    }
}
