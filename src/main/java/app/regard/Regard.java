package app.regard;

import app.regard.cli.Cli;
import app.regard.file.Lessons;
import app.regard.ui.app.Snapshots;
import app.regard.ui.app.Window;
import app.regard.words.Library;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The start of the program: without arguments, or with a lesson, a file of attention or a model’s folder, the window, else a command. */
public final class Regard {
    private Regard() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // before any AWT class: figures are painted without a display
        Cli cli = new Cli(folder -> Snapshots.take(Snapshots.DOCUMENTATION, folder));
        Optional<Path> lesson = file(args, args.length == 1 && ends(args[0], List.of(Lessons.ENDING)));
        Optional<Path> attention =
                file(args, args.length == 1 && args[0].indexOf('.') > 0 && ends(args[0], Window.ATTENTION));
        Optional<Path> model =
                file(args, args.length == 1 && !Cli.COMMANDS.contains(args[0]) && new File(args[0]).isDirectory());
        if (args.length > 0 && lesson.or(() -> attention).or(() -> model).isEmpty()) {
            System.exit(cli.run(List.of(args)));
        }
        Optional<String> noWindow =
                cli.withoutComplaints(() -> Window.open(model.or(() -> lesson).or(() -> attention)));
        if (noWindow.isPresent() && model.isPresent()) {
            String text = new Library().examples().get(0).experiment().text();
            System.exit(cli.run(List.of("show", text, "--model", args[0], "--layer", "0", "--head", "0")));
        }
        if (noWindow.isPresent() && attention.isPresent()) {
            System.exit(cli.run(List.of("show", "--attention", args[0])));
        }
        if (noWindow.isPresent()) {
            System.exit(cli.withoutWindow(noWindow.get(), lesson, Path.of("target", "regard-pictures")));
        }
    }

    private static Optional<Path> file(String[] args, boolean is) {
        return is ? Optional.of(Path.of(args[0])) : Optional.empty();
    }

    private static boolean ends(String name, List<String> endings) {
        return endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
}
