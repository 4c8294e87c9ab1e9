package app.regard.trace;

import java.util.concurrent.CancellationException;

/** The progress of one request: is told how far its work has come, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches: nothing is told, nothing is called off. */
    Progress NONE = share -> {};

    /**
     * The work has come this far.
     *
     * @param share 0 to 1
     * @throws CancellationException if it is to end; what was written so far is taken back
     */
    void at(double share);

    /**
     * Ends the work here if its result is not wanted any more; cheap, for places where there is nothing to tell.
     *
     * @throws CancellationException if it is not wanted
     */
    default void check() {}
}
