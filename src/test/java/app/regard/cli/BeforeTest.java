package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.PrintedText;
import app.regard.draw.Frame;
import app.regard.draw.View;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.words.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was before stands beside what is, wherever a command takes edits. */
class BeforeTest {
    private static final List<String> EDITED =
            List.of("--preset", "river", "--edit", "W_Q[3,3]=0", "--before-edit", "none");

    @TempDir
    private Path folder;

    private InProcess run(String command, String... more) {
        return InProcess.in(
                folder,
                java.util.stream.Stream.of(List.of(command), EDITED, List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Without the fourth dimension bank asks for nothing: every word gets 1/4; before, river had .4013 and bank .3778. */
    @Test
    void showPrintsHowMuchEachWeightChanged() {
        InProcess shown = run("show", "--decimals", "4");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("Change of each weight since before:")
                .contains("−0.1513")
                .contains("−0.1278");
    }

    @Test
    void aTraceHoldsBoth() throws IOException {
        assertThat(run("trace", "-o", "both.json").code()).isZero();
        assertThat(InProcess.in(folder, "trace", "--preset", "river", "-o", "alone.json")
                        .code())
                .isZero();
        JsonNode both = new ObjectMapper().readTree(written("both.json"));
        JsonNode alone = new ObjectMapper().readTree(written("alone.json"));
        assertThat(both.at("/weights/0/3").asDouble()).isEqualTo(0.25);
        assertThat(both.at("/before/weights/0/3").asDouble()).isCloseTo(.4013, within(5e-5));
        assertThat(both.at("/before/weights")).isEqualTo(alone.at("/weights"));
        assertThat(run("trace", "-o", "both.npz").code()).isZero();
        InProcess csv = run("trace", "-o", "both.csv");
        assertThat(csv.code()).isNotZero();
        assertThat(csv.err()).contains("write .json or .npz");
    }

    @Test
    void picturesHaveTheNumbersFromBefore() throws IOException {
        assertThat(run("render", "-o", "map.svg").code()).isZero();
        assertThat(written("map.svg"))
                .as("small below the new ones, and in the caption")
                .contains(">0.40<")
                .contains(">0.25<")
                .contains("compared with before");
        assertThat(run("render", "--what", "stage", "--stage", "6", "-o", "stage.svg")
                        .code())
                .isZero();
        assertThat(written("stage.svg")).contains(">0.40<");
        Files.writeString(folder.resolve("lines.txt"), "bank of the river\n");
        assertThat(run("batch", "lines.txt", "--format", "svg", "-o", "pictures")
                        .code())
                .isZero();
        try (var made = Files.list(folder.resolve("pictures"))) {
            assertThat(Files.readString(made.findFirst().orElseThrow())).contains(">0.40<");
        }
    }

    @Test
    void pagesAndClassSheetsHaveThemToo() throws IOException {
        assertThat(run("page", "-o", "page.html").code()).isZero();
        assertThat(written("page.html")).contains("compared with before").contains("Before: 0.4013, Δ −0.1513.");
        assertThat(run("classsheet", "-o", "sheet.pdf").code()).isZero();
    }

    /** A card's before is on the lesson's page, its class sheet, its pictures and its panels: river had .4013 of bank's row. */
    @Test
    void lessonsCardsHaveItInEveryKind() throws IOException {
        Experiment before = Experiment.of("bank of the river", new Source.Preset("river"));
        Moment moment = new Moment(before.withTemperature(2), 6, 0, before, null);
        Lesson lesson = new Lesson("One", "", List.of(new Lesson.Card(moment, "Warm", "")));
        Lessons.write(folder.resolve("l.regard"), false, lesson);
        for (String[] command : new String[][] {
            {"classsheet", "--lesson", "l.regard", "-o", "sheet.pdf"},
            {"page", "--lesson", "l.regard", "-o", "lesson.html"},
            {"lesson", "l.regard", "-o", "cards", "--format", "svg"},
            {"lesson", "l.regard", "-o", "panels.svg"}
        }) {
            InProcess done = InProcess.in(folder, command);
            assertThat(done.code()).as(done.err()).isZero();
        }
        assertThat(PrintedText.of(folder.resolve("sheet.pdf")).all().replace('\n', ' '))
                .contains("Before: “bank of the river”")
                .contains("river 0.40");
        assertThat(written("lesson.html")).contains("compared with before").contains("Before: 0.4013, Δ −");
        assertThat(written("cards/1-warm.svg")).contains(">0.40<");
        assertThat(written("panels.svg")).contains(">0.40<");
    }

    @Test
    void aLessonsCardsAreComparedWithNothingElse() {
        for (String command : List.of("page", "classsheet")) {
            InProcess done = InProcess.in(
                    folder,
                    command,
                    "--lesson",
                    "l.regard",
                    "--before-temperature",
                    "2",
                    "-o",
                    command.equals("page") ? "x.html" : "x.pdf");
            assertThat(done.code()).as(command).isEqualTo(2);
            assertThat(done.err()).contains("--before-…");
        }
    }

    @Test
    void whatCannotBeComparedIsRefusedWithTheReason() {
        assertThat(run("code").code()).isEqualTo(2);
        assertThat(run("code").err()).contains("one experiment");
        InProcess word = InProcess.in(folder, "show", "river", "--before-mask", "diagonal");
        assertThat(word.code()).isEqualTo(2);
        assertThat(word.err()).contains("--before-mask");
    }

    /** Before, "the" gave itself .77: that is how far colours run, though the largest weight is now .59. */
    @Test
    void coloursRunAsFarAsBothNeed() {
        Resolver resolver = new Resolver(new Library());
        Experiment before = Experiment.of("bank of the river", new Source.Preset("river"));
        Content both = resolver.content(before.withTemperature(2), before, Progress.NONE);
        double most = both.compared().orElseThrow().weights().a().at(2, 2);
        assertThat(most)
                .isCloseTo(.77, within(.005))
                .isGreaterThan(both.weights().a().at(2, 2));
        Frame frame = both.coloured(new Frame(400, 400, View.USUAL), 0);
        assertThat(frame.colours().get("A"))
                .satisfies(scale -> assertThat(scale.size()).isEqualTo(most));
        assertThat(frame.colours().get("Q")).isEqualTo(frame.colours().get("V"));
    }
}
