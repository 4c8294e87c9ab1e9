package app.regard.lab.learn;

import app.regard.lab.Outcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** A run of training that was measured at some of its steps; between these points nothing is kept. */
interface MeasuredRun<P extends MeasuredRun.Point> extends Outcome {
    /** What was measured at a step. */
    interface Point {
        int step();
    }

    /** The points, from before the first step on. */
    List<P> points();

    /** How many steps there will be. */
    int steps();

    @Override
    default int length() {
        return points().get(points().size() - 1).step() + 1;
    }

    @Override
    default int first() {
        return 0;
    }

    @Override
    default boolean finished() {
        return length() > steps();
    }

    /** The steps that were measured. */
    default List<Integer> measured() {
        return points().stream().map(Point::step).toList();
    }

    /** Which point is the last one up to a step. */
    default int point(int step) {
        return (int) measured().stream().filter(at -> at <= step).count() - 1;
    }

    /** The first step at which something holds, if it ever does. */
    default OptionalInt reached(Predicate<P> what) {
        return points().stream().filter(what).mapToInt(Point::step).findFirst();
    }
}
