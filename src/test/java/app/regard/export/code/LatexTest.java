package app.regard.export.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.ColourRange;
import app.regard.draw.Palette;
import app.regard.draw.View;
import app.regard.export.Experiments;
import app.regard.trace.Matrix;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
    private static final Matrix G =
            Matrix.of(new double[][] {{0.125, Double.NEGATIVE_INFINITY, 0}, {-0.375, 1.23e8, -0.001}});

    @Test
    void aMatrixIsABmatrix() {
        assertThat(Latex.matrix(G, 2, ColourRange.LARGEST)).isEqualTo("""
                % needs \\usepackage{amsmath}
                \\[
                \\begin{bmatrix}
                  0.12 & -\\infty & 0.00 \\\\
                  -0.38 & 1.23 \\cdot 10^{8} & 0.00
                \\end{bmatrix}
                \\]
                """);
    }

    /** Without the counter, amsmath stops with “Extra alignment tab”. */
    @Test
    void moreThanTenColumnsAreAnnounced() {
        assertThat(Latex.matrix(Matrix.zeros(2, 10), 1, ColourRange.LARGEST)).doesNotContain("MaxMatrixCols");
        assertThat(Latex.matrix(Matrix.zeros(2, 11), 1, ColourRange.LARGEST))
                .contains("\\setcounter{MaxMatrixCols}{11}");
    }

    /** The ramp's last colour, and white on it; without a range there are no colours. */
    @Test
    void aRangeOfColoursColoursTheCells() {
        Matrix half = Matrix.of(new double[][] {{0.5, 0}});
        ColourRange range = new ColourRange(0.5, false);
        String last =
                Palette.hex(View.USUAL.palette().sequential(1)).substring(1).toUpperCase(Locale.ROOT);
        String table = Latex.table(half, List.of("a"), List.of("b", "c"), 2, range);
        assertThat(table)
                .startsWith("% needs \\usepackage[table]{xcolor}")
                .contains("from 0 to 0.5")
                .contains("\\cellcolor[HTML]{" + last + "}\\color[HTML]{FFFFFF}$0.50$");
        assertThat(Latex.matrix(half, 2, range)).contains("\\cellcolor[HTML]{" + last + "}\\color[HTML]{FFFFFF}0.50");
        assertThat(Latex.matrix(half, 2, ColourRange.LARGEST)).doesNotContain("color");
    }

    @Test
    void aTableHasItsLabels() {
        assertThat(Latex.table(G, List.of("[CLS]", "a&b"), List.of("é", "50%", "x_1"), 1, ColourRange.LARGEST))
                .isEqualTo("""
                % needs no package; words are UTF-8
                \\begin{tabular}{l*{3}{r}}
                 & é & 50\\% & x\\_1 \\\\
                \\hline
                {[}CLS{]} & $0.1$ & $-\\infty$ & $0.0$ \\\\
                a\\&b & $-0.4$ & $1.23 \\cdot 10^{8}$ & $0.0$ \\\\
                \\hline
                \\end{tabular}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '!',
            value = {
                "\\ \\textbackslash{}",
                "{ \\{",
                "} \\}",
                "$ \\$",
                "& \\&",
                "# \\#",
                "^ \\textasciicircum{}",
                "_ \\_",
                "~ \\textasciitilde{}",
                "% \\%",
                "* {*}",
                "<b> \\textless{}b\\textgreater{}",
                "--- -{}-{}-",
                "a-b a-b",
                "Łódź Łódź",
                "naïve naïve"
            })
    void signsOfLatexArePrinted(String word, String due) {
        assertThat(Latex.text(word)).isEqualTo(due);
    }

    @Test
    void aLetterThatPdfLatexDoesNotKnowIsItsCodePointThere() {
        assertThat(Latex.text("河"))
                .isEqualTo("{\\ifdefined\\XeTeXversion 河\\else\\ifdefined\\directlua 河\\else U+6CB3\\fi\\fi}");
    }

    /** Whatever the words are, braces balance and each row has as many columns as the table. */
    @Test
    void noWordBreaksATable() {
        for (String word : Experiments.AWKWARD) {
            String table =
                    Latex.table(Matrix.identity(2), List.of(word, "a"), List.of("b", word), 2, ColourRange.LARGEST);
            String bare = table.replaceAll("\\\\[\\\\{}&%]", "");
            assertThat(bare.chars().filter(c -> c == '{').count())
                    .as(word)
                    .isEqualTo(bare.chars().filter(c -> c == '}').count());
            assertThat(bare.lines().filter(line -> line.contains("&"))).hasSize(3);
            assertThat(bare.lines().filter(line -> line.contains("&")))
                    .allMatch(line -> line.chars().filter(c -> c == '&').count() == 2);
        }
    }

    @Test
    void labelsMustFit() {
        assertThatThrownBy(() -> Latex.table(G, List.of("a"), List.of("b", "c", "d"), 2, ColourRange.LARGEST))
                .hasMessageContaining("1 and 3 labels for 2 × 3 numbers");
    }
}
