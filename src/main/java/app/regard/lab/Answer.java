package app.regard.lab;

import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;

/** The answer of a lab to a gesture. */
public sealed interface Answer<S> {
    /** Nothing. */
    record Nothing<S>() implements Answer<S> {}

    /** Other settings. */
    record With<S>(S settings) implements Answer<S> {}

    /** An edit of the experiment itself. */
    record Change<S>(Experiment experiment) implements Answer<S> {}

    /** The lab is left for a moment. */
    record Go<S>(Moment moment) implements Answer<S> {}

    /** The listener that carries answers out. */
    interface Listener {
        void nothing();

        void settings(LabState changed);

        void change(Experiment changed);

        void go(Moment there);
    }
}
