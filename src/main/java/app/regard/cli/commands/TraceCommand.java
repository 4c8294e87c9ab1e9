package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.WeightsArguments;
import app.regard.engine.Attention;
import app.regard.export.data.Numbers;
import app.regard.file.Cases;
import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.file.array.Npz;
import app.regard.stage.Part;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes the numbers. */
@CommandLine.Command(
        name = "trace",
        description = "Writes every number of a trace as JSON or NPZ, or one matrix as CSV or NPY, in full precision.")
public final class TraceCommand extends Command {
    @Mixin
    private WeightsArguments asked;

    @Mixin
    private OutputOptions output;

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

    /** The kind of numbers to write. */
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
    public int run() throws IOException {
        Kind kind = asked(this::kind);
        if (kind == Kind.JSON || kind == Kind.NPZ) {
            unused("every matrix is in this file; end it in .csv or .npy for one", "--matrix");
        }
        Path cases = input;
        if (cases == null) {
            SentenceArguments.Answer answer = asked.answer(this);
            Subject subject = answer.subject();
            Optional<Trace> trace = subject.trace();
            if (trace.isEmpty()) {
                asked(() -> onlyWeights());
                output.write(to -> weights(kind, subject, to));
                return 0;
            }
            write(kind, List.of(compared(answer, subject, trace.get())), false);
            return 0;
        }
        asked(() -> {
            if (asked.hasSentence() || asked.fromFile()) {
                throw new Refusal("--input takes the place of a sentence, and of --attention: give one of them.");
            }
            if (asked.recipeGiven()) {
                throw new Refusal(
                        "A case brings its own head, mask, positions, temperature and numbers: leave the options out, or "
                                + "change the case.");
            }
        });
        only("a case brings all that decides its numbers", "--input", "--matrix");
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

    private static Numbers.Subject compared(SentenceArguments.Answer answer, Subject subject, Trace trace) {
        Experiment e = answer.experiment();
        Experiment before = answer.content().before().orElse(null);
        Numbers.Subject then = before == null
                ? null
                : new Numbers.Subject(before.text(), answer.content().compared().orElseThrow(), before);
        return new Numbers.Subject(subject.title(), trace, e.source().traits().kept() ? e : null, then);
    }

    private void onlyWeights() {
        if (!matrix.equals("weights")) {
            throw new Refusal("There are only weights here, no “" + matrix + "”: leave --matrix out.");
        }
    }

    /** Weights that have no trace: of a file, or derived. */
    private static void weights(Kind kind, Subject subject, OutputStream to) throws IOException {
        Weights w = subject.weights();
        switch (kind) {
            case JSON -> Numbers.json(to, subject.title(), subject.about(), w);
            case NPZ -> Npz.write(to, Map.of(Numbers.name(Part.WEIGHTS), w.a()));
            case CSV -> Csv.write(to, Numbers.matrix(w));
            case NPY -> Npy.write(to, w.a());
        }
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
        output.write(to -> one(kind, subjects.get(0), to));
    }

    private void one(Kind kind, Numbers.Subject subject, OutputStream to) throws IOException {
        Trace t = subject.trace();
        Numbers.Subject before = subject.before();
        if (kind == Kind.NPZ) {
            Npz.write(to, Numbers.arrays(t, before == null ? null : before.trace()));
            return;
        }
        if (before != null) {
            throw new Refusal("This format holds one matrix: leave --before-… out, or write .json or .npz.");
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
