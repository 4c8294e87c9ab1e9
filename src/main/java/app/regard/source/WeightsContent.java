package app.regard.source;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.heads.AttentionFile;
import app.regard.heads.AttentionFiles;
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
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Weights without a trace: they stand where a trace's weights would, and the other stages say why they are empty.
 *
 * @param provenance beside the heat map: whose weights, what was done with them
 * @param why why the other stages are empty, in a few words
 * @param tokens for each row, the place of its first token in the experiment
 * @param file the file that they were read from, if they were
 */
public record WeightsContent(
        LoneWeights of, String provenance, String why, List<Integer> tokens, Optional<OpenFile> file)
        implements Content {
    public WeightsContent {
        tokens = List.copyOf(tokens);
    }

    /**
     * A file of attention that is open.
     *
     * @param arrays all that may be chosen
     * @param array the one that is shown
     * @param heads its heads, each read when it is asked for
     * @param named whether it brings tokens that fit
     * @param ownTokens the tokens that ask, its own or else numbers, as a line
     */
    public record OpenFile(
            List<AttentionFile.Array> arrays, AttentionFile.Array array, Heads heads, boolean named, String ownTokens) {
        public OpenFile {
            arrays = List.copyOf(arrays);
        }
    }

    /** What is said when a file was opened: what it is, and which of its heads is shown. */
    public String opened(Experiment of) {
        OpenFile open = file.orElseThrow();
        String several = open.arrays().size() > 1
                ? " It holds " + open.arrays().size() + " arrays: another one is under “" + name() + "”."
                : "";
        AttentionFile.Array a = open.array();
        String name = of.source() instanceof Source.Imported source ? AttentionFiles.name(source) : "";
        String first = a.layers() * a.heads() > 1 ? " The first head is shown." : "";
        return "“" + name + "”: " + count(a.layers(), "layer") + " of " + count(a.heads(), "head") + ", " + a.queries()
                + " × " + a.keys() + " tokens." + first + several;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
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
        return new Subject(weights(), Optional.empty(), e.text(), of.about());
    }

    @Override
    public int token(int row) {
        return tokens.get(row);
    }
}
