package app.regard.export.code;

import app.regard.draw.ColourRange;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Palette;
import app.regard.draw.View;
import app.regard.text.Printable;
import app.regard.trace.Grid;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Matrices for papers, rounded half-even as on the screen. */
public final class Latex {
    private Latex() {}

    /** What LaTeX has in its oldest faces, besides letters with these accents. */
    private static final String KNOWN = "ßæøœłÆØŒŁı“”‘’–—…¡¿§¶";

    private static final String ACCENTS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B\u030C\u0327";

    /** From this many columns on amsmath has to be told. */
    private static final int AMSMATH_COLUMNS = 10;

    /** The numbers as a displayed bmatrix, the cells in colours where a range of them is chosen. */
    public static String matrix(Grid g, int decimals, ColourRange range) {
        StringBuilder written = new StringBuilder("% needs \\usepackage{amsmath}\n" + coloured(range));
        if (g.cols() > AMSMATH_COLUMNS) {
            written.append("\\setcounter{MaxMatrixCols}{").append(g.cols()).append("}\n");
        }
        written.append("\\[\n\\begin{bmatrix}\n");
        for (int i = 0; i < g.rows(); i++) {
            for (int j = 0; j < g.cols(); j++) {
                written.append(j == 0 ? "  " : " & ")
                        .append(colour(g, i, j, range))
                        .append(number(g.at(i, j), decimals));
            }
            written.append(i < g.rows() - 1 ? " \\\\\n" : "\n");
        }
        return written.append("\\end{bmatrix}\n\\]\n").toString();
    }

    /**
     * The numbers as a tabular with a label a row and a column; ruled with \hline, so that it needs no package. The cells are
     * in colours where a range of them is chosen.
     *
     * @throws IllegalArgumentException if there are more or fewer labels than rows or columns
     */
    public static String table(
            Grid g, List<String> rowLabels, List<String> colLabels, int decimals, ColourRange range) {
        if (rowLabels.size() != g.rows() || colLabels.size() != g.cols()) {
            throw new IllegalArgumentException(rowLabels.size() + " and " + colLabels.size() + " labels for " + g.rows()
                    + " × " + g.cols() + " numbers");
        }
        StringBuilder written =
                new StringBuilder(range.chosen() ? coloured(range) : "% needs no package; words are UTF-8\n");
        written.append("\\begin{tabular}{l*{").append(g.cols()).append("}{r}}\n");
        colLabels.forEach(label -> written.append(" & ").append(text(label)));
        written.append(" \\\\\n\\hline\n");
        for (int i = 0; i < g.rows(); i++) {
            written.append(text(rowLabels.get(i)));
            for (int j = 0; j < g.cols(); j++) {
                written.append(" & ")
                        .append(colour(g, i, j, range))
                        .append('$')
                        .append(number(g.at(i, j), decimals))
                        .append('$');
            }
            written.append(" \\\\\n");
        }
        return written.append("\\hline\n\\end{tabular}\n").toString();
    }

    private static String coloured(ColourRange range) {
        return range.chosen()
                ? "% needs \\usepackage[table]{xcolor}; words are UTF-8; colours run from " + range.said() + "\n"
                : "";
    }

    /** The colour of a cell and an ink that can be read on it; nothing where no range is chosen. */
    private static String colour(Grid g, int i, int j, ColourRange range) {
        if (!range.chosen()) {
            return "";
        }
        Palette palette = View.USUAL.palette();
        int ground = range.scale(g::at, g.rows(), g.cols()).colour(g.at(i, j), palette);
        return "\\cellcolor[HTML]{" + html(ground) + "}\\color[HTML]{" + html(palette.inkOn(ground)) + "}";
    }

    private static String html(int colour) {
        return Palette.hex(colour).substring(1).toUpperCase(Locale.ROOT);
    }

    /** A number as it stands in a formula. */
    static String number(double value, int decimals) {
        String shown = DecimalFormatter.text(value, decimals).replace("−", "-").replace("∞", "\\infty");
        if (shown.equals("NaN")) {
            return "\\mathrm{NaN}";
        }
        int e = shown.indexOf('e');
        return e < 0 ? shown : shown.substring(0, e) + " \\cdot 10^{" + shown.substring(e + 1) + "}";
    }

    /** A letter: where no pdfLaTeX knows it, it is set by the others alone, and stands there as its code point. */
    private static String letter(int c) {
        String letter = Character.toString(c);
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        boolean accented = c < 0x180 && parts.length() == 2 && ACCENTS.indexOf(parts.charAt(1)) >= 0;
        return c < 0x7F || KNOWN.indexOf(c) >= 0 || accented
                ? letter
                : "{\\ifdefined\\XeTeXversion " + letter + "\\else\\ifdefined\\directlua " + letter + "\\else U+"
                        + String.format(Locale.ROOT, "%04X", c) + "\\fi\\fi}";
    }

    /** A word as LaTeX prints it. A bracket or a star after a line's end would be taken for an option of it. */
    static String text(String word) {
        StringBuilder written = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> written.append("\\textbackslash{}");
                case '~' -> written.append("\\textasciitilde{}");
                case '^' -> written.append("\\textasciicircum{}");
                case '<' -> written.append("\\textless{}");
                case '>' -> written.append("\\textgreater{}");
                case '|' -> written.append("\\textbar{}");
                case '{', '}', '$', '&', '#', '_', '%' -> written.append('\\').append((char) c);
                case '[', ']', '*', '`' -> written.append('{').append((char) c).append('}');
                default -> written.append(letter(Printable.is(c) ? c : ' '));
            }
        });
        return written.toString().replace("--", "-{}-").replace("--", "-{}-"); // else they become a dash
    }
}
