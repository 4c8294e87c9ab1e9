package app.regard.export.code;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.file.Digits;
import app.regard.trace.Grid;
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

    /** The size of words beside it: a paper's small print. */
    public static final double SMALL = 8;

    /** Numbers that would have to be smaller than this to stand in their cells are left out. */
    private static final double SMALLEST = 5.5;

    private static final double POINTS_TO_A_MILLIMETRE = 72.27 / 25.4;

    /** A digit's share of the size of its face, and how much of a cell its number fills. */
    private static final double DIGIT = 0.5;

    private static final double FILLED = 0.86;

    private static final int STOPS = 17;

    /**
     * The map, rows down and columns across.
     *
     * @param scale which number has which colour; where it is logarithmic the table holds the weights all the same, and LaTeX
     *     takes their logarithms for the colours
     * @throws IllegalArgumentException if there are more or fewer labels than rows or columns
     */
    public String of(Grid g, List<String> rowLabels, List<String> colLabels, Scale scale) {
        if (rowLabels.size() != g.rows() || colLabels.size() != g.cols()) {
            throw new IllegalArgumentException(rowLabels.size() + " and " + colLabels.size() + " labels for " + g.rows()
                    + " × " + g.cols() + " numbers");
        }
        double least = Math.log10(scale.size() * Scale.LEAST);
        StringBuilder written = new StringBuilder("""
                %% needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.16}; words are UTF-8
                \\begingroup%s%%
                \\setbox0=\\vbox{%s}%% as wide as the longest label
                \\edef\\plotwidth{\\the\\dimexpr%smm-\\wd0-2pt}%%
                \\begin{tikzpicture}
                \\begin{axis}[
                  scale only axis, width=\\plotwidth, height=%s*\\plotwidth, enlargelimits=false, y dir=reverse,
                  major tick length=0pt, axis line style={draw=none}, tick label style={inner sep=1pt},
                  xticklabel pos=upper, x tick label style={rotate=90, anchor=west},
                """.formatted(
                        face(label), boxes(rowLabels), number(millimetres), number(g.rows() / (double) g.cols())));
        written.append("  xtick=" + places(colLabels) + ", xticklabels=" + words(colLabels) + ",\n");
        written.append("  ytick=" + places(rowLabels) + ", yticklabels=" + words(rowLabels) + ",\n");
        written.append("  colormap={weights}{" + colours(palette) + "},\n");
        written.append("  colorbar horizontal, ");
        written.append(
                scale.logarithmic()
                        ? "point meta min=" + Digits.of(least) + ", point meta max="
                                + Digits.of(Math.log10(scale.size())) + ",\n"
                                + "  colorbar style={height=4pt, xlabel={weight, logarithmic; smaller ones as at the left end},\n"
                                + "    xtick={" + powers(least)
                                + "}, xticklabel={$10^{\\pgfmathprintnumber{\\tick}}$}}]\n"
                        : "point meta min=0, point meta max=" + Digits.of(scale.size()) + ",\n"
                                + "  colorbar style={height=4pt, xlabel={weight}, scaled x ticks=false,\n"
                                + "    xticklabel style={/pgf/number format/fixed, /pgf/number format/precision=3}}]\n");
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
        numbers(written, g, scale, rowLabels);
        return written.append("\\end{axis}\n\\end{tikzpicture}%\n\\endgroup\n").toString();
    }

    /** The numbers, as large as the cells let them be. */
    private void numbers(StringBuilder written, Grid g, Scale scale, List<String> rowLabels) {
        int longest = rowLabels.stream().mapToInt(String::length).max().orElse(0);
        double cell = (millimetres * POINTS_TO_A_MILLIMETRE - longest * DIGIT * label) / g.cols();
        double size = Math.min(label, Math.floor(2 * FILLED * cell / ((decimals + 1.5) * DIGIT)) / 2);
        if (size < SMALLEST) {
            return;
        }
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                int ink = palette.inkOn(scale.colour(g.at(i, j), palette));
                String colour = Palette.luminance(ink) > 0.5 ? "white" : "black";
                written.append("\\node[text=" + colour + ", font=" + face(size) + "] at (axis cs:" + j + "," + i
                        + ") {$" + Latex.number(g.at(i, j), decimals) + "$};\n");
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

    private static String places(List<String> labels) {
        return IntStream.range(0, labels.size()).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String words(List<String> labels) {
        return labels.stream().map(word -> "{" + Latex.text(word) + "}").collect(Collectors.joining(",", "{", "}"));
    }

    private static String colours(Palette palette) {
        return IntStream.range(0, STOPS)
                .map(s -> palette.sequential(s / (STOPS - 1.0)))
                .mapToObj(c -> String.format(Locale.ROOT, "rgb255=(%d,%d,%d)", c >> 16 & 255, c >> 8 & 255, c & 255))
                .collect(Collectors.joining(" "));
    }
}
