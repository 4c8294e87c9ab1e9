package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.trace.NumberTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A thing that can be taken away as a picture and as numbers. */
public interface Exportable {
    /** The sentence, or whatever it is of. */
    String title();

    /** Where the numbers come from, for a caption. */
    String about();

    /** What the name of a file says of it: "heads". */
    String kind();

    /** What the choices for its picture call it. */
    String what();

    /** Its pieces that are figures of their own, where it has several; a paper has room for one. */
    default List<Exportable> pieces() {
        return List.of();
    }

    /** The figures, without margins and caption. */
    List<Figure> figures(PageSetup page);

    /** The numbers, by the name of what shows them. */
    Map<String, NumberTable> numbers();

    /** What a reader may expect before the answer is shown, each with what is then said of it; empty where nothing is asked. */
    default List<Guess> guesses() {
        return List.of();
    }

    /**
     * One of the answers to choose from.
     *
     * @param answer what is said of it, truth and all
     */
    record Guess(String text, String answer) {}

    /** Writes all of it as numbers, in full precision; the stream stays open. */
    void json(OutputStream to) throws IOException;
}
