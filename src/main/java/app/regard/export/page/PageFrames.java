package app.regard.export.page;

import app.regard.draw.Frame;
import app.regard.draw.View;
import app.regard.stage.Stage;
import app.regard.trace.Trace;
import java.util.Map;

/** The room that a stage's matrices get on a page: as wide as the column, as high as their rows need to be read. */
final class PageFrames {
    static final double WIDTH = 700;

    /** The most height that numbers pulled out below the matrices like. */
    static final double MOST_PULLED = 220;

    static final double GAP = 10;

    private static final double LEAST = 372;
    private static final double HEADER = 104;
    private static final double WORD = 21;
    private static final double DIMENSION = 15;

    /** The most that several products one below the other may take. */
    private static final double MOST_TOGETHER = 560;

    private static final double PRODUCT_HEADER = 46;
    private static final double PRODUCT_ROW = 20;

    private final Trace t;
    private final Stage stage;
    private final double taken;

    PageFrames(Trace t, Stage stage) {
        this(t, stage, 0);
    }

    private PageFrames(Trace t, Stage stage, double taken) {
        this.t = t;
        this.stage = stage;
        this.taken = taken;
    }

    /** The same with so much height given to something else. */
    PageFrames without(double height) {
        return new PageFrames(t, stage, height);
    }

    /** The first way to show the stage that fits. */
    int first() {
        return stage.effective(t, 0, of(0, View.USUAL));
    }

    /** The frame for one way to show the stage. */
    Frame of(int way, View view) {
        return new Frame(WIDTH, height(way) - taken, view, way, Map.of());
    }

    private double height(int way) {
        double words = Math.max(t.weights().from().size(), t.weights().to().size());
        double dimensions = t.in().head().dModel();
        double one = Math.max(LEAST, HEADER + Math.max(WORD * words, DIMENSION * dimensions));
        boolean together = way == 0 && stage.variants(t).size() > 2; // three products
        double three = 3 * (PRODUCT_HEADER + PRODUCT_ROW * Math.max(words, dimensions));
        return together ? Math.max(one, Math.min(MOST_TOGETHER, three)) : one;
    }
}
