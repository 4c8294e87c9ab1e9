package app.regard.lab;

import java.util.EnumSet;
import java.util.Set;

/** A part of the moment below a lab that may decide what comes of the lab. */
public enum Reads {
    /** The sentence. */
    SENTENCE,
    /** The word in focus. */
    WORD,
    /** The trained model, or the file, that the head is of. */
    MODEL,
    /** The head. */
    HEAD,
    /** The numbers that were changed by hand. */
    EDITS,
    /** The mask. */
    MASK,
    /** The positions that are added. */
    POSITIONS,
    /** The temperature, and the division by √d_k. */
    TEMPERATURE,
    /** The second sentence. */
    KEYS,
    /** The experiment that was kept to be compared with. */
    BEFORE;

    /** All that decides the numbers of the moment. */
    public static final Set<Reads> NUMBERS = Set.copyOf(EnumSet.complementOf(EnumSet.of(BEFORE)));

    /** Everything. */
    public static final Set<Reads> ALL = Set.of(values());
}
