package app.regard.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.lab.LabRun;
import app.regard.lab.MapPanel;
import app.regard.lab.Panel;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lab of copying, on a short run; what comes of a long one is held by the test of the training. */
class InductionTest {
    @Test
    void everyTenthStepIsMeasuredAndOpensInTheStagesWithTheSameNumbers() {
        LabRun run = LabRun.of("induction", "river bank", "steps", "25", "batch", "4");
        assertThat(run.outcome().first()).isZero();
        assertThat(run.outcome().length()).isEqualTo(26);
        assertThat(run.last().panel("curves").orElseThrow().numbers().rows()).containsExactly("0", "10", "20", "25");
        assertThat(run.end("steps")).as("never reached").isNaN();
        assertThat(run.end("accuracy")).isBetween(0.0, .5);
        assertThat(run.number("off", "both layers", "right")).isEqualTo(run.end("accuracy"));
        for (int layer = 0; layer < 2; layer++) {
            Panel map = run.outcome().at(19).panel("layer" + layer).orElseThrow(); // the point at step 10
            Moment opened = map.opens(MapPanel.cell(9, 3)).orElseThrow();
            Content content = new Resolver(new Library()).content(opened.experiment(), Progress.NONE);
            for (int j = 0; j < content.weights().to().size(); j++) {
                assertThat(content.weights().a().at(9, j))
                        .isEqualTo(map.numbers().values().at(9, j));
            }
            assertThat(content.weights().a().at(9, 10)).as("masked").isZero();
            assertThat(content.trace().orElseThrow().in().learned()).isTrue();
        }
    }

    @Test
    void aTextOfLettersIsTheOneThatIsReadAndOthersAreRefused() {
        LabRun run = LabRun.of("induction", "d k g d k", "steps", "1", "batch", "1", "cut", "0");
        Panel map = run.last().panel("layer1").orElseThrow();
        assertThat(map.numbers().rows()).containsExactly("D", "K", "G", "D", "K");
        assertThat(map.title()).as("K was followed by G").contains("place 5 to 3, behind the last:");
        assertThat(run.number("off", "layer 0 off", "right")).isEqualTo(run.end("accuracy"));
        Moment opened = map.opens(MapPanel.cell(4, 2)).orElseThrow();
        Resolver resolver = new Resolver(new Library());
        assertThatThrownBy(() -> resolver.content(opened.experiment().withText("river bank"), Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the letters A to P only");
        assertThatThrownBy(() -> LabRun.of("induction", "a", "layers", "1", "cut", "1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“cut” takes none, 0");
    }

    /** A letter that stands there for the first time has no last occurrence to look behind. */
    @Test
    void aTitleNamesOnlyPlacesThatThereAre() {
        LabRun fresh = LabRun.of("induction", "a b c", "steps", "1", "batch", "1");
        assertThat(title(fresh, "layer1")).contains("place 3 to 3, no such letter before:");
        assertThat(title(fresh, "layer0")).contains("place 3 to 2, the one before:");
        LabRun single = LabRun.of("induction", "a", "steps", "1", "batch", "1");
        assertThat(title(single, "layer1")).contains("place 1 to 1, no such letter before:");
        assertThat(title(single, "layer0")).contains("place 1 to 1, none before:");
        LabRun twice = LabRun.of("induction", "a a", "steps", "1", "batch", "1");
        assertThat(title(twice, "layer1")).contains("place 2 to 2, behind the last:");
    }

    private static String title(LabRun run, String panel) {
        return run.last().panel(panel).orElseThrow().title();
    }

    /** What is said of all layers together stays so of all, whichever is off. */
    @Test
    void whatIsReachedIsOfWhatIsSaid() {
        for (String cut : List.of("none", "0")) {
            LabRun run = LabRun.of("induction", "x", "steps", "300", "cut", cut);
            double all = run.number("off", "both layers", "right");
            assertThat(all).isGreaterThan(.95);
            assertThat(run.last().said()).contains("It first reached 95 % at step ");
        }
    }
}
