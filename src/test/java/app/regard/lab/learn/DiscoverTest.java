package app.regard.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import org.junit.jupiter.api.Test;

/** The lab of what a head learns by itself; the ranges of its trainings are held by their own test. */
class DiscoverTest {
    @Test
    void theHeadOfActOneIsExposedBySentencesOfActTwo() {
        LabRun one = LabRun.of("discover", "the cat near the dogs");
        assertThat(one.end("held out")).isGreaterThanOrEqualTo(.95);
        assertThat(one.end("steps")).isBetween(30.0, 100.0);
        assertThat(one.end("fronted")).isLessThanOrEqualTo(.1);
        LabRun two = LabRun.of("discover", "near the dogs the cat", "act", "2");
        assertThat(two.end("fronted")).as("the same head").isEqualTo(one.end("fronted"));
        assertThat(two.last().said()).startsWith("At step 150 “near the dogs the cat” takes are, not is (");
        assertThat(two.last().said()).contains("That fits a rule about a place");
        Snapshot unknown =
                LabRun.of("discover", "bank of the river", "act", "2").last();
        assertThat(unknown.said()).contains("“near the dogs the cat”", "has words that this network never read");
    }

    @Test
    void actThreeShowsLayersBesideEachOtherAndItsHeadsOpenInTheStages() {
        LabRun three = LabRun.of("discover", "near the dogs the old cat", "act", "3", "steps", "20");
        Panel kinds = three.last().panel("kinds").orElseThrow();
        assertThat(kinds.numbers().columns()).containsExactly("1 layer", "2 layers");
        assertThat(kinds.numbers().rows()).hasSize(6);
        Panel row = three.last().panel("row").orElseThrow();
        Moment opened = row.opens(row.start().orElseThrow()).orElseThrow();
        Content content = new Resolver(new Library()).content(opened.experiment(), Progress.NONE);
        assertThat(content.weights().to().words()).containsExactly("near", "the", "dogs", "the", "old", "cat");
        assertThat(content.weights().a().at(5, 2))
                .isEqualTo(row.numbers().values().at(0, 2));
        assertThat(content.weights().a().at(0, 1)).as("masked").isZero();
    }

    @Test
    void whatIsUsualFollowsTheActAndWhatWasChosenStays() {
        LabRun run = LabRun.of("discover", "a", "layers", "1", "act", "3", "steps", "5");
        assertThat(run.setup().text("layers")).isEqualTo("1");
        assertThat(run.setup().text("fronted")).isEqualTo("0.3");
        assertThat(run.setup().text("positions")).isEqualTo("learn");
        LabRun begun = LabRun.of("discover", "a", "steps", "5", "layers", "1", "fronted", "0", "positions", "sin");
        assertThat(begun.setup().with("act", "3").text("layers"))
                .as("all given, as a window does")
                .isEqualTo("2");
        assertThatThrownBy(() -> LabRun.of("discover", "a", "layers", "2"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose act 3");
    }

    @Test
    void nothingIsSaidThatWasNotShown() {
        Labs.ALL.all().stream().map(lab -> lab.about()).forEach(about -> assertThat(
                        about.question() + about.task() + about.notice())
                .doesNotContainIgnoringCase("finds the subject")
                .doesNotContainIgnoringCase("understand"));
        assertThat(Labs.ALL.named("teach").about().task()).contains("Real training never sees target weights");
    }
}
