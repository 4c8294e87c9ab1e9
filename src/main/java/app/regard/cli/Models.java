package app.regard.cli;

import app.regard.model.Crew;
import app.regard.model.Shelf;
import app.regard.model.Trained;
import app.regard.trace.Progress;
import java.util.concurrent.ForkJoinPool;

/** How commands come by the trained model; a class of its own, so that commands without it do not load what it needs. */
final class Models {
    private Models() {}

    /** The model of a shelf with all processors to work on; nothing is read yet. */
    static Trained trained(Shelf shelf) {
        int helpers = Runtime.getRuntime().availableProcessors() - 1;
        return new Trained(shelf, new Crew(ForkJoinPool.commonPool(), helpers), Progress.NONE);
    }

    /** The model for work that is shared out already. */
    static Trained alone(Shelf shelf) {
        return new Trained(shelf, Crew.ALONE, Progress.NONE);
    }
}
