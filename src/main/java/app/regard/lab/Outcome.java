package app.regard.lab;

/** The result of a lab: one picture, or a run of steps that can be looked at one by one. */
public interface Outcome {
    /** How many steps there are: 1 for most. */
    int length();

    /** What there is to see at a step, counted from 0; made when it is looked at. */
    Snapshot at(int step);

    /** The number of the first step: 0 where it is what there was before a run. */
    default int first() {
        return 1;
    }

    /** Whether it is all that there will be: a run that waits to be begun, or was ended early, is not. */
    default boolean finished() {
        return true;
    }

    /** How far the steps lie apart that differ in what they show. */
    default int stride() {
        return 1;
    }

    /** Something that has no steps. */
    static Outcome of(Snapshot only) {
        return new Outcome() {
            @Override
            public int length() {
                return 1;
            }

            @Override
            public Snapshot at(int step) {
                return only;
            }
        };
    }
}
