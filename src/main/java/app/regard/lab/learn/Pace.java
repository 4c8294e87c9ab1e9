package app.regard.lab.learn;

import app.regard.lab.Outcome;
import app.regard.lab.Run;
import java.util.function.Supplier;

/** How often a run shows what it has so far: a few times a second, however fast its steps are. */
final class Pace {
    private static final long EVERY = 150_000_000; // nanoseconds

    private final Run run;
    private long last = System.nanoTime();

    Pace(Run run) {
        this.run = run;
    }

    /**
     * Tells how far the run is, ends it where nobody wants it any more, and shows it where it is time to.
     *
     * @param soFar makes what there is so far
     */
    void at(double share, Supplier<Outcome> soFar) {
        run.at(share);
        if (System.nanoTime() - last > EVERY) {
            last = System.nanoTime();
            run.shows(soFar.get());
        }
    }
}
