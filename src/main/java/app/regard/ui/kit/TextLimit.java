package app.regard.ui.kit;

import app.regard.trace.Graphemes;
import java.util.function.Consumer;
import javafx.scene.control.TextFormatter;

/**
 * The limit of what a text field takes, whether it is typed, pasted, dropped or set. JavaFX lays a field out anew with
 * every key, in a time
 * that grows with the square of its marks and emoji, so that what is pasted by mistake would stop the window for minutes.
 */
public final class TextLimit extends TextFormatter<String> {
    /** Far more than what takes part of a sentence, and soon laid out whatever it consists of. */
    static final int SENTENCE = 12_000;

    private static final String LONG = "A sentence has at most 12,000 characters here: the rest was left out.";
    private static final String MARKS =
            "More than " + Graphemes.MOST_MARKS + " marks on one character: the rest of them was left out.";

    private TextLimit(int most, boolean lines, Consumer<String> told) {
        super(change -> {
            if (change.isContentChange()) {
                limit(change, most, lines, told);
            }
            return change;
        });
    }

    /**
     * Of a sentence: line breaks and tabs become spaces, so that no two words grow together.
     *
     * @param told is told, just before it happens, that something is left out
     */
    public static TextLimit sentence(Consumer<String> told) {
        return new TextLimit(SENTENCE, false, told);
    }

    /** Of titles and notes. */
    public static TextLimit notes() {
        return new TextLimit(Integer.MAX_VALUE, true, said -> {});
    }

    private static void limit(Change change, int most, boolean lines, Consumer<String> told) {
        String spaced =
                lines ? change.getText() : change.getText().replaceAll("[\\r\\n\\t\\u0085\\u2028\\u2029]+", " ");
        String few = Graphemes.bounded(spaced);
        int others = change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
        String taken = few.substring(0, end(few, Math.max(0, most - others)));
        if (!taken.equals(change.getText())) {
            int caret = Math.min(change.getCaretPosition(), change.getRangeStart() + taken.length());
            change.setText(taken);
            change.selectRange(caret, caret);
        }
        String whole = change.getControlNewText();
        String bounded = Graphemes.bounded(whole); // for what comes may join what stands there
        if (bounded.length() < whole.length()) {
            int caret = Math.min(change.getCaretPosition(), bounded.length());
            change.setRange(0, change.getControlText().length());
            change.setText(bounded);
            change.selectRange(caret, caret);
        }
        boolean marks = few.length() < spaced.length() || bounded.length() < whole.length();
        if (marks || taken.length() < few.length()) {
            told.accept(marks ? MARKS : LONG);
        }
    }

    /** Where a text ends that has so much room, with no half of a character at its end. */
    private static int end(String text, int room) {
        return text.length() <= room
                ? text.length()
                : room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }
}
