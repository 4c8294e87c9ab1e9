package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Example;
import app.regard.words.Library;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private final Library library = new Library();
    private final Resolver resolver = new Resolver(library);

    @Test
    void everyExampleOfATableIsATrace() {
        for (Example example : library.examples()) {
            Experiment e = example.experiment();
            assertThat(resolver.content(e, Progress.NONE)
                            .trace()
                            .orElseThrow()
                            .weights()
                            .a())
                    .isEqualTo(Attention.trace(library.resolve(e)).weights().a());
        }
    }

    @Test
    void aHandMadeHeadHasNoNumberedNeighbours() {
        Experiment e = Experiment.of("river bank", new Source.Simple("similarity"));
        assertThatThrownBy(() -> resolver.heads(e, Progress.NONE)).isInstanceOf(Refusal.class);
    }

    @Test
    void withoutAModelATrainedHeadIsRefused() {
        Experiment e = Experiment.of("river bank", new Source.Trained("all-MiniLM-L6-v2", 0, 0));
        assertThatThrownBy(() -> resolver.content(e, Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is none here");
    }
}
