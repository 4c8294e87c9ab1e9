package app.regard.cli.options;

import app.regard.heads.AttentionFile;
import app.regard.heads.Heads;
import app.regard.heads.TokenFile;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
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
                    "Instead of a sentence, weights that another program computed: .npy, .npz, .safetensors, .json or "
                            + ".csv. --layer and --head choose one of its heads.")
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

    /** Opened once: a file of text is read whole. */
    private Optional<AttentionFile> opened = Optional.empty();

    public boolean given() {
        return file != null;
    }

    /**
     * Checks that the options go together.
     *
     * @throws Refusal if one of the other options is given without a file
     */
    public void check() {
        if (file == null && (array != null || tokens != null || keyTokens != null)) {
            throw new Refusal("--array, --tokens and --key-tokens belong to --attention FILE.");
        }
    }

    /**
     * All heads of the file; each is read when it is asked for.
     *
     * @throws Refusal if the file is not what it should be
     */
    public Heads heads(Command command) {
        Path path = java.util.Objects.requireNonNull(file);
        AttentionFile read = opened();
        int at = command.asked(() -> array(read));
        List<AttentionFile.Array> arrays = read.arrays();
        if (array == null && arrays.size() > 1) {
            command.say(List.of("Of the arrays " + quoted(arrays) + " the first is taken; --array takes another."));
        }
        AttentionFile.Array found = arrays.get(at);
        List<String> own = read.asking(at);
        List<String> asking = tokens == null ? own : typed(tokens);
        List<String> answering = keyTokens != null
                ? typed(keyTokens)
                : tokens != null && found.queries() == found.keys() ? asking : read.answering(at);
        command.asked(() -> read.checkTokens(at, asking, answering));
        return read.heads(
                at, asking, answering, path.getFileName() + (found.name().isEmpty() ? "" : ", " + found.name()));
    }

    /** What is wrong with the sums of some weights of the file, of which something may be made yet. */
    Optional<String> uneven(Weights weights, Reading reading) {
        return opened().uneven(array(opened()), weights).map(rows -> rows.text(reading));
    }

    private AttentionFile opened() {
        AttentionFile read = opened.orElseGet(() -> AttentionFile.open(java.util.Objects.requireNonNull(file)));
        opened = Optional.of(read);
        return read;
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
