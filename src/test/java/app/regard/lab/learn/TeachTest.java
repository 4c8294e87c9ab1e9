package app.regard.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.MapPanel;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Snapshot;
import app.regard.source.AttentionFiles;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head that is taught: how fast, how far it can come, and what becomes of it. */
class TeachTest {
    private static final String ANIMAL = "the animal was tired";
    private static final String KING = "the old king saw a small red house";

    @Test
    void oneRowAndFourRowsAreLearnedInSoManySteps() {
        for (int seed = 0; seed < 20; seed++) {
            String text = String.valueOf(seed);
            LabRun one = LabRun.of("teach", ANIMAL, "targets", "tired>animal", "seed", text);
            assertThat(one.end("steps")).as("seed %d", seed).isBetween(5.0, 15.0);
            assertThat(one.end("error")).isLessThanOrEqualTo(.05);
            String four = "the>animal,animal>tired,was>was,tired>animal";
            LabRun all = LabRun.of("teach", ANIMAL, "targets", four, "seed", text);
            assertThat(all.end("steps")).as("seed %d", seed).isBetween(13.0, 32.0);
            assertThat(all.number("map", "tired", "animal")).isGreaterThanOrEqualTo(.95);
        }
    }

    private static String eachToItself(int words) {
        return IntStream.rangeClosed(1, words).mapToObj(i -> i + ">" + i).collect(Collectors.joining(","));
    }

    @Test
    void wordsWithEqualVectorsLeaveAFloorThatIsSaidBeforeTheRun() {
        LabRun king = LabRun.of("teach", KING, "targets", eachToItself(8), "steps", "400");
        assertThat(king.end("floor"))
                .isCloseTo(3 * Math.log(3) / 8, within(1e-12))
                .isCloseTo(.4120, within(5e-5));
        assertThat(king.end("steps")).as("never reached").isNaN();
        assertThat(king.end("loss")).isBetween(.4119, .43);
        assertThat(king.outcome().at(0).said())
                .startsWith("Known before the run: the loss cannot fall below 0.4120")
                .contains("“old” (2), “small” (6), “red” (7)");
        assertThat(king.last().said()).contains("the best of 400 steps", "are the same to the head");
    }

    @Test
    void withOneColumnNotEveryWordCanLookAtItself() {
        String three = "the animal was";
        LabRun one = LabRun.of("teach", three, "targets", eachToItself(3), "dk", "1", "steps", "800");
        assertThat(one.end("steps")).isNaN();
        assertThat(one.last().said()).contains("d_k = 1");
        LabRun two = LabRun.of("teach", three, "targets", eachToItself(3), "dk", "2");
        assertThat(two.end("steps")).isPositive();
    }

