package app.regard.source;

import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.Pieces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines of NumPy that make weights from those of heads. Those of a file they read; those of the trained model are W.
 *
 * @param combined the weights before anything was merged or hidden
 * @param whatIf whether a head is shown under a mask or a temperature, so that its weights are not the model's
 */
record DerivedCode(Combination by, DerivedWeights combined, Experiment experiment, boolean whatIf) {
    private static final String SHAPE = "  # W: layers, heads, n, m";

    /** Longer lists of places are only described. */
    private static final int MOST_PLACES = 16;

    /**
     * The lines.
     *
     * @param made what they come to
     * @param open the file, if they were read from one: a table of text may have words in its first row and column
     */
    String of(DerivedWeights made, Optional<WeightsContent.OpenFile> open) {
        List<String> lines = new ArrayList<>();
        int layer = by.layer();
        int head = by.head();
        if (experiment.source() instanceof Source.Imported file) {
            lines.addAll(loading(file, open));
        }
        lines.add(
                switch (by.reading().combine()) {
                    case ONE_HEAD ->
                        whatIf
                                ? "# A: the weights of " + new HeadId(layer, head).text()
                                        + " as stage 6 computes them here, (n, m)"
                                : "A = W[" + layer + ", " + head + "]" + SHAPE;
                    case HEADS -> "A = W[" + layer + "].mean(axis=0)" + SHAPE;
                    case LAYERS -> "A = W[:, " + head + "].mean(axis=0)" + SHAPE;
                    case ALL -> "A = W.mean(axis=(0, 1))" + SHAPE;
                    case ROLLOUT ->
                        "A = I = np.eye(W.shape[-1])\nfor L in W.mean(axis=1): A = (L / 2 + I / 2) @ A" + SHAPE;
                });
        if (by.reading().merge()) {
            List<Pieces.Word> words = words();
            lines.add(places("first", words.stream().map(Pieces.Word::from).toList(), "where words begin"));
            lines.add(
                    places("pieces", words.stream().map(w -> w.to() - w.from()).toList(), "how many a word has"));
            lines.add("A = np.add.reduceat(A, first, axis=1)\nA = np.add.reduceat(A, first, axis=0) / pieces[:, None]");
        }
        if (by.reading().hides()) {
            lines.add(places("keep", kept(made), "what is not hidden"));
            lines.add("A = A[np.ix_(keep, keep)]");
        }
        if (by.reading().rescales()) {
            lines.add(
                    made.weights().empty()
                            ? "s = A.sum(axis=1, keepdims=True)\nA = np.divide(A, s, out=0 * A, where=s > 0)"
                            : "A = A / A.sum(axis=1, keepdims=True)");
        }
        return String.join("\n", lines);
    }

    private List<Pieces.Word> words() {
        return by.heads().words(combined.weights().from().words()).orElse(List.of());
    }

    private List<Integer> kept(DerivedWeights made) {
        if (!by.reading().merge()) {
            return made.tokens();
        }
        List<Pieces.Word> words = words();
        return IntStream.range(0, words.size())
                .filter(i -> made.tokens().contains(words.get(i).from()))
                .boxed()
                .toList();
    }

    private static String places(String name, List<Integer> places, String what) {
        return places.size() > MOST_PLACES
                ? "# " + name + ": " + what + ", an array of " + places.size() + " numbers from 0"
                : name + " = np.array([" + places.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + "])  # " + what;
    }

    /** The line that reads the file, by its kind. */
    private List<String> loading(Source.Imported file, Optional<WeightsContent.OpenFile> open) {
        String name = Path.of(file.file()).getFileName() + "";
        String lower = name.toLowerCase(Locale.ROOT);
        String part = file.array().isEmpty() ? "" : "[\"" + file.array() + "\"]";
        Weights first = by.heads().weights(0, 0);
        int columns = (file.transposed() ? first.from() : first.to()).size(); // those of the file
        String read = lower.endsWith(".safetensors")
                ? "safetensors.numpy.load_file(\"" + name + "\")" + part
                : lower.endsWith(".json")
                        ? "np.array(json.load(open(\"" + name + "\"))" + part + ")"
                        : lower.endsWith(".csv") ? table(name, columns, open) : "np.load(\"" + name + "\")" + part;
        return List.of(
                "W = " + read,
                "W = W.reshape(" + by.heads().layers() + ", " + by.heads().heads() + ", *W.shape[-2:])"
                        + (file.transposed() ? ".swapaxes(-1, -2)  # its columns ask" : ""));
    }

    /** Words may hold “#”, which begins a comment unless that is ruled out, and commas in quotes. */
    private static String table(String name, int columns, Optional<WeightsContent.OpenFile> open) {
        boolean headed = open.filter(WeightsContent.OpenFile::headed).isPresent();
        boolean labelled = open.filter(WeightsContent.OpenFile::labelled).isPresent();
        String words = (headed ? ", skiprows=1" : "")
                + (labelled ? ", usecols=range(1, " + (columns + 1) + ")" : "")
                + (headed || labelled ? ", quotechar='\"', comments=None" : "");
        return "np.loadtxt(\"" + name + "\", delimiter=\",\", ndmin=2, encoding=\"utf-8-sig\"" + words + ")";
    }
}
