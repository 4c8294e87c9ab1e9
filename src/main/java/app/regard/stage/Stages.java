package app.regard.stage;

import java.util.List;

/** The eight stages in order. A ninth would be one more file and one more line here. */
public final class Stages {
    private Stages() {}

    public static final List<Stage> ALL = List.of(
            new Stage1Embeddings(),
            new Stage2Projections(),
            new Stage3Scores(),
            new Stage4Scaled(),
            new Stage5Exponentials(),
            new Stage6Weights(),
            new Stage7Weighted(),
            new Stage8Outputs());

    /** The number of the stage of what the words are: X. */
    public static final int EMBEDDINGS = 1;

    /** The number of the stage of dot products: S. */
    public static final int SCORES = 3;

    /** The number of the stage that weights alone have: A. */
    public static final int WEIGHTS = 6;

    /** The number of the stage of what comes of it: O. */
    public static final int OUTPUTS = 8;

    /** Whether there is a stage with this number. */
    public static boolean has(int number) {
        return number >= 1 && number <= ALL.size();
    }

    /** The stage with a number from 1. */
    public static Stage of(int number) {
        return ALL.get(number - 1);
    }
}
