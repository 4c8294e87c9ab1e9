package app.regard.cli.options;

import app.regard.file.WholeFile;
import app.regard.heads.AttentionFile;
import app.regard.heads.TokenFile;
import app.regard.source.AttentionFiles;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Weights that another program computed, as options. */
public final class AttentionOptions {
    @Option(
            names = "--attention",
            paramLabel = "FILE",
            description =
                    "Instead of a sentence, weights, or queries, keys and values, that another program computed: .npy, "
                            + ".npz, .safetensors, .json or .csv. --layer and --head choose one of its heads.")
    private @Nullable Path file;

    @Option(names = "--array", paramLabel = "NAME", description = "Which array of the file; else its first.")
    private @Nullable String array;

    @Option(
            names = "--tokens",
            paramLabel = "TOKENS",
            description = "The tokens, where the file brings none: a text file with one on each line, or “a b c”.")
    private @Nullable String tokens;

    @Option(
            names = "--key-tokens",
            paramLabel = "TOKENS",
            description = "The tokens that answer, where they are not those that ask.")
    private @Nullable String keyTokens;

    @Option(
            names = "--transpose",
            description = "Exchanges rows and columns of the file’s weights: for files whose columns ask.")
    private boolean transpose;

    public boolean given() {
        return file != null;
    }

    /**
     * Checks that the options go together.
     *
     * @throws Refusal if one of the other options is given without a file
     */
    public void check() {
        if (file == null && (array != null || tokens != null || keyTokens != null || transpose)) {
            throw new Refusal("--array, --tokens, --key-tokens and --transpose belong to --attention FILE.");
        }
    }

    /**
     * The experiment that shows the first head of what is chosen of the file.
     *
     * @param files takes the file
     * @throws Refusal if the file is not what it should be
     */
    public Experiment experiment(Command command, AttentionFiles files) {
        AttentionFile opened = AttentionFile.open(path());
        AttentionFile read = transpose ? opened.transposed() : opened;
        int at = command.asked(() -> array(read));
        List<AttentionFile.Array> arrays = read.arrays();
        if (array == null && arrays.size() > 1) {
            command.say(List.of("Of the arrays " + quoted(arrays) + " the first is taken; --array takes another."));
        }
        AttentionFile.Array found = arrays.get(at);
        List<String> asking = tokens == null ? read.asking(at) : typed(tokens);
        List<String> answering = keyTokens != null
                ? typed(keyTokens)
                : tokens != null && found.queries() == found.keys() ? asking : read.answering(at);
        command.asked(() -> read.checkTokens(at, asking, answering));
        AttentionFile named = tokens == null && keyTokens == null ? opened : opened.with(asking, answering);
        command.say(List.of(WholeFile.name(path()) + ": " + (transpose ? named.transposed() : named).said(at) + "."));
        return files.take(path(), named, at, transpose);
    }

    private Path path() {
        return java.util.Objects.requireNonNull(file);
    }

    private int array(AttentionFile read) {
        List<AttentionFile.Array> arrays = read.arrays();
        if (array == null) {
            return 0;
        }
        for (int at = 0; at < arrays.size(); at++) {
            if (arrays.get(at).name().equals(array)) {
                return at;
            }
        }
        throw new Refusal("There is no array “" + array + "” that could be attention. There "
                + (arrays.size() == 1 ? "is " : "are ") + quoted(arrays) + ".");
    }

    private static String quoted(List<AttentionFile.Array> arrays) {
        return arrays.stream()
                .map(a -> a.name().isEmpty() ? "one without a name" : "“" + a.name() + "”")
                .collect(Collectors.joining(", "));
    }

    /** The lines of the file of that name, else what stands between blanks. */
    private static List<String> typed(String given) {
        return lines(given).orElseGet(() -> List.of(given.strip().split("\\s+", -1)));
    }

    /** A text file's lines, if there is a file of that name. */
    private static Optional<List<String>> lines(String name) {
        try {
            Path file = Path.of(name);
            return Files.isRegularFile(file) ? Optional.of(TokenFile.read(file)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
