package app.regard.cli;

import app.regard.engine.Attention;
import app.regard.export.Numbers;
import app.regard.file.Cases;
import app.regard.file.Csv;
import app.regard.file.Npy;
import app.regard.file.Npz;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the numbers. */
@CommandLine.Command(
        name = "trace",
        description = "Writes every number of a trace as JSON or NPZ, or one matrix as CSV or NPY, in full precision.")
final class TraceCommand extends Command {
    @Mixin
    private Asked asked;

    @Mixin
    private Output output;

    @Option(
            names = "--input",
            paramLabel = "CASE",
            description = "Instead of a sentence, a JSON file with one case or an array of them: tokens, X, W_Q, W_K, "
                    + "W_V and, if need be, b_Q, b_K, b_V, mask, temperature, positions.")
    private @Nullable Path input;

    @Option(
            names = "--matrix",
            paramLabel = "NAME",
            description =
                    "Which matrix, for CSV and NPY: X, Q, K, V, scores, scaled, exponentials, weights, outputs, …",
            defaultValue = "weights")
    private String matrix;

    /** What to write. */
    private enum Kind {
        /** Everything as text. */
        JSON,
        /** Everything for NumPy. */
        NPZ,
        /** One matrix with labels. */
        CSV,
        /** One matrix for NumPy. */
        NPY
    }

    @Override
    int run() throws IOException {
        Kind kind = asked(this::kind);
        Path cases = input;
        if (cases == null) {
            Asked.Answer answer = asked.answer(this);
            write(
                    kind,
                    List.of(new Numbers.Subject(answer.experiment().text(), answer.trace(), answer.experiment())),
                    false);
            return 0;
        }
        asked(() -> {
            if (asked.hasSentence()) {
                throw new Refusal("--input takes the place of a sentence: give one of the two.");
            }
        });
        Cases.Read read = Cases.read(cases);
        List<Numbers.Subject> subjects = new ArrayList<>();
        for (Cases.Case one : read.cases()) {
            try {
                subjects.add(new Numbers.Subject(one.name(), Attention.trace(one.in()), null));
            } catch (Refusal e) {
                throw new Refusal("Case “" + one.name() + "”: " + e.getMessage());
            }
        }
        write(kind, subjects, read.list());
        return 0;
    }

    private Kind kind() {
        if (output.standard()) {
            return Kind.JSON;
        }
        String name = output.file().toString().toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new Refusal(
                "“" + output.file() + "” does not say which format it is to be: end it in .json, .npz, .csv or .npy.");
    }

    private void write(Kind kind, List<Numbers.Subject> subjects, boolean list) throws IOException {
        if (kind == Kind.JSON) {
            output.write(to -> {
                if (list) {
                    Numbers.json(to, subjects);
                } else {
                    Numbers.json(to, subjects.get(0));
                }
            });
            return;
        }
        if (subjects.size() > 1) {
            throw new Refusal("There are " + subjects.size() + " cases, and this format holds one: write .json.");
        }
        Trace t = subjects.get(0).trace();
        output.write(to -> one(kind, t, to));
    }

    private void one(Kind kind, Trace t, OutputStream to) throws IOException {
        if (kind == Kind.NPZ) {
            Npz.write(to, Numbers.arrays(t));
            return;
        }
        Map<String, Csv.Labelled> all = Numbers.matrices(t, 0);
        Csv.Labelled chosen = all.get(matrix);
        if (chosen == null) {
            throw new Refusal("There is no matrix “" + matrix + "” in this trace. Choose one of "
                    + String.join(", ", all.keySet()) + ".");
        }
        if (kind == Kind.CSV) {
            Csv.write(to, chosen);
        } else {
            Npy.write(to, chosen.grid());
        }
    }
}
