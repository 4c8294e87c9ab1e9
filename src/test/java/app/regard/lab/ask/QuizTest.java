package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.cli.InProcess;
import app.regard.draw.Spot;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions: their own quality, GIFT out and in, and how they are asked. */
class QuizTest {
    @Test
    void everyQuestionHasOneRightAnswerAndEveryAnswerIsExplained() {
        List<QuizQuestion> all = Questions.builtIn();
        assertThat(all).hasSizeGreaterThanOrEqualTo(24);
        Set<String> topics = new HashSet<>();
        int numbers = 0;
        for (QuizQuestion q : all) {
            topics.add(q.topic());
            assertThat(q.explanation()).as(q.title()).isNotBlank();
            assertThat(q.show()).as(q.title()).isNotBlank();
            assertThat(q.choices()).as(q.title()).allSatisfy(c -> assertThat(c.feedback())
                    .isNotBlank());
            assertThat(q.number().stream()).as(q.title()).allSatisfy(n -> assertThat(n.feedback())
                    .isNotBlank());
            numbers +=
                    q.text().chars().anyMatch(Character::isDigit) || q.number().isPresent() ? 1 : 0;
        }
        assertThat(topics).hasSize(13);
        assertThat(numbers).as("with numbers").isGreaterThanOrEqualTo(all.size() / 2);
        assertThat(all.stream().map(QuizQuestion::title)).doesNotHaveDuplicates();
    }

    private static final Moment ELSEWHERE =
            new Moment(Experiment.of("any other words", new Source.Simple("coreference")), 1, 0);

