package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.About;
import app.regard.lab.catalog.Labs;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In greys everything in a picture is grey: cells, frames, words, marks, and what was changed by hand. */
class GreysTest {
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\\b");
    private static final String CHANGED =
            "render the_old_king_saw_the_river --focus king --edit X[king,0]=-2 --before-edit none";

    @TempDir
    private Path folder;

    static Stream<String> pictures() {
        Stream<String> kinds = Stream.of("heatmap", "arcs", "bars", "sheet").map(what -> CHANGED + " --what " + what);
        Stream<String> stages = IntStream.rangeClosed(1, 8).mapToObj(i -> CHANGED + " --stage " + i);
        Stream<String> patches = Stream.of("render one_two_three_four --what patches");
        Stream<String> many = Stream.of(
                "render river_bank --model minilm --what heads --sort self",
                "layers river_bank --word river --with the_bank_of_money --other bank");
        Stream<String> masked = Stream.of("render a_b_c_d --mask causal --stage 4 --seed 3");
        return Stream.of(kinds, stages, patches, many, masked).flatMap(all -> all);
    }

    /** Every lab but trainings, which a step or two of is enough of, and cost, which measures for seconds. */
    static Stream<String> labs() {
        return Labs.ALL.all().stream().map(lab -> lab.about()).map(about -> {
            String sentence =
                    switch (about.id()) {
                        case "two-layers",
                                "heads-together",
                                "cross",
                                "scaling",
                                "cost",
                                "sink",
                                "quiz",
                                "class",
                                "truths" -> "";
                        default -> " the_old_king_saw_the_river";
                    };
            String bet = about.id().equals("bet") ? " --set bet=0.5,0.1,0.1,0.1,0.1,0.1" : "";
            return "lab " + about.id() + sentence + bet + (about.group() == About.Group.LEARN ? " --set steps=3" : "");
        });
    }

    private List<Object> args(String words, String file, String... more) {
        List<Object> all = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            all.add(word.replace('_', ' '));
        }
        all.addAll(List.of("--colours", "grey", "-o", folder.resolve(file)));
        all.addAll(List.of(more));
        return all;
    }

    private void drawn(String words, String file, String... more) {
        InProcess run = InProcess.run(args(words, file, more).toArray());
        assertThat(run.code()).as("%s: %s", words, run.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource({"pictures", "labs"})
    void nothingInADrawingHasAColour(String words) throws IOException {
        for (String theme : List.of("light", "dark")) {
            drawn(words, theme + ".svg", "--theme", theme);
            Matcher colours = COLOUR.matcher(Files.readString(folder.resolve(theme + ".svg")));
            int found = 0;
            while (colours.find()) {
                found++;
                assertThat(colours.group(1) + colours.group(2))
                        .as("%s %s: %s", words, theme, colours.group())
                        .isEqualTo(colours.group(2) + colours.group(3));
            }
            assertThat(found).isPositive();
        }
    }

    /** Cells of many words, films and the image under patches are pixels in any format. */
    @Test
    void noPixelHasAColour() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        ImageIO.write(image, "png", folder.resolve("red.png").toFile());
        drawn("render one_two_three_four --what patches", "p.png", "--image", folder.resolve("red.png") + "");
        drawn("render " + "one_two_three_".repeat(25), "m.png");
        drawn("render " + "king_river_".repeat(20) + " --stage 3 --seed 4", "s.png");
        for (String name : List.of("p.png", "m.png", "s.png")) {
            BufferedImage read = ImageIO.read(folder.resolve(name).toFile());
            int[] pixels = read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
            assertThat(Arrays.stream(pixels)
                            .filter(p -> (p >> 16 & 255) != (p & 255) || (p >> 8 & 255) != (p & 255))
                            .count())
                    .as(name)
                    .isZero();
        }
    }

    @Test
    void cardsAndTheirLabsAreGreyToo() throws IOException {
        Moment plain = new Moment(Experiment.of("river bank", new Source.Simple("similarity")), 3, 0);
        Path lesson = folder.resolve("l.regard");
        Lesson cards = new Lesson(
                "Greys",
                "",
                List.of(
                        new Lesson.Card(plain, "One", ""),
                        new Lesson.Card(plain.withLab(new LabState("sink", Map.of())), "Two", "")));
        Lessons.write(lesson, false, cards);
        drawn("lesson " + lesson, "sheet.svg");
        assertThat(Files.readString(folder.resolve("sheet.svg"))).contains("(a)", "(b)");
        Matcher colours = COLOUR.matcher(Files.readString(folder.resolve("sheet.svg")));
        while (colours.find()) {
            assertThat(colours.group(1)).isEqualTo(colours.group(2)).isEqualTo(colours.group(3));
        }
    }

    /** Without colours two signs need two shades: what is below 0 is lighter than 0, and what is above it darker. */
    @Test
    void aSignIsSeenInGreys() throws IOException {
        drawn("render king --stage 1 --edit X[king,0]=-3 --edit X[king,1]=3", "x.svg", "--no-focus");
        List<Integer> shades = new ArrayList<>();
        Matcher cells = Pattern.compile("<rect [^>]*rx=[^>]*fill=\"#([0-9a-f]{2})")
                .matcher(Files.readString(folder.resolve("x.svg")));
        while (cells.find()) {
            shades.add(Integer.parseInt(cells.group(1), 16));
        }
        // lightness L* 97, 55 and 13 as shades of sRGB
        assertThat(shades).contains(0xf6, 0x84, 0x22);
    }
}
