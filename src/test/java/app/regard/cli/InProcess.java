package app.regard.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** A command run in this process, which is quicker than one of its own. What goes to standard output as bytes is not caught. */
record InProcess(int code, String out, String err) {
    static InProcess run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = java.util.Arrays.stream(args).map(Object::toString).toList();
        int code = new Cli(new PrintWriter(out), new PrintWriter(err), any -> Optional.empty()).run(words);
        return new InProcess(code, out.toString(), err.toString());
    }

    /** The lines that hold a row of a matrix. */
    List<String> rows() {
        return out.lines().filter(l -> l.contains("most:")).toList();
    }
}
