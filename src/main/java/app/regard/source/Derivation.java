package app.regard.source;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Formula;
import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Reading;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts that the window says of weights that are made from those of heads, or were read from a file. */
public final class Derivation {
    /** Words beyond this are not named. */
    private static final int MOST_NAMED = 3;

    private final Combination of;
    private final Reading reading;
    private final Heads heads;
    private final int layer;
    private final int head;
    private final Experiment experiment;
    private final boolean fromFile;
    private final List<String> unusual;

    /** @param unusual what of the head's options is not as usual, where it plays a part */
    public Derivation(Combination of, Experiment experiment, List<String> unusual) {
        this.unusual = List.copyOf(unusual);
        this.of = of;
        this.reading = of.reading();
        this.heads = of.heads();
        this.layer = of.layer();
        this.head = of.head();
        this.experiment = experiment;
        this.fromFile = experiment.source().traits().file();
    }

    /**
     * As the window shows it.
     *
     * @param combined the weights before anything was merged or hidden
     */
    public WeightsContent content(DerivedWeights combined, Optional<WeightsContent.OpenFile> file) {
        DerivedWeights made = of.changed(combined);
        List<String> hidden = hidden(combined);
        DerivedWeights before = reading.rescales() ? of.with(reading.unscaled()).changed(combined) : made;
        return new WeightsContent(
                new LoneWeights(
                        made.weights(),
                        name(),
                        reading.plain() ? "Weights from a file" : "Derived weights",
                        plain(),
                        formula(combined.weights().mask(), made.weights(), hidden),
                        new DerivedCode(of, combined, experiment, !unusual.isEmpty()).of(made, file),
                        chips(hidden),
                        made.about(),
                        new DerivedWhys(of, combined, before, made)),
                provenance(hidden, made.weights()),
                why(),
                made.tokens(),
                combined.weights().from(),
                file);
    }

    /** The tokens that are hidden, each once: special ones, and those in the places that were chosen. */
    private List<String> hidden(DerivedWeights combined) {
        if (!reading.hides()) {
            return List.of();
        }
        List<String> words = combined.weights().from().words();
        Stream<String> special = reading.special() == Reading.Special.SHOWN
                ? Stream.of()
                : IntStream.range(0, words.size())
                        .filter(i -> heads.special(words, i))
                        .mapToObj(combined.weights().from()::shown);
        List<String> shown =
                of.with(reading.shown()).changed(combined).weights().from().shown();
        return Stream.concat(special, reading.places().hidden().stream().map(shown::get))
                .distinct()
                .toList();
    }

    /** What was combined, as a noun. */
    private String what() {
        return of.what();
    }

    private String name() {
        return switch (reading.combine()) {
            case ONE_HEAD ->
                fromFile ? "File: " + new HeadId(layer, head).text() : "Head: " + new HeadId(layer, head).text();
            case HEADS -> "Average of layer " + layer;
            case LAYERS -> "Average of head " + head;
            case ALL -> "Average of all heads";
            case ROLLOUT -> "Rollout";
        };
    }

    private List<String> chips(List<String> hidden) {
        List<String> chips = new ArrayList<>();
        switch (reading.combine()) {
            case HEADS -> chips.add("average of layer " + layer);
            case LAYERS -> chips.add("average of head " + head);
            case ALL -> chips.add("average of all");
            case ROLLOUT -> chips.add("rollout");
            default -> {}
        }
        if (reading.merge()) {
            chips.add("merged to words");
        }
        boolean rescaled = reading.rescales();
        if (!hidden.isEmpty()) {
            chips.add(named(hidden) + " hidden" + (rescaled ? ", rescaled" : ""));
        } else if (rescaled) {
            chips.add("rescaled");
        }
        if (!chips.isEmpty()) {
            chips.set(0, "derived: " + chips.get(0));
        }
        chips.addAll(unusual);
        return chips;
    }

    private String provenance(List<String> hidden, Weights shown) {
        List<String> said = new ArrayList<>();
        said.add(
                reading.combines()
                        ? "Derived" + (of.single() ? ": " : ", not the weights of a head: ") + what() + ", "
                                + heads.origin() + "."
                        : (reading.plain() ? "" : "Derived, not the weights of a head: from ")
                                + heads.about(layer, head) + ".");
        if (reading.merge()) {
            said.add("Word pieces merged to words: rows averaged, columns summed.");
        }
        if (reading.hides()) {
            said.add(hiddenText(hidden));
        }
        if (reading.rescales() && shown.empty()) {
            said.add("Rows of which nothing is left stay 0.");
        }
        return capital(String.join(" ", said));
    }

