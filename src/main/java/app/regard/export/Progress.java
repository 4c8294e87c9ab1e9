package app.regard.export;

import java.util.concurrent.CancellationException;

/** Is told how far a long work has come, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress NONE = share -> {};

    /**
     * The work has come this far.
     *
     * @param share 0 to 1
     * @throws CancellationException if it is to end; what was written so far is taken back
     */
    void at(double share);
}
