package app.regard.cli.options;

import app.regard.heads.Heads;
import app.regard.trace.HeadId;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what is made of several heads' weights, or of one's. */
final class DerivedOptions {
    @Option(
            names = "--average",
            paramLabel = "WHAT",
            description = "The average of the heads of --layer N (heads), of head N of all layers (layers), or of all.")
    private @Nullable String average;

    @Option(
            names = "--rollout",
            description = "Attention rollout over all layers (Abnar & Zuidema 2020): ½A + ½I, heads averaged.")
    private boolean rollout;

    @Option(names = "--merge", description = "Word pieces merged to words: rows averaged, columns summed.")
    private boolean merge;

    @Option(names = "--hide-special", description = "Leaves [CLS], <s>, <|…|> and the like out of the picture.")
    private boolean hide;

    @Option(
            names = "--hide",
            paramLabel = "PLACES",
            split = ",",
            description = "Leaves tokens (words, with --merge) out by their places, from 1: 1,4.")
    private List<Integer> places = List.of();

    @Option(
            names = "--rescale",
            description = "What --hide and --hide-special leave of each row is made to sum to 1 again.")
    private boolean rescale;

    /** The heads that an average runs over. */
    private enum Over {
        /** The heads of one layer. */
        HEADS(Reading.Combine.HEADS),
        /** One head's number in every layer. */
        LAYERS(Reading.Combine.LAYERS),
        /** Everything. */
        ALL(Reading.Combine.ALL);

        private final Reading.Combine combine;

        Over(Reading.Combine combine) {
            this.combine = combine;
        }
    }

    /** Whether weights of several heads become one. */
    boolean combines() {
        return average != null || rollout;
    }

    /** Whether one matrix of weights is changed. */
    boolean changes() {
        return merge || hide || rescale || !places.isEmpty();
    }

    /** @throws Refusal if the options do not go together */
    void check() {
        if (average != null && rollout) {
            throw new Refusal("--average and --rollout exclude each other: choose one of the two.");
        }
        if (rescale && !hide && places.isEmpty()) {
            throw new Refusal(
                    "--rescale belongs to --hide or --hide-special: it shares out what the hidden tokens had.");
        }
        if (places.stream().anyMatch(place -> place < 1)) {
            throw new Refusal("--hide takes places counted from 1, as “1,4”.");
        }
        if (average != null) {
            StyleOptions.one("--average", average, Over.values());
        }
    }

    /** Refuses the layer or the head where the average runs over it. */
    void refuseIdle(Command command) {
        Reading.Combine combine = reading().combine();
        String why = "it is combined over all of them; leave it out";
        if (combine != Reading.Combine.ONE_HEAD && combine != Reading.Combine.LAYERS) {
            command.unused(why, "--head");
        }
        if (combine != Reading.Combine.ONE_HEAD && combine != Reading.Combine.HEADS) {
            command.unused(why, "--layer");
        }
    }

    /** What is asked for. */
    Reading reading() {
        Reading.Combine combine = rollout
                ? Reading.Combine.ROLLOUT
                : average == null
                        ? Reading.Combine.ONE_HEAD
                        : StyleOptions.one("--average", average, Over.values()).combine;
        return new Reading(
                combine,
                merge,
                !hide ? Reading.Special.SHOWN : rescale ? Reading.Special.RESCALED : Reading.Special.HIDDEN,
                new Reading.Places(places.stream().map(place -> place - 1).toList(), rescale && !places.isEmpty()));
    }

    /** Of which layer or which head the average is. */
    HeadId place(Heads heads, OptionalInt layer, OptionalInt head) {
        Reading.Combine combine = reading().combine();
        return new HeadId(
                combine == Reading.Combine.HEADS ? one("--average heads", "--layer", layer, heads.layers()) : 0,
                combine == Reading.Combine.LAYERS ? one("--average layers", "--head", head, heads.heads()) : 0);
    }

    private static int one(String option, String needs, OptionalInt given, int count) {
        int at = given.orElse(-1);
        if (at < 0 || at >= count) {
            throw new Refusal(option + " needs " + needs + " 0 to " + (count - 1) + ".");
        }
        return at;
    }
}
