package app.regard.model;

import java.util.concurrent.CancellationException;

/** Who waits for a long piece of work: is told how far it is, and may call it off. */
public interface Watch {
    /** Nobody waits: nothing is told, nothing is called off. */
    Watch NOBODY = new Watch() {
        @Override
        public void reached(double share) {}

        @Override
        public boolean calledOff() {
            return false;
        }
    };

    /**
     * The work has come so far.
     *
     * @param share from 0 to 1, never less than before
     */
    void reached(double share);

    /** Whether the result is not wanted any more; asked often, from the thread that works. */
    boolean calledOff();

    /**
     * Ends the work here if it is called off.
     *
     * @throws CancellationException if it is
     */
    default void check() {
        if (calledOff()) {
            throw new CancellationException("called off");
        }
    }
}
