package app.regard.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file chooser, which opens where it was last. */
public final class SystemFileDialogs implements FileDialogs {
    private final Window owner;
    private @Nullable File folder;

    public SystemFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> save(String title, String suggested, String ending) {
        FileChooser chooser = chooser(title, List.of(ending));
        chooser.setInitialFileName(suggested);
        return kept(chooser.showSaveDialog(owner)).map(chosen -> withEnding(chosen, ending));
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
        return kept(chooser(title, endings).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return kept(chooser.showDialog(owner));
    }

    @Override
    public Optional<Runnable> shows(Path file) {
        return FileManager.command(System.getProperty("os.name", ""), System.getenv(), file)
                .map(command -> () -> FileManager.open(command, file));
    }

    private FileChooser chooser(String title, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<String> patterns = endings.stream().map(e -> "*." + e).toList();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> kept(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    /** The system asked about the name as it was typed: what bears it with the ending was not meant and stays. */
    public static Path withEnding(Path chosen, String ending) {
        String name = chosen.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith("." + ending)) {
            return chosen;
        }
        return free(chosen.resolveSibling(name + "." + ending));
    }

    /** A name like this one that no file has yet: "numbers 2.npz". */
    public static Path free(Path wanted) {
        String name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path free = wanted;
        for (int i = 2; java.nio.file.Files.exists(free); i++) {
            free = wanted.resolveSibling(name.substring(0, dot) + " " + i + name.substring(dot));
        }
        return free;
    }
}
