package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every true statement opens where it is tested, and the number that it names stands there: worked out elsewhere, in NumPy. */
class TruthsTest {
    private static final double PRINTED = 5e-5;
    private static final Resolver RESOLVER = new Resolver(new Library());
    private static final Moment HERE = new Moment(Experiment.of("any words", new Source.Simple("similarity")), 6, 0);

    private final List<Truths.Truth> all = Truths.all();
    private final List<String> seen = new ArrayList<>();

    private Moment opened(String statement) {
        Truths.Truth truth = all.stream()
                .filter(t -> t.statement().startsWith(statement) && !seen.contains(t.statement()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no truth begins with " + statement));
        seen.add(truth.statement());
        return Shown.moment(truth.show(), HERE, RESOLVER.library()).orElseThrow();
    }

    private LabRun lab(String statement, String id) {
        Moment there = opened(statement);
        LabState state = java.util.Objects.requireNonNull(there.lab(), statement);
        assertThat(state.id()).as(statement).isEqualTo(id);
        List<String> settings = new ArrayList<>();
        for (Map.Entry<String, String> one : state.settings().entrySet()) {
            settings.addAll(List.of(one.getKey(), one.getValue()));
        }
        return LabRun.of(id, there.experiment(), there.query(), settings.toArray(String[]::new));
    }

    private void stage(String statement, int stage, ToDoubleFunction<Trace> number, double value) {
        Moment there = opened(statement);
        assertThat(there.lab()).as(statement).isNull();
        assertThat(there.stage()).as(statement).isEqualTo(stage);
        Content content = RESOLVER.content(there.experiment(), Progress.NONE);
        assertThat(number.applyAsDouble(content.trace().orElseThrow()))
                .as(statement)
                .isCloseTo(value, within(PRINTED));
    }

    private static double cell(Trace t, Part part, int row, int col) {
        return part.grid(t, 0).at(row, col);
    }

    private static void fact(LabRun run, String name, double value) {
        assertThat(run.fact(name)).as(name).isCloseTo(value, within(PRINTED));
    }

    @Test
    void eachOpensWhereItsNumberStands() {
        LabRun compare = lab("Weights are computed live", "compare");
        fact(compare, "cosine in", 1);
        fact(compare, "cosine out", .8790);
        fact(compare, "change of W_Q", 0);
        LabRun teach = lab("W_Q and W_K are learned", "teach");
        assertThat(teach.end("error")).isLessThanOrEqualTo(.05);
        assertThat(teach.end("steps")).isBetween(6.0, 15.0);
        LabRun bet = lab("Rows ask", "bet");
        assertThat(bet.setup().text("query")).isEqualTo("bank");
        fact(LabRun.of("bet", bet.setup().here().experiment(), 0, "bet", ".25,.25,.25,.25"), "total variation", .2791);
        stage("Rows sum to 1", 6, t -> columnSum(t, 0), .9097);
        stage("The blend", 7, t -> cell(t, Part.WEIGHTS, 0, 0), .3778);
        stage("Score, normalise", 3, t -> cell(t, Part.SCORES, 0, 3), 3.0788);
        assertThat(lab("Order plays", "order").fact("largest difference")).isLessThanOrEqualTo(1e-12);
        LabRun before = lab("Distance plays", "distance");
        fact(before, "weight before", .188941);
        fact(before, "score", 1.5394);
        LabRun between = lab("A sentence may", "distance");
        fact(between, "weight between", .188941);
        fact(lab("Positions bring", "order"), "largest difference", .1786);
        fact(lab("A causal mask", "order"), "largest difference", .3847);
        stage("The table", 1, t -> t.in().from().x().cols(), 16);
        LabRun layers = lab("Real layers", "two-layers");
        fact(layers, "layer 2 alone it → animal", .4323);
        fact(layers, "it → animal", .9301);
        stage("Q asks", 2, t -> t.in().head().dK(), 4);
        fact(lab("Three matrices", "edit"), "largest change of a weight", .1350);
        stage("A dot product", 3, t -> cell(t, Part.SCORES, 0, 0), 2.9584);
        LabRun contribution = lab("A weight is not", "contribution");
        fact(contribution, "weight river", .4013);
        fact(contribution, "effect bank", .3410);
        fact(contribution, "effect river", .3224);
        LabRun scaling = lab("√d_k", "scaling");
        assertThat(scaling.number("sweep", "64", "variance")).isCloseTo(64, within(64 * .02));
        LabRun saturates = lab("Without it", "scaling");
        assertThat(saturates.number("sweep", "64", "entropy raw")).isCloseTo(.319, within(.02));
        assertThat(saturates.number("sweep", "64", "entropy scaled")).isCloseTo(1.723, within(.02));
        LabRun cost = lab("O(n²d)", "cost");
        fact(cost, "projections", 3 * 96 * 64 * 64);
        fact(cost, "scores and blend", 3 * 96 * 64 * 64);
        LabRun hop = lab("One hop", "cost");
        fact(hop, "hops", 1);
        assertThat(lab("A recurrent net", "cost").number("recurrent", "50", "recurrent net keeps"))
                .isCloseTo(.005154, within(5e-7));
        LabRun one = lab("One layer", "two-layers");
        fact(one, "one layer, tired: animal ÷ street", 5.4739);
        fact(one, "one layer, wide: animal ÷ street", 5.4739);
        LabRun rule = lab("A good score", "discover");
        assertThat(rule.end("held out")).isGreaterThanOrEqualTo(.95);
        assertThat(rule.end("fronted")).isLessThanOrEqualTo(.1);
        LabRun window = lab("A fixed window", "distance");
        assertThat(window.fact("weight between")).isZero();
        assertThat(lab("The future", "growing").fact("largest change of an older row"))
                .isZero();
        assertThat(seen)
                .as("all of them")
                .containsExactlyElementsOf(
                        all.stream().map(Truths.Truth::statement).toList());
    }

    private static double columnSum(Trace t, int col) {
        double sum = 0;
        for (int i = 0; i < t.weights().from().size(); i++) {
            sum += t.weights().a().at(i, col);
        }
        return sum;
    }

    @Test
    void theIndexOpensThemAndSaysWhatIsSeen() {
        LabRun run = LabRun.of("truths", "bank of the river");
        Panel panel = run.last().panel("truths").orElseThrow();
        assertThat(panel.numbers().rows()).hasSameSizeAs(all);
        var spot = new app.regard.draw.Spot("truths", 7, 0);
        assertThat(panel.said(spot)).startsWith("Distance plays no part. Distance: ten words before both: .1889");
        Moment there = panel.opens(spot).orElseThrow();
        assertThat(java.util.Objects.requireNonNull(there.lab()).settings()).containsEntry("where", "before");
        Truths.all().forEach(t -> {
            if (!t.where().startsWith("Stage")) {
                String title = t.where().replace(", act 2", "");
                assertThat(Labs.ALL.all().stream().map(l -> l.about().title())).anyMatch(l -> l.startsWith(title));
            }
        });
    }
}
