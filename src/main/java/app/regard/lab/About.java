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
        LOOK("many heads and layers at once"),
        /** Something changed, and compared with what was. */
        CHANGE("something, and compare"),
        /** One slider, one plot. */
        MEASURE("one slider, one plot"),
        /** Trainings. */
        LEARN("heads in training"),
        /** Bets and questions. */
        ASK("bets and questions");

        private final String does;

        Group(String does) {
            this.does = does;
        }

        /** What its labs are, in a few words behind its name. */
        public String does() {
            return does;
        }

        /** The name that is read: "Change". */
        public String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
