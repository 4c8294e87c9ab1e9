package app.regard.words;

import app.regard.trace.Experiment;
import app.regard.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * One of the examples to choose from.
 *
 * @param source where its numbers come from
 * @param head the simple table's head that it uses, or falls back to when a word leaves its own table
 * @param pair the id of the example to compare it with, or empty
 * @param focus the word to look at first
 * @param notice one line on what to notice
 * @param keyText the sentence whose words answer, or null where it is the same one
 */
public record Example(
        String id,
        String sentence,
        Source source,
        String head,
        String pair,
        String focus,
        String notice,
        @Nullable String keyText) {
    /** An example in which a sentence answers itself. */
    public Example(String id, String sentence, Source source, String head, String pair, String focus, String notice) {
        this(id, sentence, source, head, pair, focus, notice, null);
    }

    /** Whether it has vectors and a head of its own. */
    public boolean ownTable() {
        return source.traits().table() && !source.table().equals(Source.SIMPLE_TABLE);
    }

    /** Whether its head was learned: it needs the trained model. */
    public boolean trained() {
        return source.traits().trained();
    }

    public Experiment experiment() {
        return Experiment.of(sentence, source).withKeyText(keyText);
    }
}
