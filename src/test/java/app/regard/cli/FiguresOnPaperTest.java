package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.PrintedRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure in a column of a paper, measured in its PDF: how wide it is, how large its texts are, and that none is cut or covered. */
class FiguresOnPaperTest {
    private static final String TWELVE = "the_old_king_saw_a_small_red_house_near_the_big_river";

    private static final List<String> WORDS = List.of(TWELVE.split("_"));

    /** What is as short as this may be a letter below or above the line of a formula. */
    private static final int SCRIPT = 5;

    @TempDir
    private Path folder;

    /** The figures that are drawn in greys elsewhere, of twelve words, and stages of a trained head. */
    static Stream<String> figures() {
        Stream<String> all = Stream.concat(GreysTest.pictures(), GreysTest.labs())
                .map(f -> f.replace("the_old_king_saw_the_river", TWELVE)
                        .replace("bet=0.5,0.1", "bet=0.5,0,0,0,0,0,0,0.1"));
        Stream<String> more = Stream.of(
                "render " + TWELVE + " --stage 8 --variant 2",
                "render " + TWELVE + " --what sheet --model minilm --layer 3 --head 4",
                "render " + TWELVE + " --stage 2 --model minilm --layer 3 --head 4",
                "lab heads " + TWELVE + " --model minilm --layer 3 --head 4",
                "render a_b --stage 2",
                "lab growing a_b_c_d");
        return Stream.concat(all, more);
    }

    private List<Object> args(String words, Path file, String... more) {
        List<Object> all = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            all.add(word.replace('_', ' '));
        }
        all.addAll(List.of(more));
        all.addAll(List.of("-o", file));
        return all;
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aColumnHasRoomForAllOfIt(String words) throws Exception {
        Path file = folder.resolve("column.pdf");
        InProcess run = InProcess.run(
                args(words, file, "--width", "85mm", "--label-size", "7pt").toArray());
        assertThat(run.code()).as(run.err()).isZero();
        PrintedRuns printed = PrintedRuns.of(file);
        assertThat(printed.page().getWidth()).isCloseTo(85 / 25.4 * 72, within(0.05));
        assertThat(printed.runs()).isNotEmpty();
        boolean formulas = words.contains("--stage") || words.contains("sheet");
        for (PrintedRuns.Run one : printed.runs()) {
            boolean script = formulas && one.text().length() <= SCRIPT && !WORDS.contains(one.text());
            assertThat(one.size()).as("%s", one).isGreaterThanOrEqualTo(script ? 5.2 : 6);
            assertThat(printed.page().contains(one.ink().getBounds2D()))
                    .as("%s is on the page", one)
                    .isTrue();
        }
        for (int i = 0; i < printed.runs().size(); i++) {
            PrintedRuns.Run one = printed.runs().get(i);
            for (PrintedRuns.Run other : printed.runs().subList(0, i)) { // a lit number covers the one below it
                assertThat((named(one) || named(other)) && one.meets(other))
                        .as("%s over %s", one, other)
                        .isFalse();
            }
        }
    }

    private static boolean named(PrintedRuns.Run run) {
        return run.text().codePoints().anyMatch(Character::isLetter);
    }

    /** Where columns can be wide or names flat, but not both: the last name ends on the page, or the figure would be refused. */
    @ParameterizedTest
    @ValueSource(strings = {"600px", "85mm", "170mm"})
    void flatNamesOfTheLastColumnHaveRoom(String width) {
        Path file = folder.resolve("names.pdf");
        InProcess run =
                InProcess.run(args("lab two-layers", file, "--width", width).toArray());
        assertThat(run.code()).as(run.err()).isZero();
    }

    /** Three products beside each other need more than large letters leave of a column: that is said, and nothing is cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"render TWELVE --stage 2", "render TWELVE --what sheet", "lab contribution TWELVE"})
    void whatAColumnHasNoRoomForIsRefused(String words) {
        Path file = folder.resolve("large.pdf");
        InProcess run =
                InProcess.run(args(words.replace("TWELVE", TWELVE), file, "--width", "85mm", "--label-size", "12pt")
                        .toArray());
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("make it wider, or its labels smaller");
        assertThat(file).doesNotExist();
    }
}