    private static String named(List<String> hidden) {
        return hidden.size() == 2
                ? String.join(" and ", hidden)
                : String.join(", ", hidden.subList(0, Math.min(MOST_NAMED, hidden.size())))
                        + (hidden.size() > MOST_NAMED ? " …" : "");
    }

    private String hiddenText(List<String> hidden) {
        if (hidden.isEmpty()) {
            return "There are no special tokens to hide"
                    + (reading.rescales() ? "; all rows are rescaled to sum to 1." : ".");
        }
        return named(hidden) + " hidden, the rest " + (reading.rescales() ? "rescaled to sum to 1." : "as it is.");
    }

    /** Why there are no other stages, a few words that stand where one would go to them. */
    private String why() {
        return reading.plain()
                ? "Queries, keys and values are not in the file: there is nothing to show here."
                : "No single head computed these weights: there is nothing to show here.";
    }

    private String plain() {
        boolean whatIf = experiment.mask().on() || experiment.temperature() != 1 || !experiment.scaled();
        String unmasked = whatIf && reading.combines() ? " Mask, scaling and temperature play no part in it." : "";
        if (reading.plain()) {
            return "Computed elsewhere and read from a file. Queries, keys and values are not in it, so the other stages "
                    + "have nothing to show. Another head under “" + name() + "”, an example or Undo leads away.";
        }
        String first =
                switch (reading.combine()) {
                    case ONE_HEAD -> capital(what()) + ", made easier to read. ";
                    case ROLLOUT ->
                        "Attention rollout (Abnar & Zuidema 2020): what is left of each token after all layers, if "
                                + "attention mixes them and the residual counts half. ";
                    default -> capital(article(what())) + ", cell by cell. ";
                };
        String whose = of.single() ? "From the weights alone: no" : "No head has these weights: no";
        return first
                + whose + " queries, keys and values belong to them, and so there are no other stages. "
                + (reading.combines()
                        ? "“This head”, under “" + name() + "” above, leads back."
                        : "Under “" + name() + "” above the head’s own weights come back.")
                + unmasked;
    }

    private static String article(String noun) {
        return "the " + noun;
    }

    private String formula(Mask mask, Weights w, List<String> hidden) {
        List<String> lines = new ArrayList<>();
        switch (reading.combine()) {
            case ONE_HEAD -> lines.add(fromFile ? "A &= softmax(…), computed elsewhere" : softmax(mask));
            case HEADS -> lines.add("A &= \\frac{1}{" + heads.heads() + "} Σ_h A_h   h: the heads of layer " + layer);
            case LAYERS ->
                lines.add("A &= \\frac{1}{" + heads.layers() + "} Σ_l A_l   l: head " + head + " of every layer");
            case ALL ->
                lines.add("A &= \\frac{1}{" + heads.layers() * heads.heads()
                        + "} Σ_l Σ_h A_{lh}   all layers l and heads h");
            case ROLLOUT ->
                lines.add("R &= Π_l (½ A_l + ½ I), the last layer first   A_l = \\frac{1}{" + heads.heads()
                        + "} Σ_h A_{lh}");
        }
        if (reading.merge()) {
            lines.add("words: a = \\frac{1}{p} Σ over a word’s p rows, Σ over the other’s columns");
        }
        if (reading.rescales()) {
            lines.add("a′_{ij} &= \\frac{a_{ij}}{Σ_j a_{ij}} over what is not hidden");
        } else if (!hidden.isEmpty()) {
            lines.add("rows and columns of " + Formula.literal(String.join(", ", hidden)) + " left out");
        }
        lines.add("~[" + w.a().rows() + " × " + w.a().cols() + "]");
        return String.join("\n", lines);
    }

    /** With the temperature that the head is shown under, and the mask: the model's own, a chosen one, or cells set by hand. */
    private String softmax(Mask mask) {
        String tau = experiment.temperature() == 1 ? "" : "τ";
        String by = !experiment.scaled() ? tau : "√d_k" + (tau.isEmpty() ? "" : " · " + tau);
        return "A &= softmax(" + (by.isEmpty() ? "QK^T" : "\\frac{QK^T}{" + by + "}") + ")"
                + (!mask.on() ? "" : "   scores that are masked: −∞")
                + (tau.isEmpty() ? "" : "   τ = " + DecimalFormatter.chosen(experiment.temperature()));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
