package app.regard.source;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.heads.AttentionFile;
import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Speech;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.WeightFigures;
import app.regard.stage.Why;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Weights without a trace: they stand where a trace's weights would, and the other stages say why they are empty.
 *
 * @param provenance beside the heat map: whose weights, what was done with them
 * @param absence why the other stages are empty, in a few words
 * @param tokens for each row, the place of its first token in the experiment
 * @param read the tokens that were read, before pieces were merged or tokens hidden
 * @param file the file that they were read from, if they were
 */
public record WeightsContent(
        LoneWeights of, String provenance, String absence, List<Integer> tokens, Sentence read, Optional<OpenFile> file)
        implements Content {
    public WeightsContent {
        tokens = List.copyOf(tokens);
    }

    /**
     * A file of attention that is open.
     *
     * @param source which of its heads is shown
     * @param arrays all that may be chosen
     * @param array the one that is shown
     * @param heads its heads, each read when it is asked for
     * @param headed whether it is a table of text with words in its first row
     * @param labelled the same of its first column
     * @param ownTokens the tokens that ask, its own or else numbers, as a line
     * @param said what of the file was taken for what: axes, tokens, what was not used
     * @param caution what is wrong with the sums of what is shown, or empty
     */
    public record OpenFile(
            Source.Imported source,
            List<AttentionFile.Array> arrays,
            AttentionFile.Array array,
            Heads heads,
            boolean headed,
            boolean labelled,
            String ownTokens,
            String said,
            String caution) {
        public OpenFile {
            arrays = List.copyOf(arrays);
        }

        /** Which of its heads is shown. */
        public HeadId id() {
            return source.headId().orElseThrow();
        }

        /** Returns the name of the file, and of its array where it has one. */
        public String name() {
            return AttentionFiles.name(source);
        }

        /** Returns the name of the file. */
        public String fileName() {
            return AttentionFiles.name(source.withArray(""));
        }
    }

    /** The file that weights were read from, if they were. */
    public static Optional<OpenFile> file(Content of) {
        return of instanceof WeightsContent weights
                ? weights.file
                : of instanceof GivenContent given ? Optional.of(given.file()) : Optional.empty();
    }

    /** Whether its tokens, out of a file, bear marks that tell which of them make up a word. */
    public static boolean marked(Content of) {
        return file(of).isPresent()
                && file(of).get().heads().words(of.read().words()).isPresent();
    }

    /** Returns the notice for a file that was opened: what it is, and which of its heads is shown; empty where it is none. */
    public static String opened(Content of) {
        return file(of).map(open -> opened(open, of.name())).orElse("");
    }

    private static String opened(OpenFile open, String name) {
        String several = open.arrays().size() > 1
                ? " It holds " + open.arrays().size() + " arrays: another one is under “" + name + "”."
                : "";
        AttentionFile.Array a = open.array();
        String first = a.layers() * a.heads() > 1 ? " The first head is shown." : "";
        return "“" + open.name() + "”: " + open.said() + "." + first + several;
    }

    @Override
    public Weights weights() {
        return of.weights();
    }

    @Override
    public Optional<Trace> trace() {
        return Optional.empty();
    }

    @Override
    public boolean self() {
        return weights().self();
    }

    @Override
    public boolean offers(int stage) {
        return stage == LoneWeights.STAGE;
    }

    @Override
    public String caution() {
        return file.map(OpenFile::caution).orElse("");
    }

    @Override
    public String name() {
        return of.name();
    }

    @Override
    public List<String> chips() {
        return of.chips();
    }

    @Override
    public boolean longSums() {
        return true;
    }

    @Override
    public String title(int stage) {
        return offers(stage) ? of.title() : Stages.of(stage).title();
    }

    @Override
    public String shape(int stage) {
        return offers(stage) ? "A " + weights().a().rows() + "×" + weights().a().cols() : "";
    }

    @Override
    public String plain(int stage, int query) {
        return of.plain();
    }

    @Override
    public String formula(int stage) {
        return of.formula();
    }

    @Override
    public String code(int stage) {
        return of.code();
    }

    @Override
    public String below(int stage) {
        return "";
    }

    @Override
    public List<String> variants(int stage) {
        return List.of("");
    }

    @Override
    public int effective(int stage, int query, Frame frame) {
        return 0;
    }

    @Override
    public Figure base(int stage, int query, Frame frame) {
        return WeightFigures.large(weights(), "A", frame);
    }

    @Override
    public Figure over(Figure base, Focus focus, Why why, View view) {
        return Highlighter.over(base, focus, why.of(), view);
    }

    @Override
    public Spot start(int stage, int query) {
        return of.start(query);
    }

    @Override
    public boolean has(Part part, Spot spot) {
        return of.has(spot);
    }

    @Override
    public Why why(int query, Spot spot) {
        return of.why(spot);
    }

    @Override
    public String said(Why why, int decimals) {
        return said(why.of());
    }

    @Override
    public String said(Spot spot) {
        return Speech.of(weights(), spot);
    }

    @Override
    public Subject subject(Experiment e) {
        String own = file.map(open -> open.heads().title()).orElse("");
        String title = e.text().isBlank() ? own : e.text();
        return new Subject(weights(), Optional.empty(), title, of.about(), Optional.empty(), Optional.of(this));
    }

    @Override
    public int token(int row) {
        return tokens.get(row);
    }
}
