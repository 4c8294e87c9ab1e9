package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of an experiment that are not as usual, a few words each: "causal mask", "temperature 2". With a trained head
 * they are what-ifs: the model was trained without.
 */
public final class Unusual {
    private Unusual() {}

    public static List<String> of(Inputs in) {
        List<String> said = new ArrayList<>();
        if (in.mask().kind() == Mask.Kind.CAUSAL) {
            said.add("causal mask");
        }
        if (in.mask().kind() == Mask.Kind.LOCAL) {
            said.add("local window ±" + in.mask().radius());
        }
        if (in.positions().on()) {
            said.add("positions × " + DecimalFormatter.chosen(in.positions().strength()));
        }
        if (in.temperature() != 1) {
            said.add("temperature " + DecimalFormatter.chosen(in.temperature()));
        }
        return in.learned() ? said.stream().map(what -> "what if: " + what).toList() : said;
    }
}
