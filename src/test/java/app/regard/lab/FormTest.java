package app.regard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.LabState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The value of a setting comes back from its text, whichever words there are: undo, lessons and controls know only that. */
class FormTest {
    @Test
    void everyPlaceComesBackFromItsText() {
        List<String> some = List.of("the", "The", "THE", "2", "4", "04", "cat", "ǅ", "ß", "1");
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<String> words = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(8)).forEach(i -> words.add(some.get(random.nextInt(some.size()))));
            Form.Choice choice = new Form.Choice(words, true);
            for (int place = 0; place < words.size(); place++) {
                String text = choice.text(place);
                assertThat(choice.place(choice.read(text).orElseThrow()))
                        .as("%s in %s", text, words)
                        .isEqualTo(place);
                assertThat(choice.place(choice.read(choice.number(place)).orElseThrow()))
                        .as("the number of %s in %s", place, words)
                        .isEqualTo(place);
                assertThat(choice.name(text)).startsWith(words.get(place));
            }
        }
    }

    /** What a control offers are as many texts as there are words. */
    @Test
    void theSecondTheIsNotTheFirst() {
        LabRun run = LabRun.of("contribution", "The cat saw the dog", "query", "4");
        assertThat(run.setup().state().settings()).containsEntry("query", "4");
        assertThat(fitted(run).settings()).containsEntry("query", "4");
        assertThat(LabRun.of("contribution", "The cat saw the dog", "query", "the")
                        .setup()
                        .state()
                        .settings())
                .as("a word is the first of its kind")
                .containsEntry("query", "The");
        assertThat(LabRun.of("contribution", "3 old cats saw the 3 dogs", "query", "6")
                        .last()
                        .panels()
                        .get(0)
                        .title())
                .startsWith("“3” takes");
    }

    private static LabState fitted(LabRun run) {
        Setup<?> setup = run.setup();
        return Setup.begin(setup.lab(), setup.here(), setup.seen())
                .fitted(setup.state().settings())
                .state();
    }

    @Test
    void wordsInAListMayHaveCommas() {
        LabRun run = LabRun.of("contribution", "Yes, 2 rivers, the bank", "without", "2,4,rivers");
        assertThat(fitted(run)).isEqualTo(run.setup().state());
        BarsPanel bars = (BarsPanel) run.last().panel("words").orElseThrow();
        assertThat(bars.names()).containsExactly("Yes", ",", "2*", "rivers", ",", "the", "bank");
        assertThat(bars.faint()).as("2 and 4 read as words and places").containsExactlyInAnyOrder(2, 3);
        LabRun comma = LabRun.of("contribution", "Yes, two rivers, the bank", "without", "5,2");
        assertThat(((BarsPanel) comma.last().panel("words").orElseThrow()).faint())
                .containsExactlyInAnyOrder(4, 1);
        assertThat(fitted(comma).settings()).containsEntry("without", "5,2");
    }
}