    @Test
    void aStepOpensInTheStagesWithTheSameNumbersAndReadsOtherSentences(@TempDir Path folder) throws IOException {
        LabRun run = LabRun.of("teach", ANIMAL, "targets", "tired>animal");
        Panel map = run.outcome().at(3).panel("map").orElseThrow();
        Moment opened = map.opens(MapPanel.cell(3, 1)).orElseThrow();
        assertThat(opened.query()).isEqualTo(3);
        Resolver resolver = new Resolver(new Library());
        Content content = resolver.content(opened.experiment(), Progress.NONE);
        assertThat(content.weights().a().at(3, 1))
                .isEqualTo(map.numbers().values().at(3, 1));
        Path lesson = folder.resolve("x.regard");
        Lessons.write(lesson, true, Lesson.of(opened));
        Moment again = Lessons.read(lesson).cards().get(0).moment();
        assertThat(again).isEqualTo(opened);
        Content other = resolver.content(again.experiment().withText("the dog was old"), Progress.NONE);
        assertThat(other.weights().to().words()).containsExactly("the", "dog", "was", "old");
        assertThat(other.trace().orElseThrow().in().head().q().w())
                .isEqualTo(content.trace().orElseThrow().in().head().q().w());
        Source broken = new Source.Taught("teach", Map.of("sentence", ANIMAL, "dk", "x"), 2);
        assertThatThrownBy(() -> resolver.content(Experiment.of(ANIMAL, broken), Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lacks a number");
    }

    @Test
    void aNamedHeadIsCalledSoAndItsRulesAreWhatTrainingAddedToTheScores() {
        LabRun run = LabRun.of("teach", ANIMAL, "targets", "tired>animal", "name", "my head");
        Moment opened =
                run.last().panel("map").orElseThrow().opens(MapPanel.cell(3, 1)).orElseThrow();
        Content content = new Resolver(new Library()).content(opened.experiment(), Progress.NONE);
        assertThat(content.trace().orElseThrow().in().head().name()).isEqualTo("my head");
        assertThat(run.number(
                        "rules",
                        run.last().panel("rules").orElseThrow().numbers().rows().get(0),
                        "value"))
                .as("the asked word gains")
                .isPositive();
        assertThat(run.outcome()
                        .at(0)
                        .panel("rules")
                        .orElseThrow()
                        .numbers()
                        .values()
                        .at(0, 0))
                .as("nothing was added before the first step")
                .isZero();
        assertThatThrownBy(() -> LabRun.of("teach", ANIMAL, "name", "x".repeat(41)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aClickPaintsACellOrTakesItAway() {
        assertThat(clicked("tired>animal", 0, 1)).isEqualTo("tired>animal,the>animal");
        assertThat(clicked("tired>animal,the>animal", 3, 1)).isEqualTo("the>animal");
        assertThat(clicked("tired>animal", 3, 1)).as("one stays").isEqualTo("");
    }

    private static String clicked(String targets, int row, int col) {
        LabRun run = LabRun.of("teach", ANIMAL, "targets", targets);
        Snapshot shown = run.last();
        Pointed at = new Pointed("map", new Spot(MapPanel.cell(0, 0).matrix(), row, col));
        AtomicReference<String> painted = new AtomicReference<>("");
        run.setup()
                .answer(
                        new Gesture(Gesture.Kind.CLICK, at, at, 0),
                        shown,
                        new LabRun.Settings(state ->
                                painted.set(run.setup().with(state.settings()).text("targets"))));
        return Objects.requireNonNull(painted.get());
    }

    @Test
    void targetsThatAreNoneAreRefusedInWords() {
        for (String wrong : new String[] {"", "tired", "tired>cat", "5>1", "0>1"}) {
            assertThatThrownBy(() -> LabRun.of("teach", ANIMAL, "targets", wrong))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> LabRun.of("teach", ANIMAL, "targets", "tired>cat"))
                .hasMessageContaining("“cat” is no word of the sentence: name one of the, animal, was, tired");
    }

    @Test
    void aFilesTokensAreRefusedWithTheReason() {
        Experiment file =
                new AttentionFiles().open(Path.of("src/test/resources/app/regard/heads/tl-cache.safetensors"));
        assertThatThrownBy(() -> LabRun.of("teach", file, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("A taught head reads a table of words");
    }

    /** A row with two targets has a loss of ln 2 where it is right: that hinders nothing, and no word is like another. */
    @Test
    void aRowThatSharesItsOneIsNoObstacle() {
        LabRun run = LabRun.of("teach", "the animal was tired", "targets", "tired>animal,tired>was");
        assertThat(run.end("floor")).isCloseTo(Math.log(2), within(1e-12));
        assertThat(run.last().said())
                .startsWith("Known before the run: nothing stands in the way, the floor of the loss is 0.6931:");
        assertThat(run.last().panels().get(0).title()).contains("nothing stands in its way");
        String few = LabRun.of("teach", "the animal was tired", "targets", "tired>animal,tired>was", "steps", "3")
                .last()
                .said();
        assertThat(few).contains("another seed").doesNotContain("are the same to the head");
        assertThat(LabRun.of("teach", "the cat saw the dog", "targets", "1>2,4>5")
                        .outcome()
                        .at(0)
                        .said())
                .contains("“the” (1), “cat” (2)", "have equal vectors");
    }
}
