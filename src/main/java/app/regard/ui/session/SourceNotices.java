package app.regard.ui.session;

import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.transformer.ModelShape;
import app.regard.ui.kit.Notice;

/** The notices of what a reader leaves, or should know, who chooses another kind of source. */
final class SourceNotices {
    private SourceNotices() {}

    /** Said where a head of the simple table is chosen. */
    static Notice simple(Source left) {
        return left.table().equals(Source.SIMPLE_TABLE)
                ? Notice.NONE
                : new Notice(
                        Notice.Kind.CHANGE,
                        "This head reads the simple table: " + left.traits().numbers()
                                + " are left. Undo brings them back.");
    }

    /** Said where another layer of two is chosen, and the numbers that were changed are of the one that is left. */
    static Notice layer(Experiment left) {
        return left.edits().isEmpty()
                ? Notice.NONE
                : new Notice(
                        Notice.Kind.CHANGE, "Edits are of one layer alone: yours are left. Undo brings them back.");
    }

    /** Said where a trained head is chosen for the first time. */
    static Notice trained(Experiment left, ModelShape model) {
        String dropped = left.positions().on() ? " It has positions inside already: yours are off." : "";
        return left.source().traits().trained()
                ? Notice.NONE
                : new Notice(Notice.Kind.CHANGE, TrainedModel.about(model) + dropped);
    }
}
