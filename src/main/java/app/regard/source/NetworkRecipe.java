package app.regard.source;

import app.regard.engine.AgreementTexts;
import app.regard.engine.AskedText;
import app.regard.engine.CopyTexts;
import app.regard.engine.NetworkTraining;
import app.regard.engine.TextNetwork;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.StringTokenizer;
import java.util.stream.IntStream;

/**
 * All that decides the training of a small network here.
 *
 * @param kind what it reads
 * @param fronted of sentences: in which share of them a phrase stands in front
 * @param batch of copied texts: how many a step learns from
 * @param steps how many there are in all, which the rate may depend on
 */
public record NetworkRecipe(
        Kind kind, int layers, TextNetwork.Places places, double fronted, int batch, int steps, int seed) {
    /** More steps than these are not made. */
    public static final int MOST_STEPS = 2000;

    private static final int MOST_BATCH = 64;
    private static final String LAYER = "layer";

    /** What is read. */
    public enum Kind {
        /** Letters that repeat themselves. */
        COPY,
        /** Sentences with a slot for the verb, by one head that sees all of them. */
        SLOT,
        /** Sentences up to the verb, which is the next word. */
        NEXT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public NetworkRecipe {
        boolean fits = layers >= 1 && layers <= (kind == Kind.SLOT ? 1 : 2) && fronted >= 0 && fronted <= 1;
        if (!fits || batch < 1 || batch > MOST_BATCH || steps < 1 || steps > MOST_STEPS) {
            throw new Refusal("A network is trained here with one or two layers (with a slot for the verb, one), up to "
                    + MOST_BATCH + " texts a step and up to " + MOST_STEPS + " steps.");
        }
    }

    /** The training before its first step. */
    public NetworkTraining begin() {
        return new NetworkTraining(
                switch (kind) {
                    case COPY -> CopyTexts.recipe(layers, places, batch, seed);
                    case SLOT -> AgreementTexts.oneHead(places, fronted, seed);
                    case NEXT -> AgreementTexts.layers(layers, places, fronted, steps, seed);
                });
    }

    /** The head of a layer at a step, as a source. */
    public Source.Taught at(int step, int layer) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("layers", String.valueOf(layers));
        settings.put("places", places.name().toLowerCase(Locale.ROOT));
        settings.put("fronted", String.valueOf(fronted));
        settings.put("batch", String.valueOf(batch));
        settings.put("steps", String.valueOf(steps));
        settings.put("seed", String.valueOf(seed));
        settings.put(LAYER, String.valueOf(layer));
        return new Source.Taught(kind.label(), settings, step);
    }

    /**
     * The recipe of a source.
     *
     * @throws Refusal if it is none that can be trained here
     */
    static NetworkRecipe of(Source.Taught source) {
        Map<String, String> s = source.settings();
        try {
            NetworkRecipe recipe = new NetworkRecipe(
                    Kind.valueOf(source.recipe().toUpperCase(Locale.ROOT)),
                    Integer.parseInt(s.getOrDefault("layers", "")),
                    TextNetwork.Places.valueOf(s.getOrDefault("places", "").toUpperCase(Locale.ROOT)),
                    Double.parseDouble(s.getOrDefault("fronted", "")),
                    Integer.parseInt(s.getOrDefault("batch", "")),
                    Integer.parseInt(s.getOrDefault("steps", "")),
                    Integer.parseInt(s.getOrDefault("seed", "")));
            int layer = Integer.parseInt(s.getOrDefault(LAYER, ""));
            if (source.step() > recipe.steps || layer < 0 || layer >= recipe.layers) {
                throw new Refusal("This training has steps up to " + recipe.steps + " and layers up to "
                        + (recipe.layers - 1) + ".");
            }
            return recipe;
        } catch (IllegalArgumentException e) {
            throw new Refusal("“" + source.recipe() + "” with " + s + " is no training that this Regard knows.");
        }
    }

    static int layer(Source.Taught source) {
        return Integer.parseInt(source.settings().getOrDefault(LAYER, ""));
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer each = new StringTokenizer(text);
        while (each.hasMoreTokens()) {
            words.add(each.nextToken());
        }
        return words;
    }

    /**
     * A text as the network reads it.
     *
     * @throws Refusal if it has words that no network here has read
     */
    public AskedText read(String text) {
        List<String> words = split(text);
        return kind == Kind.COPY
                ? CopyTexts.read(words)
                        .orElseThrow(() -> new Refusal("This network has read the letters A to P only, at most "
                                + CopyTexts.READ + ", with spaces between."))
                : new AgreementTexts(kind == Kind.NEXT)
                        .read(words)
                        .orElseThrow(() -> new Refusal("This network has read sentences of these words only: "
                                + String.join(", ", AgreementTexts.words()) + "."));
    }

    /** What a layer's head reads of a text, as inputs of attention. */
    public Inputs inputs(TextNetwork network, int step, int layer, Experiment e) {
        AskedText text = read(e.text());
        double[][] x = network.readAll(text).read(layer);
        Sentence words = Sentence.of(IntStream.range(0, text.size())
                .mapToObj(i -> kind == Kind.COPY ? CopyTexts.letter(text.token(i)) : AgreementTexts.word(text.token(i)))
                .toArray(String[]::new));
        String origin = "a network of this lab, learned in " + step + " steps with seed " + seed + ",";
        Side side = new Side(words, Matrix.of(x), origin, OptionalInt.of(layer));
        Head head = new Head(
                "layer " + layer,
                origin,
                names(network.shape().width()),
                projection(network, "W_Q" + layer),
                projection(network, "W_K" + layer),
                projection(network, "W_V" + layer),
                List.of());
        Mask mask = kind == Kind.SLOT ? e.mask() : Mask.OWN.and(e.mask());
        return new Inputs(side, side, head, mask, Positions.NONE, e.temperature()).withScaling(e.scaled());
    }

    private static Projection projection(TextNetwork network, String name) {
        Matrix w = network.parameters().matrix(name);
        return Projection.of(w, names(w.cols()));
    }

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    /** An experiment that shows the head of a layer at a step. */
    public Experiment experiment(String text, int step, int layer) {
        return Experiment.of(text, at(step, layer));
    }
}
