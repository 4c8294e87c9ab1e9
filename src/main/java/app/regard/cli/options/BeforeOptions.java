package app.regard.cli.options;

import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Rule;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what an experiment is compared with: the same experiment, changed back in some of its parts. */
public final class BeforeOptions {
    private static final String NOTHING = "none";

    @Option(names = "--before-text", paramLabel = "SENTENCE", description = "Compares with another sentence.")
    private @Nullable String text;

    @Option(
            names = "--before-keys",
            paramLabel = "SENTENCE",
            description = "Compares with another sentence that answers; none for the same one.")
    private @Nullable String keys;

    @Option(names = "--before-head", paramLabel = "NAME", description = "Compares with another head.")
    private @Nullable String head;

    @Option(
            names = "--before-rule",
            paramLabel = "RULE",
            description = "Compares with a head of rules: “stand-in asks thing, 2”. May be given several times.")
    private @Nullable List<String> rules;

    @Option(names = "--before-seed", paramLabel = "N", description = "Compares with random projections.")
    private @Nullable Long seed;

    @Option(names = "--before-mask", paramLabel = "MASK", description = "Compares with another mask.")
    private @Nullable String mask;

    @Option(names = "--before-positions", paramLabel = "STRENGTH", description = "Compares with other positions.")
    private @Nullable Double positions;

    @Option(names = "--before-temperature", paramLabel = "T", description = "Compares with another temperature.")
    private @Nullable Double temperature;

    @Option(
            names = "--before-unscaled",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Compares with scores that are not divided by √dₖ.")
    private @Nullable Boolean unscaled;

    @Option(
            names = "--before-edit",
            paramLabel = "EDIT",
            description = "Compares with other edits; none for no edit. May be given several times.")
    private @Nullable List<String> edits;

    /**
     * The experiment that another one is compared with, if any option says so.
     *
     * @throws Refusal if an option makes no sense; the message says what would
     */
    private Optional<Experiment> of(Library library, Experiment now) {
        Experiment e = now;
        if (Stream.of(head, seed, rules).filter(Objects::nonNull).count() > 1) {
            throw new Refusal("--before-head, --before-seed and --before-rule exclude each other: give one of them.");
        }
        if (text != null) {
            e = e.withText(SentenceArguments.sentence(text));
        }
        if (head != null) {
            e = e.withSource(head(library, e, head));
        }
        if (seed != null) {
            e = e.withSource(new Source.Seeded(table(e, "--before-seed"), seed));
        }
        if (rules != null) {
            table(e, "--before-rule");
            e = e.withSource(new Source.Ruled(rules.stream().map(Rule::of).toList()));
        }
        e = ExperimentValues.with(e, "--before-", mask, positions, temperature);
        if (unscaled != null) {
            e = e.withScaling(!unscaled);
        }
        if (edits != null) {
            boolean none = edits.equals(List.of(NOTHING));
            e = e.withEdits(none ? List.of() : ExperimentValues.edits(edits));
        }
        if (keys != null) {
            e = e.withKeyText(keys.equals(NOTHING) ? null : ExperimentValues.keys("--before-keys", keys, e));
        }
        return given() ? Optional.of(ExperimentOptions.fitted(library, e, new ArrayList<>())) : Optional.empty();
    }

    /**
     * The same, checked as far as no model is needed.
     *
     * @throws Refusal if an option makes no sense, or an edit is of what no sentence could have
     */
    public Optional<Experiment> checked(Resolver resolver, Experiment now) {
        Optional<Experiment> then = of(resolver.library(), now);
        then.ifPresent(resolver::check);
        return then;
    }

    /**
     * The content of an experiment, compared with what the options say.
     *
     * @throws Refusal if what is compared with cannot be computed, or there is nothing to compare cell by cell
     */
    public Content compared(Resolver resolver, Experiment e) {
        return compared(resolver, e, of(resolver.library(), e));
    }

    /** The same, where what the options say is known. */
    static Content compared(Resolver resolver, Experiment e, Optional<Experiment> then) {
        Content now = resolver.content(e, Progress.NONE);
        if (then.isEmpty()) {
            return now;
        }
        Content both = now.comparedWith(then.get(), resolver.content(then.get(), Progress.NONE));
        if (both.before().isEmpty()) {
            throw new Refusal("Weights without the numbers behind them are not compared: leave --before-… out.");
        }
        return both;
    }

    /** Whether any option says what to compare with. */
    boolean given() {
        return Stream.of(text, keys, head, seed, rules, mask, positions, temperature, unscaled, edits)
                .anyMatch(Objects::nonNull);
    }

    /** A head of the simple table by its name, or another one of a trained layer by its number. */
    private static Source head(Library library, Experiment e, String name) {
        Optional<HeadId> here = e.source().headId();
        if (here.isPresent()) {
            int heads = Models.shape(e.source().table()).heads();
            int number = ModelOptions.number(name).orElse(heads);
            if (number >= heads) {
                throw new Refusal("--before-head takes 0 to " + (heads - 1) + " here, not “" + name + "”.");
            }
            return e.source().withHead(new HeadId(here.get().layer(), number));
        }
        return ExperimentValues.head(library, name);
    }

    private static String table(Experiment e, String option) {
        if (!e.source().traits().table()) {
            throw new Refusal("The table’s words are not what this head reads: leave " + option + " out.");
        }
        return e.source().table();
    }
}
