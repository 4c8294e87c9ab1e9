package app.regard.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.source.DerivedWhys;
import app.regard.source.LoneWeights;
import app.regard.source.TraceContent;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Reading;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import app.regard.transformer.Piece;
import app.regard.transformer.Pieces;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Navigation;
import app.regard.ui.session.Reveal;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import app.regard.words.CountedSplits;
import app.regard.words.Library;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one move of the mouse or one key asks for is worked out once, however many views show it. */
class OnceTest {
    private static final Experiment RIVER = Experiment.of("bank of the river", new Source.Simple("similarity"));

    private static Navigation walk(Content content, int stage) {
        return new Navigation(new ViewState(
                content,
                RIVER,
                new Focus(stage, 0, false, null),
                View.USUAL,
                Map.of(),
                Map.of(),
                Integer.MAX_VALUE,
                Optional.empty(),
                Reveal.ALL));
    }

    /** All that the window's views ask of what is shown. */
    private static void look(ViewState is) {
        Figure empty = new Figure(10, 10, List.of(), List.of());
        assertThat(is.why().of()).isEqualTo(is.asked());
        assertThat(is.weightWhy().of().matrix()).isEqualTo(Part.WEIGHTS.label());
        assertThat(is.said()).isNotEmpty();
        is.content().over(empty, is.focus(), is.why(), is.view());
        is.content().over(empty, is.focus(), is.weightWhy(), is.view());
        is.content().said(is.weightWhy(), 2);
    }

