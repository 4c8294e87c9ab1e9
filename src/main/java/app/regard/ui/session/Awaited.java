package app.regard.ui.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The request that the window waits for, if it waits for any. */
final class Awaited {
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private boolean file;
    private boolean unseen;

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether a file is read for it. */
    boolean file() {
        return busy.get() && file;
    }

    /** Whether it is something else than what is shown. */
    boolean unseen() {
        return busy.get() && unseen;
    }

    /**
     * Begins to wait.
     *
     * @param ofFile whether a file has to be read
     * @param ofUnseen whether it is something else than what is shown
     */
    void begin(boolean ofFile, boolean ofUnseen) {
        file = ofFile;
        unseen = ofUnseen;
        busy.set(true);
    }

    void end() {
        busy.set(false);
    }
}
