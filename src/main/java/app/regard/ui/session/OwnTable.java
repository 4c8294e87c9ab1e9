package app.regard.ui.session;

import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.ui.kit.Notice;
import app.regard.words.Library;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An example's own table while somebody types: left for the simple one when it lacks a word, and taken again when it has all. */
final class OwnTable {
    private final Library library;

    /** The source that the present run of typing has left, or null. */
    private @Nullable Source left;

    OwnTable(Library library) {
        this.library = library;
    }

    /** What is done next is no typing any more. */
    void forget() {
        left = null;
    }

    /** The source for an experiment whose words were typed. */
    Source source(Experiment typed) {
        Source now = typed.source();
        boolean own = !now.table().equals(Source.SIMPLE_TABLE);
        if (own && library.missing(typed).isPresent()) {
            left = now;
            return library.simple(now);
        }
        Source before = left;
        if (before != null
                && !typed.text().isBlank()
                && library.missing(typed.withSource(before)).isEmpty()) {
            left = null;
            return before; // every word is in it again
        }
        return now;
    }

    /** What to say while the typing that left the table goes on. */
    Notice said(Experiment typed, Source source) {
        Source before = left;
        Optional<String> missing = before == null ? Optional.empty() : library.missing(typed.withSource(before));
        String head = source.handmadeHead().map(library::headName).orElse("random as before");
        return missing.map(word -> new Notice(
                        Notice.Kind.CHANGE,
                        Words.quoted(word) + " is not in the example’s own table: now on the simple table, head " + head
                                + ". Undo brings the example back."))
                .orElse(Notice.NONE);
    }

    /** An experiment on its table if that has all of its words, else on the simple one. */
    Experiment holding(Experiment e) {
        return library.missing(e).isEmpty() ? e : e.withSource(library.simple(e.source()));
    }
}
