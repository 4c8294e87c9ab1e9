package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.cli.InProcess;
import app.regard.draw.Spot;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void whatIsToBeShownCanBeShown() {
        Resolver resolver = new Resolver(new Library());
        Moment here =
                new Moment(resolver.library().example("river").orElseThrow().experiment(), 6, 0);
        for (QuizQuestion q : Questions.builtIn()) {
            Moment there = Shown.moment(q.show(), here, resolver.library()).orElseThrow();
            LabState lab = there.lab();
            if (lab != null && !lab.id().equals("discover")) { // whose training has its own test
                Setup<?> setup = Setup.begin(
                        Labs.ALL.named(lab.id()), there, resolver.content(there.experiment(), Progress.NONE));
                assertThat(setup.with(lab.settings())
                                .run(resolver, Run.of(Progress.NONE))
                                .length())
                        .isPositive();
            } else {
                assertThat(resolver.content(there.experiment(), Progress.NONE).trace())
                        .isPresent();
            }
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
}
