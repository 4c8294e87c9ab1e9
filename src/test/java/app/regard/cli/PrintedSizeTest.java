package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.PrintedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures for a page: their width and the size of their labels, measured in the files. */
class PrintedSizeTest {
    private static final String TWELVE = "the old king saw a small red house near the big river";

    @TempDir
    private Path folder;

    private Path drawn(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of("render", TWELVE, "-o", file.toString()));
        all.addAll(List.of(options));
        InProcess run = InProcess.run(all.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return file;
    }

    /** 85 mm are 240.9 points; PDFBox reads each letter's size as it will be printed. */
    @ParameterizedTest
    @CsvSource({"85mm,7,heatmap", "85mm,6,heatmap", "3.5in,8,heatmap", "178mm,7,stage"})
    void aPageIsAsWideAsAskedAndItsLabelsAreAsLarge(String width, double label, String what) throws Exception {
        Path pdf = drawn("p.pdf", "--width", width, "--label-size", label + "pt", "--what", what, "--no-caption");
        double due = width.endsWith("in")
                ? Double.parseDouble(width.replace("in", "")) * 72
                : Double.parseDouble(width.replace("mm", "")) / 25.4 * 72;
        PrintedText text = PrintedText.of(pdf);
        assertThat(text.width()).isCloseTo(due, within(0.1));
        assertThat(text.sizes("king")).isNotEmpty().allSatisfy(s -> assertThat(s)
                .isGreaterThanOrEqualTo(label - 0.3)); // faces go in halves of a unit
        if (what.equals("heatmap")) {
            assertThat(text.sizes("house")).allSatisfy(s -> assertThat(s).isCloseTo(label, within(0.3)));
        }
    }

    @Test
    void aDrawingSaysItsWidth() throws Exception {
        String svg = Files.readString(drawn("s.svg", "--width", "85mm"));
        Matcher head = Pattern.compile("<svg[^>]*width=\"([^\"]+)\" height=\"([^\"]+)\" viewBox=\"0 0 (\\S+) (\\S+)\"")
                .matcher(svg);
        assertThat(head.find()).isTrue();
        assertThat(head.group(1)).isEqualTo("85mm");
        double shape = Double.parseDouble(head.group(4)) / Double.parseDouble(head.group(3));
        assertThat(Double.parseDouble(head.group(2).replace("mm", ""))).isCloseTo(85 * shape, within(0.02));
    }

    @Test
    void pixelsAreThreeHundredToTheInchOrAsManyAsAskedFor() throws Exception {
        byte[] paper = Files.readAllBytes(drawn("a.png", "--width", "85mm"));
        assertThat(ByteBuffer.wrap(paper).getInt(16)).isEqualTo(1004); // 85 / 25.4 · 300 = 1003.9
        String text = new String(paper, StandardCharsets.ISO_8859_1);
        assertThat(ByteBuffer.wrap(paper).getInt(text.indexOf("pHYs") + 4)).isEqualTo(11_811); // 300 / 0.0254
        byte[] screen = Files.readAllBytes(drawn("b.png", "--width", "600px"));
        assertThat(ByteBuffer.wrap(screen).getInt(16)).isEqualTo(600);
        assertThat(new String(screen, StandardCharsets.ISO_8859_1)).doesNotContain("pHYs");
    }

    @ParameterizedTest
    @CsvSource({
        "--width 85mm --size 300x300,leave --size",
        "--width 85mm --scale 2,leave --size",
        "--width 85mm --text-size 2,leave --size",
        "--label-size 7pt,goes with --width",
        "--width 85,'85mm, 8.5cm, 3.5in or 600px'",
        "--width 10mm,no room",
        "--width 85mm --label-size 7,2pt to 72pt"
    })
    void whatDoesNotGoTogetherIsSaid(String options, String due) {
        List<String> all = new ArrayList<>(
                List.of("render", "river bank", "-o", folder.resolve("x.png").toString()));
        all.addAll(List.of(options.split(" ")));
        InProcess run = InProcess.run(all.toArray());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(due);
        assertThat(folder.resolve("x.png")).doesNotExist();
    }
}
