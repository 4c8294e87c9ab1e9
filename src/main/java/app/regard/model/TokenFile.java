package app.regard.model;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tokens as a text file: one on each line, in UTF-8. */
public final class TokenFile {
    private static final int MOST_BYTES = 4 << 20;

    private TokenFile() {}

    /**
     * Reads them.
     *
     * @throws Refusal if it cannot be read, is no text in UTF-8, or is far too long to be the tokens of one text
     */
    public static List<String> read(Path file) {
        String called = "“" + file + "”";
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal(called
                        + " is too long to be one text’s tokens. Choose a text file with one token on each " + "line.");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new Refusal(called + " is not a text in UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            throw new Refusal(called + " could not be read: " + e.getMessage() + ".");
        }
    }
}
