package app.regard.cli.options;

import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import app.regard.trace.Rule;
import app.regard.trace.Source;
import app.regard.transformer.ModelShape;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that decide the numbers: the same as the window's head, mask, positions, temperature and edits. */
public final class ExperimentOptions {
    @Option(
            names = "--preset",
            paramLabel = "ID",
            description = "An example’s table and head; its sentence too, where none is given. “presets” lists them.")
    private @Nullable String preset;

    @Option(
            names = "--head",
            paramLabel = "NAME",
            description =
                    "A head of the simple table: similarity (the plain dot product), coreference, agreement, modification, semantic; "
                            + "layer-1 or layer-2 of two layers made by hand, or layer-2-alone; with --model its number, from 0.")
    private @Nullable String head;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "A head of rules over the simple table, each a sentence: “stand-in asks thing, 2”. May be given "
                            + "several times; d_k is their number.")
    private List<String> rules = new ArrayList<>();

    @Mixin
    private ModelOptions model;

    @Option(names = "--seed", paramLabel = "N", description = "Random projections, drawn with this seed.")
    private @Nullable Long seed;

    @Option(
            names = "--mask",
            paramLabel = "MASK",
            description = "none, causal, or local:N for a window of N words to either side.")
    private @Nullable String mask;

    @Option(
            names = "--positions",
            paramLabel = "STRENGTH",
            description = "Adds sinusoidal positions times this: 1 is the paper’s formula, 0.25 suits the simple "
                    + "table, 0 leaves them out.")
    private @Nullable Double positions;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Divides the scaled scores; 1 is the paper’s formula.")
    private @Nullable Double temperature;

    @Option(names = "--unscaled", description = "Leaves the division by √dₖ out, which is in the paper’s formula.")
    private boolean unscaled;

    @Option(
            names = "--keys",
            paramLabel = "SENTENCE",
            description = "Another sentence that answers: queries come from the first one, keys and values from this.")
    private @Nullable String keys;

    @Option(
            names = "--edit",
            paramLabel = "EDIT",
            description =
                    "Changes a number by hand: X[bank,2]=1 (the word, wherever it stands), W_Q[0,1]=0.7, b_K[3]=1, "
                            + "mask[0,2]=0 (hidden); *= and /= too; dimensions by number from 0 or by name, * for all. May be "
                            + "given several times. For a trained head X[piece@place,0]=1, places from 1; what is changed there is "
                            + "that head alone: layers after it read what the model computed.")
    private List<String> edits = new ArrayList<>();

    private static final String USUAL_HEAD = "similarity";

    /**
     * The experiment that the options ask for.
     *
     * @param sentence what was typed, or nothing
     * @param notes is told what a reader would not expect
     * @throws Refusal if an option makes no sense; the message says what would
     */
    public Experiment of(Library library, Optional<String> sentence, List<String> notes) {
        Optional<Example> example = example(library);
        Source source = source(library, example, notes);
        Experiment plain = Experiment.of(text(sentence, example), source)
                .withKeyText(example.map(Example::keyText).orElse(null));
        return fitted(library, withOptions(plain), notes);
    }

    private static String text(Optional<String> sentence, Optional<Example> example) {
        return sentence.map(SentenceArguments::sentence)
                .or(() -> example.map(Example::sentence))
                .orElseThrow(() -> new Refusal("No sentence: give one in quotes, or an example with --preset ID."));
    }

    /** Whether any option was given: where numbers come with all that decides them, none has a say. */
    public boolean given() {
        return Stream.of(preset, head, seed, mask, positions, temperature, keys).anyMatch(Objects::nonNull)
                || !rules.isEmpty()
                || unscaled
                || !edits.isEmpty();
    }

    /** Returns the experiment of the options where a line of a file says nothing else. */
    public Experiment base(Library library, List<String> notes) {
        return withOptions(Experiment.of("", source(library, example(library), notes)));
    }

    private Optional<Example> example(Library library) {
        return preset == null ? Optional.empty() : Optional.of(example(library, preset));
    }

    /** Takes the first head of a model where none is given, for what runs over all of them. */
    public void anyHead() {
        if (model.asked()) {
            model.anyLayer();
            head = head == null ? "0" : head;
        }
    }

    /** The layer that was asked for. */
    OptionalInt layer() {
        return model.layer();
    }

    /** The head's number that was asked for, for what has numbered heads. */
    OptionalInt headNumber() {
        if (head == null) {
            return OptionalInt.empty();
        }
        OptionalInt number = ModelOptions.number(head);
        if (number.isEmpty()) {
            throw new Refusal("--head takes a number from 0 here, not “" + head + "”.");
        }
        return number;
    }

    /**
     * Changes what may be changed where a file has queries and keys: mask, temperature and scaling.
     *
     * @param given whether it has them
     * @throws Refusal if it has not and one of these options is given
     */
    Experiment ofFile(Experiment of, boolean given) {
        if (preset != null || seed != null || !rules.isEmpty() || model.asked()) {
            throw new Refusal("--attention brings the weights: leave --preset, --seed, --rule and --model out.");
        }
        if (!given || positions != null || keys != null || !edits.isEmpty()) {
            unchanged("--attention");
            return of;
        }
        Experiment e = mask == null ? of : of.withMask(ExperimentValues.mask("--mask", mask));
        return (temperature == null ? e : e.withTemperature(ExperimentValues.temperature("--temperature", temperature)))
                .withScaling(!unscaled);
    }

    private void unchanged(String option) {
        if (mask != null || positions != null || temperature != null || unscaled || keys != null || !edits.isEmpty()) {
            throw new Refusal("With " + option + " weights are taken as they are: leave --mask, --positions, "
                    + "--temperature, --unscaled, --keys and --edit out.");
        }
    }

    /**
     * The experiment that stands for all heads of a trained model.
     *
     * @throws Refusal if another head is asked for, or there is no sentence
     */
    Experiment allHeads(Library library, Optional<String> sentence) {
        Optional<ModelShape> shape = model.shape();
        Optional<Example> example = example(library);
        if (shape.isEmpty() && example.filter(Example::trained).isEmpty()) {
            throw new Refusal("This is of a trained model, or of weights out of a file: say --model minilm, --model "
                    + "FOLDER, or --attention FILE.");
        }
        return SentenceArguments.model(shape.orElse(Models.usual()), text(sentence, example));
    }

    /** Refuses what changes single heads, or is another head than a model's. */
    void onlyModel(String option) {
        if (seed != null || !rules.isEmpty()) {
            throw new Refusal(option + " are of a model’s own heads: leave --seed and --rule out.");
        }
        unchanged(option);
    }

    /** The experiment, on the simple table where a word is not in the example's own, as the window does while one types. */
    public static Experiment fitted(Library library, Experiment e, List<String> notes) {
        boolean simple = e.source().table().equals(Source.SIMPLE_TABLE);
        Optional<String> missing = simple ? Optional.empty() : library.missing(e);
        if (missing.isEmpty()) {
            return e;
        }
        Source instead = library.simple(e.source());
        notes.add("“" + missing.get() + "” is not in the example’s own table: computed with the simple table"
                + instead.handmadeHead().map(name -> ", head " + name).orElse("") + ".");
        return e.withSource(instead);
    }

    private Experiment withOptions(Experiment plain) {
        Experiment e = ExperimentValues.with(plain, "--", mask, positions, temperature);
        if (keys != null) {
            e = e.withKeyText(ExperimentValues.keys("--keys", keys, e));
        }
        return e.withScaling(!unscaled).withEdits(ExperimentValues.edits(edits));
    }

    private Source source(Library library, Optional<Example> example, List<String> notes) {
        if (model.asked()) {
            if (preset != null || seed != null || !rules.isEmpty()) {
                throw new Refusal(
                        "--model excludes --rule, --preset and --seed: its heads are learned, and the sentence "
                                + "stands in quotes.");
            }
            return model.source(head);
        }
        if (model.layer().isPresent()) {
            throw new Refusal("--layer belongs to --model, or to --attention FILE where a command has it.");
        }
        Source source = example.map(Example::source).orElse(new Source.Simple(USUAL_HEAD));
        if (seed != null && !source.traits().table()) {
            throw new Refusal("This example has a trained head, and random projections have no table there: leave "
                    + "--seed out.");
        }
        if (head != null && seed != null) {
            throw new Refusal("--head and --seed exclude each other: choose a head by name, or a random one.");
        }
        if (!rules.isEmpty()) {
            if (head != null || seed != null) {
                throw new Refusal("--rule makes a head of its own: leave --head and --seed out.");
            }
            return new Source.Ruled(rules.stream().map(Rule::of).toList());
        }
        if (head != null) {
            Source named = ExperimentValues.head(library, head);
            if (named.traits().table() && !source.table().equals(Source.SIMPLE_TABLE)) {
                notes.add("--head " + head + " reads the simple table: the example’s own vectors are left.");
            }
            return named;
        }
        return seed != null ? new Source.Seeded(source.table(), seed) : source;
    }

    private static Example example(Library library, String id) {
        return library.example(id)
                .orElseThrow(() -> new Refusal("There is no example “" + id + "”. Choose one of "
                        + String.join(
                                ", ", library.all().stream().map(Example::id).toList())
                        + "."));
    }

    /** Where to look first: the word that an example wants looked at. */
    public Optional<String> usualFocus(Library library) {
        return Optional.ofNullable(preset).flatMap(library::example).map(Example::focus);
    }
}
