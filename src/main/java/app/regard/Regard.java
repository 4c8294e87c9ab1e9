package app.regard;

import app.regard.cli.Cli;
import app.regard.file.Lessons;
import app.regard.ui.Snapshots;
import app.regard.ui.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the program starts: without arguments, or with a lesson, the window, else a command. */
public final class Regard {
    private Regard() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // before any AWT class: figures are painted without a display
        Cli cli = new Cli(folder -> Snapshots.take(Snapshots.DOCUMENTATION, folder));
        Optional<Path> lesson =
                args.length == 1 && args[0].toLowerCase(Locale.ROOT).endsWith(Lessons.ENDING)
                        ? Optional.of(Path.of(args[0]))
                        : Optional.empty();
        if (args.length > 0 && lesson.isEmpty()) {
            System.exit(cli.run(List.of(args)));
        }
        Optional<String> noWindow = Window.open(lesson);
        if (noWindow.isPresent()) {
            System.exit(cli.withoutWindow(noWindow.get(), lesson, Path.of("target", "regard-pictures")));
        }
    }
}