    private static Moment shown(String title) {
        QuizQuestion asked = Questions.builtIn().stream()
                .filter(q -> q.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no question is called " + title));
        return Shown.moment(asked.show(), ELSEWHERE, new Library()).orElseThrow();
    }

    /** What “Show me” opens holds the number that the question is about: worked out in NumPy, or by hand. */
    @ParameterizedTest
    @CsvSource({
        "Two banks, facts/cosine out/value, .8790, 5e-5",
        "The second sentence, facts/cosine in/value, 1, 1e-12",
        "After fifty words, recurrent/50/recurrent net keeps, .005154, 5e-7",
        "Without dividing, sweep/64/entropy raw, .319, .02",
        "Variance, sweep/16/variance, 16, .32",
        "What learning changes, end//error, .025, .025",
        "Equal cost, facts/equal at n/value, 768, 0",
        "Twice as long, facts/A in MB/value, 134.2, .05",
        "Another W_V, facts/largest change of a weight/value, 0, 1e-12",
        "A bias of all keys, facts/largest change of a weight/value, 0, 1e-12",
        "Struck out, facts/effect bank/value, .3410, 5e-5",
        "Length of a share, facts/‖a·v‖ river/value, .7399, 5e-5",
        "Backwards, facts/largest difference/value, 0, 1e-12",
        "A causal mask, facts/largest difference/value, .3847, 5e-5",
        "Many heads, facts/parameters 8×64/value, 1048576, 0",
        "Tired or wide, 'facts/one layer, tired: animal ÷ street/value', 5.4739, 5e-5",
        "Ten more words, facts/weight before/value, .1889, 5e-5",
        "Nine tenths, facts/weight/value, .9, 1e-4",
        "One more word, facts/largest change of an older row/value, 0, 0",
        "A floor, end//floor, .4120, 5e-5"
    })
    void showMeOpensTheLabWithTheNumber(String title, String number, double value, double tolerance) {
        Moment there = shown(title);
        LabState lab = java.util.Objects.requireNonNull(there.lab(), title);
        List<String> settings = new ArrayList<>();
        lab.settings().forEach((name, set) -> settings.addAll(List.of(name, set)));
        LabRun run = LabRun.of(lab.id(), there.experiment(), there.query(), settings.toArray(String[]::new));
        String[] place = number.split("/", -1);
        double found = place[0].equals("end") ? run.end(place[2]) : run.number(place[0], place[1], place[2]);
        assertThat(found).as(title).isBetween(value - tolerance, value + tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "Whose row, 6, 0, 3, .4013",
        "Sums, 6, 1, 1, .5607",
        "A word without a match, 6, 1, 0, .3333",
        "A word without a match, 6, 1, 2, .3333",
        "Behind the mask, 6, 0, 3, 0"
    })
    void showMeOpensTheStageWithTheNumber(String title, int stage, int row, int col, double value) {
        Moment there = shown(title);
        assertThat(there.stage()).isEqualTo(stage);
        Trace t = new Resolver(new Library())
                .content(there.experiment(), Progress.NONE)
                .trace()
                .orElseThrow();
        assertThat(t.weights().a().at(row, col)).as(title).isBetween(value - 5e-5, value + 5e-5);
    }

    @Test
    void whatElseIsToBeShownCanBeShown() {
        Moment shape = shown("Shape");
        Content seen = new Resolver(new Library()).content(shape.experiment(), Progress.NONE);
        assertThat(seen.weights().a().rows() * seen.weights().a().cols()).isEqualTo(3 * 4);
        Moment rule = shown("Which rule");
        assertThat(rule.experiment().text()).isEqualTo("near the dogs the cat");
        assertThat(rule.lab()).isEqualTo(new LabState("discover", Map.of("act", "2")));
        for (String nothing :
                List.of("", "tree 3", "edit W[", "experiment {", "experiment {]", "stage", "edit X[a,b]=q")) {
            assertThat(Shown.moment(nothing, ELSEWHERE, new Library()).filter(m -> m.lab() != null))
                    .as(nothing)
                    .isEmpty();
        }
    }

    @Test
    void giftComesBackAsItWent() {
        List<QuizQuestion> all = Questions.builtIn();
        assertThat(GiftReader.read(QuizWriter.gift(all), "x")).isEqualTo(all);
        QuizQuestion odd = new QuizQuestion(
                "a topic",
                "",
                "::{x}::",
                "a=b ~ #c {d}: e\\f\ng",
                List.of(
                        new QuizQuestion.Choice(false, "~{no}", "####not"),
                        new QuizQuestion.Choice(true, "=yes", ""),
                        new QuizQuestion.Choice(false, "50:50 // no comment", "a # b")),
                Optional.empty(),
                "1 } 2");
        QuizQuestion number = new QuizQuestion(
                "", "", "n", "how many?", List.of(), Optional.of(new QuizQuestion.Quantity(-1.5e-7, .25, "so")), "");
        List<QuizQuestion> both = List.of(number, odd);
        assertThat(GiftReader.read(QuizWriter.gift(both), "x")).isEqualTo(both);
    }

    @Test
    void otherGiftIsReadOrRefusedByItsLine() {
        String moodle =
                "// made elsewhere\r\n\r\n::Q1::[html] 1+1 \\= ? {\r\n  =2#good\r\n  ~3\r\n}\r\n\r\nHow far?{#3:0.5}\r\n";
        List<QuizQuestion> read = GiftReader.read(moodle, "x");
        assertThat(read).hasSize(2);
        assertThat(read.get(0).text()).isEqualTo("1+1 = ?");
        assertThat(read.get(0).right("a")).isTrue();
        assertThat(read.get(0).right("b")).isFalse();
        assertThat(read.get(1).right("3.4")).isTrue();
        assertThat(read.get(1).right("3,6")).isFalse();
        for (String wrong : List.of(
                "",
                "only text",
                "a {T}",
                "a {=b =c}",
                "a {~b ~c}",
                "a {=x -> y =z -> w}",
                "a {~%50%b =c}",
                "a {#x}",
                "}a",
                "a {=b ~c} more",
                "a {#NaN}",
                "a {" + "x".repeat(5000) + "}",
                "a {=b " + "~c ".repeat(50) + "}")) {
            assertThatThrownBy(() -> GiftReader.read(wrong, "“x.gift”"))
                    .as(wrong)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("x.gift");
        }
        assertThatThrownBy(() -> GiftReader.read("\n\nok {=a ~b}\n\nbad {T}\n", "“x.gift”"))
                .hasMessageContaining("line 5");
    }

    @Test
    void anAnswerIsClickedOrTypedAndExplained() {
        LabRun open = LabRun.of("quiz", "bank of the river", "question", "3");
        Panel panel = open.last().panel("quiz").orElseThrow();
        assertThat(panel.opens(new Spot("quiz", 0, 0)))
                .as("nothing to see before an answer")
                .isEmpty();
        assertThat(open.fact("right")).isNaN();
        List<LabState> changed = new ArrayList<>();
        Pointed at = new Pointed("quiz", new Spot("quiz", 0, 0));
        open.setup().answer(new Gesture(Gesture.Kind.CLICK, at, at, 0), open.last(), new LabRun.Settings(changed::add));
        assertThat(changed.get(0).settings()).containsEntry("answer", "a");
        LabRun right = LabRun.of("quiz", "bank of the river", "question", "3", "answer", "a");
        assertThat(right.last().said()).startsWith("Right. Rows ask");
        assertThat(right.fact("right")).isEqualTo(1);
        LabRun wrong = LabRun.of("quiz", "bank of the river", "question", "3", "answer", "b");
        assertThat(wrong.last().said()).startsWith("Not so. That is the cell in row river");
        Moment shows = wrong.last()
                .panel("quiz")
                .orElseThrow()
                .opens(new Spot("quiz", 4, 0))
                .orElseThrow();
        assertThat(shows.experiment().text()).isEqualTo("bank of the river");
        assertThat(LabRun.of("quiz", "a", "question", "9", "answer", "768").fact("right"))
                .isEqualTo(1);
        assertThatThrownBy(() -> LabRun.of("quiz", "a", "question", "27")).isInstanceOf(Refusal.class);
    }

    @Test
    void questionsGoOutForMoodleAndAnkiAndOutOfAnyRow(@TempDir Path folder) throws IOException {
        Path gift = folder.resolve("x.gift");
        assertThat(InProcess.run("quiz", "-o", gift).err()).isEmpty();
        assertThat(Questions.read(gift)).isEqualTo(Questions.builtIn());
        Path anki = folder.resolve("x.txt");
        assertThat(InProcess.run("quiz", "--file", gift, "-o", anki).err()).isEmpty();
        List<String> lines = Files.readAllLines(anki);
        assertThat(lines.get(0)).isEqualTo("#separator:tab");
        assertThat(lines.subList(4, lines.size()))
                .hasSize(Questions.builtIn().size())
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(3));
        Path row = folder.resolve("row.gift");
        assertThat(InProcess.run("quiz", "--preset", "river", "bank of the river", "--focus", "bank", "-o", row)
                        .err())
                .isEmpty();
        List<QuizQuestion> asked = Questions.read(row);
        assertThat(asked).hasSize(4);
        assertThat(asked.get(3).right("0.4013")).isTrue();
        assertThat(asked.get(3).right("0.4014")).isFalse();
        assertThat(InProcess.run("quiz", "--file", folder.resolve("none.gift")).code())
                .isEqualTo(2);
        assertThat(InProcess.run("quiz", "-o", folder.resolve("x.pdf")).problem())
                .hasSize(1);
    }

    @Test
    void afterTheLastQuestionComesNoneAndAPathThatIsNoneIsRefused() {
        LabRun last = LabRun.of("quiz", "a", "question", "26");
        last.setup().answer(nudge(1), last.last(), new LabRun.Settings(state -> {
            throw new AssertionError("it stays at the last one, and does not begin anew: " + state);
        }));
        List<String> asked = new ArrayList<>();
        last.setup()
                .answer(
                        nudge(-1),
                        last.last(),
                        new LabRun.Settings(state -> asked.add(state.settings().get("question"))));
        assertThat(asked).containsExactly("25");
        assertThatThrownBy(() -> LabRun.of("quiz", "a", "file", "a\0b.gift"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no path of a file");
    }

    private static Gesture nudge(int by) {
        Pointed at = new Pointed("quiz", new Spot("quiz", 0, 0));
        return new Gesture(Gesture.Kind.NUDGE, at, at, by);
    }
}
