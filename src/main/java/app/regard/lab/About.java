package app.regard.lab;

import java.util.Locale;

/**
 * A lab in words.
 *
 * @param id its name in commands and files
 * @param title its name in menus
 * @param question what it asks
 * @param task what to do
 * @param notice what to notice, said after the first change
 * @param key the key that opens it; empty where none does
 */
public record About(String id, Group group, String title, String question, String task, String notice, String key) {
    /** A lab that no key opens. */
    public About(String id, Group group, String title, String question, String task, String notice) {
        this(id, group, title, question, task, notice, "");
    }

    /** The place of a lab in the menu. */
    public enum Group {
        /** Many heads and layers at once. */
        LOOK,
        /** Change something and compare. */
        CHANGE,
        /** One slider, one plot. */
        MEASURE,
        /** Trainings. */
        LEARN,
        /** Bets and questions. */
        ASK;

        /** The name that is read: "Change". */
        public String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
