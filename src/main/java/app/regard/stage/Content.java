package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Moment;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Optional;

/**
 * The content of the window, what there is to look at: the eight stages of a trace, or weights alone, which have a
 * place in one stage only.
 */
public interface Content {
    /** Who attends to whom. */
    Weights weights();

    /** The trace that the weights belong to, where there is one. */
    Optional<Trace> trace();

    /** Whether the tokens that ask also answer. */
    boolean self();

    /** Whether there is anything to show in a stage. */
    boolean offers(int stage);

    /** Why there is nothing in the stages that are not offered, in a few words; empty where all are. */
    String absence();

    /** What was read, before pieces were merged or tokens hidden: of two sentences the one of which more was left out. */
    Sentence read();

    /** What is to be known before the numbers are believed, in a sentence; empty where all is as it should be. */
    String caution();

    /** The head, or what was made of heads, in a word or two. */
    String name();

    /** What is not as usual, a few words each. */
    List<String> chips();

    /** Beside the heat map: where the weights come from, so that nobody takes them for something else. */
    String provenance();

    /** Whether sums are so long that their line needs more room. */
    boolean longSums();

    String title(int stage);

    /** A short line for the list of stages; empty where there is nothing to show. */
    String shape(int stage);

    String plain(int stage, int query);

    String formula(int stage);

    String code(int stage);

    /** A line below the matrices, or nothing. */
    String below(int stage);

    /** Names of the ways in which a stage can be shown. */
    List<String> variants(int stage);

    /** The way that is really shown in a frame. */
    int effective(int stage, int query, Frame frame);

    /** Why another way is shown than the one asked for; empty where that has no reason. */
    default String reason(int stage) {
        return "";
    }

    /** The picture without what depends on the mouse. */
    Figure base(int stage, int query, Frame frame);

    /** The marks over a picture: the focused row, the cell asked about and what it came from. */
    Figure over(Figure base, Focus focus, Why why, View view);

    /** The cell that is asked about before anybody points at one. */
    Spot start(int stage, int query);

    /** Whether a cell of a matrix, or the label of a row or column, exists. */
    boolean has(Part part, Spot spot);

    /** Works out where a cell comes from; whoever shows it keeps it. */
    Why why(int query, Spot spot);

    /** The moment in which a number was computed that an earlier layer has made; empty for numbers of its own. */
    default Optional<Moment> opens(Experiment here, Spot at) {
        return Optional.empty();
    }

    /** What a screen reader says of a cell. */
    String said(Why why, int decimals);

    /** What a screen reader says of the label of a row or column. */
    String said(Spot label);

    /** The experiment that it is compared with, if it is. */
    default Optional<Experiment> before() {
        return Optional.empty();
    }

    /** The trace that it is compared with, if it is. */
    default Optional<Trace> compared() {
        return Optional.empty();
    }

    /** The weights that its own are compared with, where there are as many rows and columns of them. */
    default Optional<Weights> weightsBefore() {
        Grid a = weights().a();
        return compared().map(Trace::weights).filter(w -> w.a().rows() == a.rows() && w.a().cols() == a.cols());
    }

    /** The same compared with what another experiment came to, as far as the two can be compared. */
    default Content comparedWith(Experiment before, Content its) {
        return this;
    }

    /** A frame in which colours run as far as the numbers from before need them too: one scale for both. */
    default Frame coloured(Frame frame, int query) {
        return frame;
    }

    /** A figure of its numbers with marks on those that are yours, and on those that are other than before. */
    default Figure marked(Figure base, int query, View view) {
        return base;
    }

    /** As it is taken away. */
    Subject subject(Experiment of);

    /** The place, among the tokens of the experiment, of the first one that a row stands for. */
    int token(int row);

    /** The row that stands for a token of the experiment; where that is hidden the one before it, or the first. */
    default int row(int token) {
        int row = weights().from().size() - 1;
        while (row > 0 && token(row) > token) {
            row--;
        }
        return row;
    }

    /**
     * The line beside the weights about where they come from, so that nobody takes an illustration for a finding: "A simplified
     * table, for illustration."
     */
    static String provenance(Inputs in) {
        if (in.learned()) {
            return "A trained head: " + in.head().name() + " of " + in.head().origin() + " from text.";
        }
        String from = in.from().origin();
        return from.endsWith("table") ? "A simplified table, for illustration." : "Vectors: " + from + ".";
    }
}
