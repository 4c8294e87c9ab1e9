package app.regard.file;

import app.regard.trace.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files read whole, and words for why one cannot be read. */
public final class WholeFile {
    private WholeFile() {}

    /** Returns the name of a file in messages: its last name in quotes. */
    public static String name(Path file) {
        Path last = file.getFileName();
        return "“" + (last == null ? file : last) + "”";
    }

    /** A file's bytes one after the other. */
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Refusal(name(file) + " is a folder. Choose a file in it.");
        }
        return Files.newInputStream(PlainFile.content(file));
    }

    /**
     * A file's text, without the mark that some editors put at the beginning.
     *
     * @param most how many bytes are read at most
     * @throws Refusal if it is missing, longer than that, or not UTF-8
     */
    public static String text(Path file, int most) {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refusal(name(file) + " is too large: at most " + (most >> 20) + " MB can be read.");
            }
            return text(bytes, name(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Bytes as UTF-8 text, without a byte order mark. */
    public static String text(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(name + " is not text in UTF-8. Save it in that encoding.");
        }
    }

    /** Why reading failed, as a refusal. */
    public static Refusal unreadable(Path file, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "There is no file “" + file + "”.";
        } else if (e instanceof AccessDeniedException) {
            why = "“" + file + "” may not be read: permission is missing.";
        } else {
            String told = e instanceof EOFException
                    ? "it ends too early"
                    : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            why = name(file) + " could not be read: " + told + ".";
        }
        Refusal refusal = new Refusal(why);
        refusal.initCause(e);
        return refusal;
    }
}
