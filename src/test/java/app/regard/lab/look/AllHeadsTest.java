package app.regard.lab.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.heads.Heads;
import app.regard.heads.Measure;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.HeadGrid;
import app.regard.stage.Why;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Origin;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import app.regard.transformer.OneModel;
import app.regard.transformer.TinyModels;
import app.regard.transformer.WordPieces;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads are read once, however they are ordered; the reading can be called off; words are those that the model reads. */
class AllHeadsTest {
    private static final Sentence WORDS = new Sentence(List.of(Token.of("a"), Token.of("b")), 0);
    private final AtomicInteger read = new AtomicInteger();

    /** Four heads; head h gives the token itself (h + 1) / 5. */
    private Heads heads() {
        Heads.Reader reader = (layer, head) -> {
            read.incrementAndGet();
            double self = (layer * 2 + head + 1) / 5.0;
            return new Weights(WORDS, WORDS, Matrix.fill(2, 2, (i, j) -> i == j ? self : 1 - self), Origin.IMPORTED);
        };
        return new Heads(2, 2, reader, "a b", "made here", Optional.empty());
    }

    @Test
    void anotherOrderReadsNothingAgain() {
        AllHeads lab = new AllHeads();
        HeadsFound found = HeadsFound.read(heads(), false, Progress.NONE);
        HeadsView first = new HeadsView(
                found,
                new AllHeads.Settings(Optional.empty(), Optional.empty(), 0.4),
                new HeadsView.Opening(Optional.of(new HeadId(1, 0)), "a file", (id, now) -> {
                    throw new AssertionError("nothing is opened");
                }));
        assertThat(read).hasValue(4);
        AllHeads.Settings most = new AllHeads.Settings(Optional.of(Measure.SELF), Optional.of(Measure.SELF), 0.5);
        Outcome other = lab.again(first, most).orElseThrow();
        assertThat(other.at(0).panels().get(0).numbers().rows()).containsExactly("L1·H1", "L1·H0");
        assertThat(other.at(0).said()).contains("2 of 4 heads with the token itself at least 0.50");
        assertThat(read).hasValue(4);
        assertThat(lab.again(Outcome.of(other.at(0)), most))
                .as("of another lab")
                .isEmpty();
    }

    @Test
    void theReadingIsCalledOffBetweenHeads() {
        Progress third = share -> {
            if (share >= 0.5) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> HeadsFound.read(heads(), false, third)).isInstanceOf(CancellationException.class);
        assertThat(read).hasValue(2);
    }

    @Test
    void aMiniatureKeepsTheStrongestOfWhatItLeavesOut() {
        Grid large = Matrix.fill(1000, 330, (i, j) -> i == 777 && j == 123 ? 0.75 : 1.0 / 1024);
        Grid small = Miniature.of(large);
        assertThat(small.rows()).isEqualTo(160);
        assertThat(small.cols()).isEqualTo(160);
        int strong = 0;
        for (int i = 0; i < 160; i++) {
            for (int j = 0; j < 160; j++) {
                boolean here = i == 777 * 160 / 1000 && j == 123 * 160 / 330;
                assertThat(small.at(i, j)).isEqualTo(here ? 0.75 : 1.0 / 1024);
                strong += small.at(i, j) == 0.75 ? 1 : 0;
            }
        }
        assertThat(strong).isEqualTo(1);
        Grid few = Matrix.fill(160, 7, (i, j) -> (float) (i * 7 + j) / 2000);
        Grid same = Miniature.of(few);
        for (int i = 0; i < 160; i++) {
            for (int j = 0; j < 7; j++) {
                assertThat(same.at(i, j)).isEqualTo(few.at(i, j));
            }
        }
    }

    /** However the heads are shown, the first and the last token are offered where the model adds them, by its own names. */
    /** Of each measure, also where there is no such place, the terms of its Why come to the number that is listed. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "bert-tiny"})
    void aHeadsMeasuresCanBeAskedWhereTheyComeFrom(String name) {
        Source head = new Source.Trained(TinyModels.folder(name).toString(), 0, 0);
        for (String text : List.of("the bank of the river", "bank")) {
            Resolver resolver = new Resolver(new Library(), OneModel.trained());
            Moment here = new Moment(Experiment.of(text, head), 6, 0);
            Content seen = resolver.content(here.experiment(), Progress.NONE);
            Setup<?> setup = Setup.begin(new AllHeads(), here, seen);
            Panel plain =
                    setup.run(resolver, Run.of(Progress.NONE)).at(0).panels().get(0);
            assertThat(plain.why(HeadGrid.spot(new HeadId(1, 2)))).isEmpty();
            for (Measure what : HeadTerms.of(seen).offered()) {
                Panel all = setup.with("order", what.label())
                        .run(resolver, Run.of(Progress.NONE))
                        .at(0)
                        .panels()
                        .get(0);
                NumberTable listed = all.numbers();
                int row = listed.rows().indexOf("L1·H2");
                double due = listed.values().at(row, listed.columns().indexOf(what.label()));
                Why why = all.why(HeadGrid.spot(new HeadId(1, 2))).orElseThrow();
                assertThat(why.value()).as("%s of %s", what, text).isEqualTo(due);
                assertThat(why.result()).as("%s of %s", what, text).isCloseTo(due, within(1e-12));
            }
        }
    }

    /** A row of which nobody said what it attends to is none to be averaged over. */
    @Test
    void aRowWithoutNumbersDoesNotCount() {
        Matrix a = Matrix.of(new double[][] {{Double.NaN, Double.NaN}, {0.25, 0.75}});
        Heads one = new Heads(
                1,
                1,
                (layer, head) -> new Weights(WORDS, WORDS, a, Origin.IMPORTED),
                "a b",
                "made here",
                Optional.empty());
        HeadsFound found = HeadsFound.read(one, false, Progress.NONE);
        assertThat(found.does(new HeadId(0, 0)).orElseThrow().self()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({"gpt2-tiny,", "bert-tiny,[CLS]", "roberta-tiny,<s>"})
    void whatAModelDoesNotAddIsNotOffered(String name, @Nullable String first) {
        Source head = new Source.Trained(TinyModels.folder(name).toString(), 0, 0);
        Experiment e = Experiment.of("the bank of the river", head);
        Resolver resolver = new Resolver(new Library(), OneModel.trained());
        Stream<Reading> averages = Stream.of(Reading.Combine.values()).map(Reading.PLAIN::with);
        Reading hidden = Reading.PLAIN.with(Reading.Special.HIDDEN).withMerge(true);
        for (Reading reading : Stream.concat(averages, Stream.of(hidden)).toList()) {
            HeadTerms terms = HeadTerms.of(resolver.content(e.withReading(reading), Progress.NONE));
            assertThat(terms.offered().contains(Measure.CLS)).as("%s", reading).isEqualTo(first != null);
            assertThat(terms.offered().contains(Measure.SEP)).as("%s", reading).isEqualTo(first != null);
            assertThat(terms.first()).as("%s", reading).isEqualTo(first == null ? "" : first);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Didn’t you see 3.5 ice-creams, Zoë?|Didn’t/you/see/3.5/ice-creams/,/Zoë/?",
                "  a  b |a/b",
                "猫 naïve|猫/naïve"
            })
    void wordsAreFoundWithoutTheModel(String text, String words) {
        assertThat(WordPieces.words(text)).containsExactly(words.split("/", -1));
    }
}
