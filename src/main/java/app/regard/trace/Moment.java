package app.regard.trace;

/**
 * The place where a reader is: what undo steps through and what a lesson holds.
 *
 * @param stage 1 to 8
 * @param query the focused query's place, from 0
 */
public record Moment(Experiment experiment, int stage, int query) {}
