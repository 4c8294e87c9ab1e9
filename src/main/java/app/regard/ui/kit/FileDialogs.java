package app.regard.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dialogs that ask the reader for files. What is chosen for saving may be replaced: whoever chose it was asked. */
public interface FileDialogs {
    /** Nobody is there to be asked. */
    FileDialogs NONE = new FileDialogs() {
        @Override
        public Optional<Path> save(String title, String suggested, String ending) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    };

    /**
     * Where to save.
     *
     * @param title what is saved: "Save the picture"
     * @param suggested a name with its ending
     * @param ending what the name has to end in, without the dot
     * @return a name with that ending, or nothing where the reader thought better of it
     */
    Optional<Path> save(String title, String suggested, String ending);

    /** What to open. */
    Optional<Path> open(String title, List<String> endings);

    /** Which folder to open. */
    Optional<Path> folder(String title);

    /**
     * The way to show where a file lies.
     *
     * @return what shows it, away from the window's thread; nothing where there is no file manager
     */
    default Optional<Runnable> shows(Path file) {
        return Optional.empty();
    }
}
