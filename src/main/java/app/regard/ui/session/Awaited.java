package app.regard.ui.session;

import app.regard.ui.kit.Notice;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The request that the window waits for, if it waits for any. */
public final class Awaited {
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private boolean file;
    private boolean unseen;

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether a file is read for it. */
    public boolean file() {
        return busy.get() && file;
    }

    /** Whether it is something else than what is shown. */
    public boolean unseen() {
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

    /** Says that it was given up. */
    Notice notRead() {
        String what = file() ? "The file" : "The model";
        return new Notice(Notice.Kind.CHANGE, what + " was not read: what was shown stays.");
    }

    void end() {
        busy.set(false);
    }
}
