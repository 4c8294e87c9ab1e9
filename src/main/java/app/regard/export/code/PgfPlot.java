package app.regard.export.code;

import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.file.Digits;
import app.regard.trace.Grid;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A heat map for papers: a PGFPlots matrix plot, drawn by LaTeX as vectors in the paper's own face. */
public final class PgfPlot {
    /** More cells than this show their colour only. */
    private static final int MOST_NUMBERS = 400;

    private static final int STOPS = 17;

    private PgfPlot() {}

    /**
     * The map, rows down and columns across.
     *
     * @param scale which number has which colour
     * @param decimals of the numbers in cells
     * @throws IllegalArgumentException if there are more or fewer labels than rows or columns
     */
    public static String of(
            Grid g, List<String> rowLabels, List<String> colLabels, Scale scale, Palette palette, int decimals) {
        if (rowLabels.size() != g.rows() || colLabels.size() != g.cols()) {
            throw new IllegalArgumentException(rowLabels.size() + " and " + colLabels.size() + " labels for " + g.rows()
                    + " × " + g.cols() + " numbers");
        }
        StringBuilder written = new StringBuilder("""
                % needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.16}; words are UTF-8
                \\begin{tikzpicture}
                \\begin{axis}[
                  width=85mm, axis equal image, enlargelimits=false, y dir=reverse,
                  tick style={draw=none}, axis line style={draw=none}, font=\\footnotesize,
                  xticklabel pos=upper, x tick label style={rotate=60, anchor=west},
                """);
        written.append("  xtick=")
                .append(places(colLabels))
                .append(", xticklabels=")
                .append(words(colLabels));
        written.append(",\n  ytick=")
                .append(places(rowLabels))
                .append(", yticklabels=")
                .append(words(rowLabels));
        written.append(",\n  colormap={weights}{").append(colours(palette)).append("},\n");
        written.append("  colorbar horizontal, point meta min=0, point meta max=")
                .append(Digits.of(scale.size()))
                .append("]\n");
        written.append("\\addplot[matrix plot*, mesh/cols=").append(g.cols()).append(", point meta=explicit]\n");
        written.append("  table[x=key, y=query, meta=weight, row sep=\\\\] {\n  key query weight\\\\\n");
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                written.append("  " + j + " " + i + " " + Digits.of(g.at(i, j)) + "\\\\\n");
            }
        }
        written.append("  };\n");
        if ((long) g.rows() * g.cols() <= MOST_NUMBERS) {
            numbers(written, g, scale, palette, decimals);
        }
        return written.append("\\end{axis}\n\\end{tikzpicture}\n").toString();
    }

    private static void numbers(StringBuilder written, Grid g, Scale scale, Palette palette, int decimals) {
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                int ink = palette.inkOn(scale.colour(g.at(i, j), palette));
                String colour = Palette.luminance(ink) > 0.5 ? "white" : "black";
                written.append("\\node[text=" + colour + "] at (axis cs:" + j + "," + i + ") {$"
                        + Latex.number(g.at(i, j), decimals) + "$};\n");
            }
        }
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
