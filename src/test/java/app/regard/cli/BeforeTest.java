package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was before stands beside what is, wherever a command takes edits. */
class BeforeTest {
    private static final List<String> EDITED =
            List.of("--preset", "river", "--edit", "W_Q[3,3]=0", "--before-edit", "none");

    @TempDir
    private Path folder;

    private InProcess run(String command, String... more) {
        return InProcess.in(
                folder,
                Stream.of(List.of(command), EDITED, List.of(more))
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

    /** Each part of an experiment, changed back, on each command that takes edits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--before-text=river of the bank",
                "--before-keys=the money bank river",
                "--before-head=coreference",
                "--before-rule=function asks thing, 2",
                "--before-seed=3",
                "--before-mask=causal",
                "--before-positions=1",
                "--before-temperature=2",
                "--before-unscaled",
                "--before-edit=W_Q[*,*]*=3"
            })
    void eachPartIsChangedBackOnEachCommand(String option) throws IOException {
        Files.writeString(folder.resolve("lines.txt"), "bank of the river\n");
        String[][] commands = {
            {"show"},
            {"trace", "-o", "t.json"},
            {"render", "-o", "r.svg"},
            {"code", "-o", "c.py"},
            {"page", "-o", "p.html"},
            {"classsheet", "-o", "s.pdf"},
            {"batch", "lines.txt", "--format", "svg", "-o", "b"},
            {"lab", "edit", "bank of the river", "-o", "l.json"}
        };
        String shown = "";
        for (String[] command : commands) {
            List<String> all = new ArrayList<>(List.of(command));
            all.add(option);
            if (!List.of("batch", "lab").contains(command[0])) {
                all.add("bank of the river");
            }
            InProcess done = InProcess.in(folder, all.toArray(String[]::new));
            assertThat(done.code()).as("%s %s", command[0], done.err()).isZero();
            shown = command[0].equals("show") ? done.out() : shown;
        }
        JsonNode trace = new ObjectMapper().readTree(written("t.json"));
        assertThat(trace.at("/before/weights")).isNotEqualTo(trace.at("/weights"));
        double most = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                String cell = "/weights/" + i + "/" + j;
                double was = trace.at("/before" + cell).asDouble();
                most = Math.max(most, Math.abs(trace.at(cell).asDouble() - was));
            }
        }
        assertThat(shown).contains(String.format(Locale.ROOT, "The largest change is %.4f.", most));
        JsonNode lab = new ObjectMapper().readTree(written("l.json"));
        assertThat(lab.toString()).contains("largest change of a weight").contains(Double.toString(most));
        assertThat(written("r.svg")).contains("compared with before");
        assertThat(written("c.py")).contains("before = A");
        assertThat(written("p.html")).contains("compared with before").contains("Before: ");
        assertThat(PrintedText.of(folder.resolve("s.pdf")).all()).contains("Before: ");
        try (var made = Files.list(folder.resolve("b"))) {
            assertThat(Files.readString(made.findFirst().orElseThrow())).contains("compared with before");
        }
    }

    /** Whoever reads only --help finds each of them, on each of these commands. */
    @ParameterizedTest
    @ValueSource(strings = {"show", "trace", "render", "code", "page", "classsheet", "batch", "lab"})
    void helpStatesThem(String command) {
        String help = InProcess.in(folder, command, "--help").out();
        for (String part : List.of(
                "text", "keys", "head", "rule", "seed", "mask", "positions", "temperature", "unscaled", "edit")) {
            assertThat(help).as(command).contains("--before-" + part);
        }
    }

    /** The example's own table has no trout: as in the window, the simple table is read instead. */
    @Test
    void aWordThatTheOwnTableLacksIsReadInTheSimpleOne() {
        InProcess done = InProcess.in(folder, "show", "--preset", "river", "--before-text", "bank of the money");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("Change of each weight since before:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show x --before-head=similarity --before-seed=3|exclude each other",
                "show x --before-seed=3 --before-rule=thing~asks~thing|exclude each other",
                "show x --before-rule=nonsense|asks",
                "show x --before-temperature=0|--before-temperature takes a number above 0",
                "show x --before-temperature=NaN|--before-temperature takes a number above 0",
                "show x --before-positions=1e9|--before-positions takes a strength",
                "show x --before-head=nobody|nobody",
                "show x --before-edit=W_Q[99,0]=1|rows 0 to 15",
                "show x --before-edit=mask[0,0]=2|0 (hidden) or 1 (seen)",
                "show x --before-keys=|--before-keys",
                "lab compare bank --before-temperature=2 --set change=temperature=3|kept already",
                "lab compare bank --before-temperature=2 --set with=money|kept already"
            })
    void whatMakesNoSenseIsAnsweredInOneLine(String options, String due) {
        String[] all =
                Stream.of(options.split(" ")).map(o -> o.replace('~', ' ')).toArray(String[]::new);
        InProcess done = InProcess.in(folder, all);
        assertThat(done.code()).as(done.out()).isEqualTo(options.startsWith("lab") ? 1 : 2);
        assertThat(done.err().strip().lines()).hasSize(1).first(STRING).contains(due);
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
            assertThat(done.err()).contains("--before-temperature changes nothing here");
        }
    }

    @Test
    void whatCannotBeComparedIsRefusedWithTheReason() {
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
