package app.regard.trace;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recipe: everything that decides the numbers, small enough to be saved, undone and sent by mail.
 *
 * @param text the sentence whose words ask
 * @param keyText the sentence whose words answer, or null where it is the same one (self-attention)
 * @param temperature τ in s / (√d_k·τ); 1 is the paper's formula
 * @param edits numbers changed by hand, applied in order
 * @param reading what is made of the weights of the source's heads, as far as it has several or tokens of its own
 * @param scaled whether scores are divided by √d_k, as in the paper's formula
 */
public record Experiment(
        String text,
        @Nullable String keyText,
        Source source,
        Mask mask,
        Positions positions,
        double temperature,
        List<Edit> edits,
        Reading reading,
        boolean scaled) {
    public Experiment {
        edits = List.copyOf(edits);
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the temperature is a number above 0: " + temperature);
        }
    }

    /** Self-attention over a sentence, without mask and positions, at temperature 1. */
    public static Experiment of(String text, Source source) {
        return new Experiment(text, null, source, Mask.NONE, Positions.NONE, 1, List.of(), Reading.PLAIN, true);
    }

    public Experiment withText(String newText) {
        return new Experiment(newText, keyText, source, mask, positions, temperature, edits, reading, scaled);
    }

    public Experiment withKeyText(@Nullable String newKeyText) {
        return new Experiment(text, newKeyText, source, mask, positions, temperature, edits, reading, scaled);
    }

    public Experiment withSource(Source newSource) {
        return new Experiment(text, keyText, newSource, mask, positions, temperature, edits, reading, scaled);
    }

    public Experiment withMask(Mask newMask) {
        return new Experiment(text, keyText, source, newMask, positions, temperature, edits, reading, scaled);
    }

    public Experiment withPositions(Positions newPositions) {
        return new Experiment(text, keyText, source, mask, newPositions, temperature, edits, reading, scaled);
    }

    public Experiment withTemperature(double newTemperature) {
        return new Experiment(text, keyText, source, mask, positions, newTemperature, edits, reading, scaled);
    }

    public Experiment withReading(Reading newReading) {
        return new Experiment(text, keyText, source, mask, positions, temperature, edits, newReading, scaled);
    }

    public Experiment withEdits(List<Edit> newEdits) {
        return new Experiment(text, keyText, source, mask, positions, temperature, newEdits, reading, scaled);
    }

    /** The same with one more edit; of those before it what it overrides goes. */
    public Experiment withEdit(Edit edit) {
        boolean overrides = edit.operator() == Edit.Operator.SET;
        Stream<Edit> left = edits.stream().filter(e -> !overrides || !e.sameCells(edit));
        return withEdits(Stream.concat(left, Stream.of(edit)).toList());
    }

    public Experiment withScaling(boolean newScaled) {
        return new Experiment(text, keyText, source, mask, positions, temperature, edits, reading, newScaled);
    }

    /** The same on a head of a trained model; what such a head has inside already is dropped. */
    public Experiment withTrained(String model, HeadId head) {
        return withTrained(new Source.Trained(model, head.layer(), head.head()));
    }

    /** The same, on a head of a folder's model too. */
    public Experiment withTrained(Source.Trained head) {
        return withKeyText(null)
                .withSource(head)
                .withPositions(Positions.NONE)
                .withEdits(source.traits().trained() ? edits : List.of())
                .withReading(reading.with(Reading.Combine.ONE_HEAD));
    }

    /** The same on another of the source's heads, as it is. */
    public Experiment withHead(HeadId head) {
        return withSource(source.withHead(head)).withReading(reading.with(Reading.Combine.ONE_HEAD));
    }

    /** The reading as far as it applies to the source: what is really made of the weights. */
    public Reading applicableReading() {
        return source.applicable(reading);
    }
}
