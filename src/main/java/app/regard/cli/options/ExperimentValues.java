package app.regard.cli.options;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of an experiment as options give them, each refused in words that name its option. */
final class ExperimentValues {
    private ExperimentValues() {}

    /**
     * An experiment with what was given of mask, positions and temperature.
     *
     * @param prefix what the options begin with
     */
    static Experiment with(
            Experiment of,
            String prefix,
            @Nullable String mask,
            @Nullable Double positions,
            @Nullable Double temperature) {
        Experiment e = mask == null ? of : of.withMask(mask(prefix + "mask", mask));
        e = positions == null ? e : e.withPositions(positions(prefix + "positions", positions, e));
        return temperature == null ? e : e.withTemperature(temperature(prefix + "temperature", temperature));
    }

    /** A mask: none, causal or local:N. */
    static Mask mask(String option, String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.equals("none")) {
            return Mask.NONE;
        }
        if (name.equals("causal")) {
            return Mask.CAUSAL;
        }
        if (name.matches("local:\\d{1,6}")) {
            return Mask.local(Integer.parseInt(name.substring("local:".length())));
        }
        throw new Refusal(option + " takes none, causal or local:N, not “" + text + "”.");
    }

    /** Positions of a strength; 0 leaves them out. */
    static Positions positions(String option, double strength, Experiment of) {
        if (strength != 0 && !of.source().traits().positions()) {
            throw new Refusal(
                    of.source().traits().trained()
                            ? "What a trained head reads holds its positions already: leave " + option + " out."
                            : of.source().traits().file()
                                    ? "Nothing is added to the numbers of a file: leave " + option + " out."
                                    : "The two layers read no positions: leave " + option + " out.");
        }
        if (!(Math.abs(strength) <= 1000)) {
            throw new Refusal(option + " takes a strength of at most 1000, not " + strength + ".");
        }
        return strength == 0 ? Positions.NONE : Positions.sinusoidal(strength);
    }

    /** A temperature above 0. */
    static double temperature(String option, double temperature) {
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new Refusal(option + " takes a number above 0, not " + temperature + ".");
        }
        return temperature;
    }

    /** A head by its name: one of the simple table, or one of two layers. */
    static Source head(Library library, String name) {
        Optional<Source> layer = Source.Layered.named(name).map(Function.identity());
        if (layer.isEmpty() && !library.heads().contains(name)) {
            throw new Refusal("There is no head “" + name + "”. Choose one of " + String.join(", ", library.heads())
                    + ", " + String.join(", ", Source.Layered.NAMES)
                    + ", --seed N for a random one, or --model for trained ones.");
        }
        return layer.orElse(new Source.Simple(name));
    }

    /** A sentence that answers; a trained head and a file have one of their own. */
    static String keys(String option, String text, Experiment of) {
        if (text.isBlank()) {
            throw new Refusal("The sentence of " + option + " is empty: give one in quotes.");
        }
        if (!of.source().traits().table()) {
            String head = of.source().traits().trained()
                    ? "A trained head looks at"
                    : of.source().traits().file() ? "The weights of a file are of" : "Two layers look at";
            throw new Refusal(head + " one sentence: leave " + option + " out.");
        }
        if (of.mask().kind() != Mask.Kind.NONE) {
            throw new Refusal("A causal or local mask needs one sentence, for words of two sentences are neither "
                    + "earlier nor neighbours: leave --mask or " + option + " out.");
        }
        return text;
    }

    /** Edits as they are written, in order. */
    static List<Edit> edits(List<String> written) {
        return written.stream().map(Edit::of).toList();
    }
}
