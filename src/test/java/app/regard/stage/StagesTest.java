package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The stages by their numbers. */
class StagesTest {
    @Test
    void theWeightsHaveTheNumberThatIsTheirs() {
        assertThat(Stages.of(Stages.WEIGHTS)).isInstanceOf(Stage6Weights.class);
    }

    @Test
    void thereAreTheStagesThatAreListed() {
        assertThat(Stages.has(1)).isTrue();
        assertThat(Stages.has(Stages.ALL.size())).isTrue();
        assertThat(Stages.has(0)).isFalse();
        assertThat(Stages.has(Stages.ALL.size() + 1)).isFalse();
    }
}
