package app.regard.cli;

import app.regard.draw.Numerals;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.WeightFigures;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands that need no window. */
public final class Cli {
    private final PrintStream out;
    private final Function<Path, Optional<String>> window;

    /** @param window takes pictures of the window into a folder, or says why it cannot */
    public Cli(Function<Path, Optional<String>> window) {
        this.window = window;
        out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /**
     * Runs a command.
     *
     * @return the exit code: 0 done, 1 failure, 2 wrong usage
     */
    public int run(List<String> args) {
        if (args.size() == 2 && args.get(0).equals("pictures")) {
            Path folder = Path.of(args.get(1));
            int code = written(() -> Pictures.documentation(folder));
            Optional<String> problem = code == 0 ? window.apply(folder) : Optional.empty();
            problem.ifPresent(p -> out.println("No pictures of the window were taken (" + p + ")."));
            return code;
        }
        out.println("regard: without arguments a window opens; “pictures FOLDER” draws the documentation’s pictures.");
        return 2;
    }

    /**
     * The main job without a window: prints the weights and draws the stages.
     *
     * @param reason why there is no window
     */
    public int withoutWindow(String reason, Path folder) {
        out.println("No window can be opened (" + reason
                + "): here is the first example in the terminal, and as pictures in " + folder + ".");
        Library library = new Library();
        Experiment experiment = library.examples().get(0).experiment();
        try {
            Trace t = Attention.trace(library.resolve(experiment));
            matrix(t.weights());
            return written(() -> Pictures.of(t, 0, View.USUAL, folder, ""));
        } catch (Refusal e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private interface Drawing {
        List<Path> draw() throws IOException;
    }

    private int written(Drawing drawing) {
        try {
            List<Path> files = drawing.draw();
            out.println(files.size() + " pictures written to "
                    + files.get(0).toAbsolutePath().getParent());
            return 0;
        } catch (IOException e) {
            out.println("The pictures could not be written: " + e.getMessage()
                    + ". Choose a folder that can be written to.");
            return 1;
        }
    }

    /** Rows ask, columns answer, two decimals. */
    private void matrix(Weights w) {
        int column = Math.max(
                6, w.to().words().stream().mapToInt(String::length).max().orElse(0) + 2);
        int first = w.from().words().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        w.to().words().forEach(word -> head.append(right(word, column)));
        out.println();
        out.println(head);
        for (int i = 0; i < w.from().size(); i++) {
            StringBuilder line = new StringBuilder(right(w.from().word(i), first));
            for (int j = 0; j < w.to().size(); j++) {
                line.append(right(Numerals.text(w.a().at(i, j), 2), column));
            }
            out.println(line + "    most: " + WeightFigures.strongest(w, i));
        }
        out.println("Rows ask (query), columns answer (key); every row adds up to 1.");
        out.println();
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
