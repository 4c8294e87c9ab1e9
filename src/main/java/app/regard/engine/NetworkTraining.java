package app.regard.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/** The training of a {@link TextNetwork}, step by step: the same recipe, seed and step always give the same matrices. */
public final class NetworkTraining {
    private static final double SQUARES = 0.98; // β₂
    private static final double LONGEST = 1;

    /**
     * All that decides a training, except how long it goes on.
     *
     * @param deviation of the numbers to begin with
     * @param batch how many texts a step learns from
     * @param rate the step's length, by the step from 1
     * @param texts draws one text
     */
    public record Recipe(
            TextNetwork.Shape shape,
            double deviation,
            int batch,
            IntToDoubleFunction rate,
            Function<Random, AskedText> texts,
            long seed) {}

    private final Recipe recipe;
    private final Random random;
    private final Parameters p;
    private final TextNetwork network;
    private final Adam adam;
    private int steps;

    public NetworkTraining(Recipe recipe) {
        this.recipe = recipe;
        random = new Random(recipe.seed);
        p = TextNetwork.drawn(recipe.shape, recipe.deviation, random);
        network = new TextNetwork(recipe.shape, p);
        adam = new Adam(p, SQUARES, LONGEST);
    }

    /** Learns from one batch; returns its loss in nats a place, before. */
    public double step() {
        steps++;
        List<AskedText> batch = new ArrayList<>();
        for (int b = 0; b < recipe.batch; b++) {
            batch.add(recipe.texts.apply(random));
        }
        TextGradients.Found found = TextGradients.of(network, batch);
        adam.step(p, found.gradients(), recipe.rate.applyAsDouble(steps));
        return found.loss();
    }

    /** How many steps were made. */
    public int steps() {
        return steps;
    }

    /** The network as it is now; further steps do not change it. */
    public TextNetwork network() {
        return new TextNetwork(recipe.shape, p.copy());
    }

    /** The rate that grows over the first steps and then stays. */
    static IntToDoubleFunction warm(double rate, int over) {
        return step -> rate * Math.min(1, (double) step / over);
    }
}
