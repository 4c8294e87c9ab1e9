package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Weights;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.OneModel;
import app.regard.transformer.Trained;
import app.regard.words.Fifty;
import app.regard.words.Library;
import app.regard.words.TrainedExample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the examples of trained heads say is so: every weight in a notice, and how often the head does the same. */
@Tag("model")
class TrainedExamplesTest {
    private static final Pattern WEIGHT = Pattern.compile("“([^“”]+)” (?:only )?(\\d\\.\\d\\d)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) of (\\d+)");

    private final Trained trained = OneModel.trained();
    private final Library library = new Library();
    private final Resolver resolver = new Resolver(library, trained);

    @Test
    void everyCountInANoticeIsTheCount() {
        Map<String, ForwardPass> passes = new HashMap<>();
        for (TrainedExample one : library.trainedExamples()) {
            String model = one.source().model();
            long count = one.count(one.counted(), text -> passes.computeIfAbsent(
                            model + "\n" + text, key -> trained.passed(model, text, Progress.NONE))
                    .weights(one.source().layer(), one.source().head()));
            Matcher stated = COUNT.matcher(one.example().notice());
            assertThat(stated.find()).as(one.example().id()).isTrue();
            assertThat(stated.group(2)).isEqualTo(Integer.toString(one.counted().size()));
            assertThat(Integer.parseInt(stated.group(1))).as(one.example().id()).isEqualTo((int) count);
        }
    }

    @Test
    void everyWeightInANoticeIsTheWeightOfTheFocusedWord() {
        int stated = 0;
        for (TrainedExample one : library.trainedExamples()) {
            Experiment e = one.example().experiment();
            assertThat(e.source()).isEqualTo(one.source());
            Weights w = resolver.content(e, Progress.NONE).weights();
            int focus = w.from().words().indexOf(one.example().focus());
            assertThat(focus).as(one.example().id()).isPositive();
            Matcher weights = WEIGHT.matcher(one.example().notice());
            while (weights.find()) {
                int key = weights.group(1).equals("the")
                        ? focus - 1 // of two the one before
                        : w.to().words().indexOf(weights.group(1));
                assertThat(new BigDecimal(w.a().at(focus, key)).setScale(2, RoundingMode.HALF_EVEN))
                        .as(one.example().id() + ": " + weights.group())
                        .isEqualByComparingTo(weights.group(2));
                stated++;
            }
        }
        assertThat(stated).isEqualTo(library.trainedExamples().size()); // one each on average
    }

    @Test
    void aWordOfTheFiftySentencesIsOnePiece() {
        for (Fifty one : Fifty.all()) {
            assertThat(trained.passed(one.sentence()).pieces().sentence().words())
                    .containsOnlyOnce(one.pronoun(), one.noun(), one.quality());
        }
    }
}
