package app.regard.cli;

import app.regard.model.Heads;
import app.regard.model.Imported;
import app.regard.model.TokenFile;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Weights that another program computed, as options. */
final class AttentionFile {
    @Option(
            names = "--attention",
            paramLabel = "FILE",
            description = "Instead of a sentence, weights that another program computed: .npy, .npz or .safetensors. "
                    + "--layer and --head choose one of its heads.")
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

    boolean given() {
        return file != null;
    }

    /** @throws Refusal if one of the other options is given without a file */
    void check() {
        if (file == null && (array != null || tokens != null || keyTokens != null)) {
            throw new Refusal("--array, --tokens and --key-tokens belong to --attention FILE.");
        }
    }

    /**
     * All heads of the file; each is read when it is asked for.
     *
     * @param notes is told what a reader would not expect, also while heads are read
     * @throws Refusal if the file or the tokens are not what they should be
     */
    Heads heads(List<String> notes) {
        Path path = java.util.Objects.requireNonNull(file);
        Imported read = Imported.open(path);
        int at = array(read, notes);
        Imported.Array found = read.arrays().get(at);
        List<String> asking = tokens(tokens, read.tokens(), found.queries());
        List<String> answering = keyTokens == null && found.queries() == found.keys()
                ? asking
                : tokens(keyTokens, read.tokens(), found.keys());
        String name = path.getFileName() + (found.name().isEmpty() ? "" : ", " + found.name());
        return new Heads(
                found.layers(),
                found.heads(),
                (layer, head) -> read.weights(at, layer, head, asking, answering),
                String.join(" ", asking),
                "computed elsewhere: " + name,
                Optional.empty());
    }

    /** What is wrong with the sums of some weights of the file. */
    Optional<String> uneven(Weights weights) {
        Imported read = Imported.open(java.util.Objects.requireNonNull(file));
        return read.uneven(array(read, new java.util.ArrayList<>()), weights).map(Imported.Uneven::text);
    }

    private int array(Imported read, List<String> notes) {
        List<String> names = read.arrays().stream().map(Imported.Array::name).toList();
        if (array != null) {
            int at = names.indexOf(array);
            if (at < 0) {
                throw new Refusal("There is no array “" + array + "” that could be attention. There "
                        + (names.size() == 1 ? "is " : "are ") + quoted(names) + ".");
            }
            return at;
        }
        if (names.size() > 1) {
            notes.add("Of the arrays " + quoted(names) + " the first is taken; --array takes another.");
        }
        return 0;
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .map(n -> n.isEmpty() ? "one without a name" : "“" + n + "”")
                .collect(Collectors.joining(", "));
    }

    /** The tokens asked for, else the file's if their number fits, else numbers. */
    private static List<String> tokens(@Nullable String given, Optional<List<String>> own, int count) {
        if (given != null) {
            return lines(given).orElseGet(() -> List.of(given.strip().split("\\s+", -1)));
        }
        return own.filter(t -> t.size() == count).orElseGet(() -> IntStream.rangeClosed(1, count)
                .mapToObj(Integer::toString)
                .toList());
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