    @Test
    void oneMoveOfTheMouseIsOneWhy() {
        List<Spot> asked = new ArrayList<>();
        Sentence words = Sentence.of("a", "b", "c");
        Weights w = new Weights(words, words, Matrix.fill(3, 3, (i, j) -> 1 / 3.0), Origin.DERIVED);
        LoneWeights alone = new LoneWeights(w, "", "", "", "", "", List.of(), "", (i, j) -> {
            asked.add(new Spot(Part.WEIGHTS.label(), i, j));
            return LoneWeights.Whence.given(1 / 3.0, "");
        });
        Navigation navigation = walk(
                new WeightsContent(alone, "", "", List.of(0, 1, 2), w.from(), Optional.empty()), LoneWeights.STAGE);
        List<Spot> moves = new ArrayList<>();
        navigation.shown().addListener((o, was, is) -> {
            look(is);
            look(is);
        });
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                moves.add(new Spot(Part.WEIGHTS.label(), i, j));
                navigation.point(Optional.of(moves.get(moves.size() - 1)));
                navigation.arrange(s -> s.withSpan(8).withScroll("axis", 1).unscrolled()); // the cell stays the same
                navigation.look(navigation.shown().get().view().withDecimals(i + j));
            }
        }
        assertThat(asked).isEqualTo(moves);
    }

    @Test
    void inAStageOfATraceTheCellAndTheWeightBesideItAreOneWhyEach() {
        Navigation navigation = walk(new TraceContent(Attention.trace(new Library().resolve(RIVER))), 3);
        ViewState start = navigation.shown().get();
        assertThat(start.why().of().matrix()).isEqualTo(Part.SCORES.label());
        assertThat(start.why()).isSameAs(start.why());
        assertThat(start.weightWhy()).isSameAs(start.weightWhy()).isNotSameAs(start.why());
        navigation.point(Optional.of(new Spot(Part.WEIGHTS.label(), 1, 2)));
        ViewState weight = navigation.shown().get();
        assertThat(weight.weightWhy()).isSameAs(weight.why());
        assertThat(weight.withSpan(9).with(View.USUAL.withDecimals(5)).why()).isSameAs(weight.why());
        navigation.point(Optional.of(new Spot(Part.WEIGHTS.label(), 2, 2)));
        assertThat(navigation.shown().get().why().of()).isEqualTo(new Spot(Part.WEIGHTS.label(), 2, 2));
    }

    /** So that no view works one out beside {@link ViewState}. */
    @Test
    void nobodyElseInTheWindowAsksForAWhy() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/test/"))
                .importPackages("app.regard.ui", "app.regard.stage", "app.regard.source");
        noClasses()
                .that()
                .resideInAPackage("app.regard.ui..")
                .and()
                .doNotHaveSimpleName("Explanation")
                .should()
                .callMethodWhere(describe("Content.why", call -> calls(call, Content.class.getName(), "why")))
                .because("it is computed once for each move of the mouse")
                .check(all);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("TraceContent")
                .should()
                .callMethodWhere(describe("Whys.of", call -> calls(call, "app.regard.stage.Whys", "of")))
                .because("marks and speech are given the Why that is shown")
                .check(all);
    }

    private static boolean calls(JavaCall<?> call, String owner, String name) {
        return call.getTargetOwner().getName().equals(owner)
                && call.getTarget().getName().equals(name);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reading.Combine.class,
            names = {"ONE_HEAD"},
            mode = EnumSource.Mode.EXCLUDE)
    void headsAreReadOnceForAllCells(Reading.Combine combine) {
        int[] reads = new int[1];
        Sentence words = new Sentence(List.of(Token.of("[CLS]"), Token.of("bank"), Token.of("[SEP]")), 0);
        Pieces pieces = new Pieces(
                "bank",
                List.of(
                        new Piece("[CLS]", 101, 0, 0, -1),
                        new Piece("bank", 2924, 0, 4, 0),
                        new Piece("[SEP]", 102, 4, 4, -1)),
                0);
        Heads heads = new Heads(
                4,
                3,
                (layer, head) -> {
                    reads[0]++;
                    return new Weights(
                            words,
                            words,
                            Matrix.fill(3, 3, (i, j) -> (1 + i + (j == head ? layer : 0)) / (3.0 + 3 * i + layer)),
                            Origin.COMPUTED);
                },
                "bank",
                "made up",
                Optional.of(pieces));
        Reading reading = Reading.PLAIN.with(combine);
        Combination by = new Combination(reading, heads, 1, 2);
        DerivedWeights made = by.combined();
        DerivedWhys ingredients = new DerivedWhys(by, made, made, made);
        reads[0] = 0;
        List<Integer> afterEach = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                LoneWeights.Whence whence = ingredients.of(i, j);
                double[] terms = whence.terms().stream()
                        .mapToDouble(t -> t.factors().stream().reduce(1.0, (a, b) -> a * b))
                        .toArray();
                double sum = IntStream.range(combine == Reading.Combine.ROLLOUT ? 0 : 1, terms.length)
                        .mapToDouble(k -> terms[k])
                        .sum();
                double comes = combine == Reading.Combine.ROLLOUT ? sum : sum / terms[0];
                assertThat(comes).isCloseTo(made.weights().a().at(i, j), org.assertj.core.api.Assertions.within(1e-12));
                afterEach.add(reads[0]);
            }
        }
        assertThat(afterEach.get(0)).isBetween(3, 12);
        assertThat(afterEach).containsOnly(afterEach.get(0));
    }

    @Test
    void oneKeySplitsTheSentenceOnce() {
        CountedSplits counted = new CountedSplits();
        Workspace session = new Workspace(counted.library(), new TaskRunner());
        counted.taken();
        String text = session.experiment().get().text();
        assertThat(session.experiment().get().source()).isInstanceOf(Source.Preset.class);
        for (String more :
                List.of(" r", " ri", " riv", " rive", " river")) { // leaves the example's own table, and comes back
            session.type(text + more);
            assertThat(counted.taken()).containsExactly(text + more);
            assertThat(session.shown().get().weights().from().size()).isEqualTo(5);
        }
        assertThat(session.experiment().get().source()).isInstanceOf(Source.Preset.class);
        session.change(e -> e.withTemperature(2)); // the same words
        session.useHead("coreference");
        assertThat(counted.taken()).isEmpty();
    }
}
