package app.regard.ui.lab;

import app.regard.lab.Outcome;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.LabPage;

/**
 * What is looked at: a step of what came of a lab.
 *
 * @param setup what it came of
 * @param step from 0
 */
record LabLook(Setup<?> setup, Outcome outcome, int step, Snapshot shown) {
    static LabLook of(Setup<?> setup, Outcome outcome, int step) {
        return new LabLook(setup, outcome, step, outcome.at(step));
    }

    /** The same to be taken away. */
    LabPage page() {
        return new LabPage(setup.lab().about(), setup.here().experiment().text(), setup.state(), shown);
    }
}
