package app.regard.lab;

import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small experiment on the sentence above it. It holds nothing: settings are a record, which never holds the experiment.
 *
 * @param <S> the settings
 */
public interface Lab<S extends Record> {
    About about();

    /** The settings to begin with, which show half of the finding already. */
    S begin(Moment here, Content seen);

    /** All settings, in order: about three with a control. */
    List<Setting<S>> settings(S now, Content seen);

    /** The setting that stands in place of a sentence in the command, where the lab is about no sentence; else empty. */
    default String argument() {
        return "";
    }

    /**
     * Works out what there is to see, away from the window's thread.
     *
     * @throws app.regard.trace.Refusal if nothing comes of it; the message says what to do
     */
    Outcome run(Moment here, S now, Resolver resolver, Run run);

    /**
     * Returns what there is to see before the reader begins the run, away from the window's thread: of most labs all of it. A
     * training returns an outcome that is not finished, with what it begins from.
     *
     * @throws app.regard.trace.Refusal as {@link #run}
     */
    default Outcome prepare(Moment here, S now, Resolver resolver, Run run) {
        return run(here, now, resolver, run);
    }

    /**
     * What comes of other settings where an outcome on the same content holds all that is needed for it: no work, as to order
     * or to choose. Empty where it has to be worked out.
     */
    default Optional<Outcome> again(Outcome before, S now) {
        return Optional.empty();
    }

    /**
     * Returns the parts of a moment that can decide what comes of the lab: for most labs its numbers.
     *
     * @param answered whether a second sentence answers in it
     * @param trained whether it is opened on a head of a trained model
     */
    default Set<Reads> reads(boolean answered, boolean trained) {
        return Reads.NUMBERS;
    }

    /** Whether ← and → nudge in its panels, as − and + do, instead of pointing to what lies beside. */
    default boolean stepsByArrows() {
        return false;
    }

    /** What comes of a gesture. */
    default Answer<S> answer(Gesture gesture, Moment here, S now, Snapshot shown) {
        return new Answer.Nothing<>();
    }
}
