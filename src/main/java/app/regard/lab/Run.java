package app.regard.lab;

import app.regard.trace.Progress;

/** The progress of a lab's work, which can be seen before it is whole. */
public interface Run extends Progress {
    /** Shows what there is so far. */
    void shows(Outcome soFar);

    /** A run that only its end is seen of. */
    static Run of(Progress progress) {
        return new Run() {
            @Override
            public void shows(Outcome soFar) {
                // only the end is waited for
            }

            @Override
            public void at(double share) {
                progress.at(share);
            }

            @Override
            public void check() {
                progress.check();
            }
        };
    }
}
