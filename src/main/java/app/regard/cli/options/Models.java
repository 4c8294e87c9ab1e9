package app.regard.cli.options;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.transformer.KnownModels;
import app.regard.transformer.MiniLm;
import app.regard.transformer.ModelCache;
import app.regard.transformer.ModelShape;
import app.regard.transformer.Trained;
import java.util.concurrent.ForkJoinPool;

/**
 * The way in which commands come by the trained model; a class of its own, so that commands without it do not load
 * what it needs.
 */
public final class Models {
    private Models() {}

    /**
     * What is known of a model before it is read.
     *
     * @param name a name that the program knows, or a folder
     * @throws app.regard.trace.Refusal if there is no such model
     */
    public static ModelShape shape(String name) {
        return KnownModels.shape(name);
    }

    /** The model that comes with the program. */
    static ModelShape usual() {
        return MiniLm.MODEL.shape();
    }

    /** The models of a shelf with all processors to work on; nothing is read yet. */
    public static Trained trained(ModelCache modelCache) {
        int helpers = Runtime.getRuntime().availableProcessors() - 1;
        return new Trained(modelCache, new Workers(ForkJoinPool.commonPool(), helpers), Progress.NONE);
    }

    /** The model for work that is shared out already. */
    static Trained alone(ModelCache modelCache) {
        return new Trained(modelCache, Workers.ALONE, Progress.NONE);
    }
}
