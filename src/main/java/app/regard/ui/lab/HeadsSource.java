package app.regard.ui.lab;

import app.regard.draw.Spot;
import java.util.Optional;

/** Whose heads {@link HeadsPane} shows, and what becomes of the one that is chosen. */
public interface HeadsSource {
    /** What stands above: "All 72 heads of all-MiniLM-L6-v2". */
    String title();

    /** The head that the window shows, if it is one of these. */
    Optional<Spot> open();

    /** Shows one of them in the window. */
    void choose(Spot head);

    /** Begins to look for them; all answers come on the window's thread. */
    void ask(Asking who);

    /** Nobody waits for them any more. */
    void leave();

    /** Who waits for the heads. */
    interface Asking {
        /** Says in words how far it is. */
        void waiting(String text);

        void found(HeadsFound heads);

        /** Says in words why there are none. */
        void failed(String why);
    }
}
