package app.regard.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attention that another program computed comes from files: chosen, or dragged in. */
final class AttentionFiles {
    /** What such a file's name ends in, without the dot. */
    static final List<String> ENDINGS = List.of("npy", "npz", "safetensors", "json", "csv");

    private final Session session;
    private final Files files;

    AttentionFiles(Session session, Files files) {
        this.session = session;
        this.files = files;
    }

    void open() {
        files.open("Open attention", ENDINGS).ifPresent(session::openAttention);
    }

    /** The first file of attention among files that are dragged in, if there is one. */
    static Optional<Path> dragged(List<Path> dropped) {
        return dropped.stream().filter(AttentionFiles::is).findFirst();
    }

    /** Whether a file is one by its name. */
    static boolean is(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }
}
