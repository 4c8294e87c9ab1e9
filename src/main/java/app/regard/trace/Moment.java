package app.regard.trace;

import org.jspecify.annotations.Nullable;

/**
 * The place where a reader is: what undo steps through and what a lesson holds.
 *
 * @param stage 1 to 8
 * @param query the focused query's place, from 0
 * @param before the experiment that this one is compared with, or null
 * @param lab the lab that is open, or null
 */
public record Moment(
        Experiment experiment,
        int stage,
        int query,
        @Nullable Experiment before,
        @Nullable LabState lab) {
    /** A moment in the eight stages, compared with nothing. */
    public Moment(Experiment experiment, int stage, int query) {
        this(experiment, stage, query, null, null);
    }

    public Moment withLab(@Nullable LabState other) {
        return new Moment(experiment, stage, query, before, other);
    }
}
