package app.regard.words;

import app.regard.trace.Experiment;
import app.regard.trace.Source;

/**
 * One of the examples to choose from.
 *
 * @param ownTable whether it has vectors and a head of its own
 * @param head the simple table's head that it uses, or falls back to when a word leaves its own table
 * @param pair the id of the example to compare it with, or empty
 * @param focus the word to look at first
 * @param notice one line on what to notice
 */
public record Example(
        String id, String sentence, boolean ownTable, String head, String pair, String focus, String notice) {
    /** Where its numbers come from. */
    public Source source() {
        return ownTable ? new Source.Preset(id) : new Source.Simple(head);
    }

    public Experiment experiment() {
        return Experiment.of(sentence, source());
    }
}
