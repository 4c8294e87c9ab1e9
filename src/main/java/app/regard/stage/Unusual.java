package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.trace.Inputs;
import app.regard.trace.Inputs.Changes;
import app.regard.trace.Mask;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of an experiment that are not as usual, a few words each: "causal mask", "temperature 2". With a trained head
 * they are what-ifs: the model was trained without.
 */
public final class Unusual {
    private Unusual() {}

    public static List<String> of(Inputs in) {
        List<String> said = new ArrayList<>();
        Mask mask = in.mask();
        if (mask.causal() && !mask.own()) {
            said.add("causal mask");
        }
        if (mask.near()) {
            said.add("local window ±" + mask.radius());
        }
        if (in.positions().on()) {
            said.add("positions × " + DecimalFormatter.chosen(in.positions().strength()));
        }
        if (!in.scaled()) {
            said.add("no ÷√dₖ");
        }
        if (in.temperature() != 1) {
            said.add("temperature " + DecimalFormatter.chosen(in.temperature()));
        }
        if (!in.changes().edits().isEmpty()) {
            said.add(in.changes().caption() + Subject.whose(in));
        }
        if (!in.changes().asleep().isEmpty()) {
            said.add("asleep: " + Changes.named(in.changes().asleep()));
        }
        return in.learned() ? said.stream().map(what -> "what if: " + what).toList() : said;
    }

    /** What is said of a given number that was changed by hand; nothing of one that was not, or is computed. */
    static Optional<String> changed(Trace t, Spot at) {
        return t.in().changes().unedited().flatMap(was -> {
            double now =
                    t.in().given(at.matrix()).map(m -> m.at(at.row(), at.col())).orElse(0.0);
            double before = was.given(at.matrix())
                    .filter(m -> m.rows() > at.row()) // a bias that was not there is one of noughts
                    .map(m -> m.at(at.row(), at.col()))
                    .orElse(0.0);
            return now == before
                    ? Optional.empty()
                    : Optional.of("Changed by hand; it was " + DecimalFormatter.chosen(before) + ".");
        });
    }
}
