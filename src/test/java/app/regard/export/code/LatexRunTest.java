package app.regard.export.code;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import app.regard.cli.InProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(text).contains("bird").doesNotContain("0.05");
    }
}
