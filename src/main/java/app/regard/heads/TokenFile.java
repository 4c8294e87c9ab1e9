package app.regard.heads;

import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tokens as a text file: one on each line, in UTF-8. */
public final class TokenFile {
    /** How many bytes of tokens are read, wherever they stand. */
    static final int MOST_BYTES = 4 << 20;

    /** More tokens than any array has rows or columns. */
    private static final int MOST = 1 << 16;

    /** A longer label is none. */
    private static final int LONGEST = 1000;

    private TokenFile() {}

    /**
     * Reads them.
     *
     * @throws Refusal if it cannot be read, is no text in UTF-8, or is far too long to be the tokens of one text
     */
    public static List<String> read(Path file) {
        String called = "“" + file + "”";
        if (!Files.isRegularFile(file)) {
            throw new Refusal(called + " is not a file. Choose a text file with one token on each line.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refusal(String.format(
                        Locale.ROOT,
                        "%s is too long to be one text’s tokens: at most %,d bytes are read. Choose a text file with "
                                + "one token on each line.",
                        called,
                        MOST_BYTES));
            }
            List<String> tokens = lines(WholeFile.text(bytes, called));
            check(tokens, called);
            return tokens;
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    /** A text's lines, as far as {@link #check} needs them to see that there are too many. */
    static List<String> lines(String text) {
        return text.lines().limit(MOST + 1L).toList();
    }

    /** Whether there are more tokens than {@link #check} lets pass. */
    static boolean tooMany(List<String> tokens) {
        return tokens.size() > MOST;
    }

    /** Refuses more or longer tokens than can be shown. */
    static void check(List<String> tokens, String called) {
        if (tooMany(tokens)) {
            throw new Refusal(String.format(
                    Locale.ROOT, "%s names more than %,d tokens; at most %,d are read.", called, MOST, MOST));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).length() > LONGEST) {
                throw new Refusal(String.format(
                        Locale.ROOT,
                        "Token %,d of %s has %,d characters; at most %,d are read.",
                        i + 1,
                        called,
                        tokens.get(i).length(),
                        LONGEST));
            }
        }
    }
}
