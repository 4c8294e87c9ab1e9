package app.regard.ui.session;

import app.regard.ui.kit.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dialogs for what lies in files: attention that another program computed, and models’ folders; chosen, or dragged in. */
public final class AttentionFileDialogs {
    /** What such a file's name ends in, without the dot. */
    public static final List<String> ENDINGS = List.of("npy", "npz", "safetensors", "json", "csv");

    private final Workspace session;
    private final FileDialogs files;

    public AttentionFileDialogs(Workspace session, FileDialogs files) {
        this.session = session;
        this.files = files;
    }

    public void open() {
        files.open("Open attention", ENDINGS).ifPresent(session::openAttention);
    }

    /** Asks for a folder with a model as Hugging Face saves it, and opens it. */
    public void openModel() {
        files.folder("Open a model’s folder").ifPresent(session::openModel);
    }

    /** The first file of attention among files that are dragged in, if there is one. */
    public static Optional<Path> dragged(List<Path> dropped) {
        return dropped.stream().filter(AttentionFileDialogs::is).findFirst();
    }

    /** Whether a file is one by its name. */
    public static boolean is(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }
}
