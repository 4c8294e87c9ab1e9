package app.regard.cli;

import app.regard.transformer.OneModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A command run in this process, which is quicker than one of its own; it finds the trained model read already. */
public record InProcess(int code, String out, String err) {
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.[a-z]+[0-9]?");

    public static InProcess run(Object... args) {
        return run(Arrays.stream(args).map(Object::toString).toList());
    }

    /** Runs a command as if in a folder: names of files are meant in it, and what is said of them leaves it out. */
    public static InProcess in(Path folder, String... args) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : args) {
            boolean names = FILE.matcher(word).matches() || before.equals("-o");
            words.add(names && !word.equals("-") ? folder.resolve(word).toString() : word);
            before = word;
        }
        InProcess run = run(words);
        return new InProcess(run.code, within(folder, run.out), within(folder, run.err));
    }

    private static String within(Path folder, String said) {
        return said.replace(folder + "/", "");
    }

    private static InProcess run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        PrintStream before = System.out;
        PrintStream caught = new PrintStream(out, false, StandardCharsets.UTF_8);
        System.setOut(caught);
        try {
            PrintWriter writer = new PrintWriter(caught, false, StandardCharsets.UTF_8);
            int code = new Cli(writer, new PrintWriter(err), any -> Optional.empty(), OneModel::shelf).run(words);
            writer.flush();
            return new InProcess(code, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }

    /** The lines that hold a row of a matrix. */
    public List<String> rows() {
        return out.lines().filter(l -> l.contains("most:")).toList();
    }

    /** What was said of a failure, one line. */
    public List<String> problem() {
        return err.lines().toList();
    }
}
