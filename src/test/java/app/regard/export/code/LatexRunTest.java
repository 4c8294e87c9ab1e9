package app.regard.export.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Outside;
import app.regard.PrintedText;
import app.regard.cli.InProcess;
import app.regard.draw.Palette;
import app.regard.draw.View;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for LaTeX is set by LaTeX. */
class LatexRunTest {
    @TempDir
    private Path folder;

    private String set(String what, String... sentence) throws Exception {
        List<Object> command = new ArrayList<>(List.of("code", "--as", what));
        command.addAll(List.of(sentence));
        InProcess run = InProcess.run(command.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        Path file = folder.resolve("paper.tex");
        Files.writeString(file, """
                \\documentclass{article}
                \\usepackage{amsmath}
                \\usepackage{pgfplots}
                \\pgfplotsset{compat=1.16}
                \\begin{document}
                \\thispagestyle{empty}
                %s
                \\end{document}
                """.formatted(run.out()));
        Outside.Result result = Outside.run(
                List.of(Outside.latex().toString(), "-interaction=nonstopmode", "-halt-on-error", "paper.tex"),
                folder,
                Map.of());
        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out()).doesNotContain("Missing character").doesNotContain("Overfull");
        try (PDDocument document = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** A page of LaTeX as pixels, a tenth of a millimetre each. */
    private BufferedImage page() throws Exception {
        try (PDDocument document = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            return new PDFRenderer(document).renderImageWithDPI(0, 254);
        }
    }

    /** What is not white lies between these columns, as a width in millimetres. */
    private static double inked(BufferedImage page) {
        int left = page.getWidth();
        int right = 0;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                if ((page.getRGB(x, y) & 0xFF) < 0xF0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return (right - left + 1) / 10.0;
    }

    private static long near(BufferedImage page, int colour) {
        return IntStream.range(0, page.getWidth() * page.getHeight())
                .map(at -> page.getRGB(at % page.getWidth(), at / page.getWidth()))
                .filter(c -> IntStream.of(0, 8, 16)
                        .allMatch(shift -> Math.abs((c >> shift & 0xFF) - (colour >> shift & 0xFF)) <= 4))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"85,7", "110,9"})
    void theWholeIsAsWideAsAskedFor(int millimetres, int label) throws Exception {
        String twelve = "the old king saw a small red house near the big river";
        set("pgfplots", twelve, "--width", millimetres + "mm", "--label-size", label + "pt", "--colours", "grey");
        assertThat(inked(page())).isCloseTo(millimetres, within(1.2));
        PrintedText text = PrintedText.of(folder.resolve("paper.pdf"));
        assertThat(text.sizes("house")).isNotEmpty().allSatisfy(s -> assertThat(s)
                .isCloseTo(label, within(0.1)));
    }

    /** 0.1085694 of 0.7723748 is 10^−0.852: at 0.787 of four powers of ten. Of 1 it is at 0.759. */
    @Test
    void logarithmicColoursStandOverTheWeightsThemselves() throws Exception {
        String text = set("pgfplots", "--preset", "river", "--log");
        assertThat(text).contains("0.38", "0.77", "logarithmic", "10−3", "10−1");
        assertThat(Files.readString(folder.resolve("paper.tex"))).contains("0.10856941564370501");
        Palette blue = View.USUAL.palette();
        assertThat(near(page(), blue.sequential(0.787))).isGreaterThan(1000);
        set("pgfplots", "--preset", "river", "--log", "--max", "1");
        assertThat(near(page(), blue.sequential(0.759))).isGreaterThan(1000);
        set("pgfplots", "--preset", "river", "--max", "1");
        assertThat(near(page(), blue.sequential(0.1086))).isGreaterThan(1000);
    }

    /** The published weights of “bank of the river”, and a word a row and a column. */
    @Test
    void aHeatMapHasItsWordsAndNumbers() throws Exception {
        String text = set("pgfplots", "--preset", "river");
        assertThat(text).contains("0.38", "0.40", "0.11", "0.77");
        assertThat(text.replaceAll("\\s", "").split("river", -1)).hasSize(3);
    }

    @Test
    void wordsThatLatexWouldObeyAreWords() throws Exception {
        assertThat(set("pgfplots", "100% of_a #1 {x} $5 a&b \\relax")).contains("100", "relax");
        assertThat(set("table", "50% [a] c,d = e")).contains("50", "%");
    }

    @Test
    void manyWordsShowColoursOnly() throws Exception {
        String words = "the cat saw a dog and the dog saw a bird so the bird saw a fish but the fish saw the cat";
        String text = set("pgfplots", words);
        assertThat(text).contains("bird");
        assertThat(Files.readString(folder.resolve("paper.tex"))).doesNotContain("\\node");
    }

    /** Letters that pdfLaTeX does not know stand there as their code points; what it knows it sets. */
    @ParameterizedTest
    @ValueSource(strings = {"河流 😀 α", "Æø ßœ łı “a” –", "ÀÇÑÖ ãèîòÿ ĀčďĒĞ ĻŇŐŘŞ ţųŻž"})
    void lettersOfAnyScriptAreSet(String words) throws Exception {
        String text = set("pgfplots", words);
        assertThat(text.contains("U+")).isEqualTo(words.contains("河") || words.contains("ų"));
        assertThat(set("table", words).contains("U+")).isEqualTo(text.contains("U+"));
    }

    /** One word that answers two is a map of one column. */
    @Test
    void aMapOfOneColumnIsSet() throws Exception {
        assertThat(set("pgfplots", "river bank", "--keys", "money", "--colours", "grey")
                        .replaceAll("\\s", ""))
                .contains("money", "1.00");
        assertThat(near(page(), 0x222222)).as("the ramp’s last grey").isGreaterThan(100_000);
    }

    @Test
    void whatLatexHasNoMemoryForIsRefused() {
        InProcess run = InProcess.run("code", "--as", "pgfplots", "king ".repeat(65));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.problem()).singleElement().asString().contains("65 × 65", "as a PDF");
    }

    /** What a mask hides is no weight of 0: it has no number, and a line through it. */
    @Test
    void whatAMaskHidesIsStruckThrough() throws Exception {
        String text = set("pgfplots", "the old king saw", "--mask", "causal", "--log", "--max", "1");
        assertThat(text).contains("1.00").doesNotContain("0.00");
        String written = Files.readString(folder.resolve("paper.tex"));
        assertThat(written.lines().filter(l -> l.contains("\\fill[white]"))).hasSize(6);
        assertThat(written.lines().filter(l -> l.contains("\\node["))).hasSize(10);
    }

    /** Lengths from one word to more than there is room for: all are set, numbers keep to their cells and words apart. */
    @ParameterizedTest
    @CsvSource({"1,85", "2,85", "12,85", "20,85", "40,85", "40,100"})
    void anyNumberOfWordsIsSet(int count, int millimetres) throws Exception {
        String words = String.join(" ", Collections.nCopies(count, "king"));
        set("pgfplots", words, "--width", millimetres + "mm", "--label-size", "8pt", "--colours", "grey");
        assertThat(inked(page())).isCloseTo(millimetres, within(1.2));
        try (PDDocument document = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            List<TextPosition> letters = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> at) {
                    letters.addAll(at);
                }
            }.getText(document);
            for (TextPosition one : letters) {
                for (TextPosition other : letters) {
                    if (one.getDir() == 0 && other.getDir() == 0 && one.getX() < other.getX()) {
                        boolean line = Math.abs(one.getY() - other.getY()) < 0.1;
                        assertThat(line && one.getX() + one.getWidth() > other.getX() + 0.3)
                                .as("%s and %s at %s", one, other, one.getX())
                                .isFalse();
                    }
                }
            }
        }
    }
}
