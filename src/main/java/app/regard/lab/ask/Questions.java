package app.regard.lab.ask;

import app.regard.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Where questions come from: this program, or a file. */
public final class Questions {
    private Questions() {}

    /**
     * The questions that this program brings.
     *
     * @throws IllegalStateException if they are missing: the program was built wrong
     */
    public static List<QuizQuestion> builtIn() {
        try (InputStream in = Questions.class.getResourceAsStream("quiz.gift")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: quiz.gift is missing");
            }
            return GiftReader.read(WholeFile.text(in.readAllBytes(), "quiz.gift"), "quiz.gift");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The questions of a file. */
    public static List<QuizQuestion> read(Path file) {
        return GiftReader.read(WholeFile.text(file, GiftReader.MOST_BYTES), WholeFile.name(file));
    }
}
