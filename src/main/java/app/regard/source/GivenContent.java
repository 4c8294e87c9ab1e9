package app.regard.source;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.heads.GivenHead;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Head;
import app.regard.trace.HeadId;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Queries, keys and values out of a file, and all that attention makes of them: the stages from the second on. Nothing was
 * projected here, for W is not in the file; what the layer read is shown where the file has it.
 *
 * @param of the trace of what was given
 * @param causal whether the file's weights show a causal mask, which then is theirs whatever mask is chosen
 * @param caution where weights or outputs that are computed are not those of the file
 * @param file the file that is open
 */
public record GivenContent(TraceContent of, boolean causal, String caution, WeightsContent.OpenFile file)
        implements Content {
    /** So far may what is computed be from what the file says. */
    private static final double NEAR = 1e-5;

    private static final String ABSENCE =
            "Neither what the layer read nor W is in the file: it begins with queries, keys and values.";

    /**
     * Computes what attention makes of a head's queries, keys and values.
     *
     * @param weights the head's weights, whose tokens name rows and columns
     * @param pattern the weights that the file has, if it has any; where they show a causal mask there is one
     * @throws app.regard.trace.Refusal if a number leaves the range of a double
     */
    static GivenContent of(
            Experiment e, GivenHead given, Weights weights, Optional<Grid> pattern, WeightsContent.OpenFile file) {
        String origin = "“" + file.fileName() + "”";
        int n = given.q().rows();
        boolean self = given.k().rows() == n && weights.self();
        Matrix x = given.input().orElse(Matrix.zeros(n, 0));
        String read = given.input().isPresent() ? "the file’s “" + given.inputName() + "”" : origin;
        Side from = new Side(weights.from(), x, read, OptionalInt.empty());
        Side to = self
                ? from
                : new Side(weights.to(), Matrix.zeros(given.k().rows(), x.cols()), origin, OptionalInt.empty());
        Head head = new Head(
                new HeadId(file.id().layer(), file.id().head()).text(),
                origin,
                columns(x.cols()),
                unknown(given.q().cols()),
                unknown(given.k().cols()),
                unknown(given.v().cols()),
                List.of());
        boolean causal = self && pattern.filter(GivenContent::causal).isPresent();
        Mask mask = causal ? Mask.CAUSAL : e.mask();
        Inputs in = new Inputs(from, to, head, mask, Positions.NONE, e.temperature()).withScaling(e.scaled());
        Trace t = Attention.trace(in, given.q(), given.k(), given.v());
        List<String> said = new ArrayList<>();
        if (causal && e.mask().on() && !e.mask().equals(mask)) {
            said.add("The file’s weights show a causal mask, which stands in place of the one that was chosen.");
        }
        boolean asIs =
                e.temperature() == 1 && e.scaled() && (causal || !e.mask().on());
        if (asIs) {
            pattern.flatMap(a -> difference("weights", "weights", t.weights().a(), a, t, false))
                    .ifPresent(said::add);
            given.z()
                    .flatMap(z -> difference("outputs", "outputs (z)", t.outputs(), z, t, true))
                    .ifPresent(said::add);
        }
        return new GivenContent(new TraceContent(t), causal, String.join(" ", said), file);
    }

    /** A projection that nobody told: only what it leads to is known. */
    private static Projection unknown(int columns) {
        return Projection.of(Matrix.zeros(0, columns), columns(columns));
    }

    private static List<String> columns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "d" + i).toList();
    }

    /** Whether all of a pattern that lies after its row is exactly 0, and not all rows are one token long. */
    private static boolean causal(Grid a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = i + 1; j < a.cols(); j++) {
                if (a.at(i, j) != 0) {
                    return false;
                }
            }
        }
        return a.rows() > 1;
    }

    /** The cell in which two grids differ most, if that is more than rounding explains. */
    private static Optional<String> difference(String what, String named, Grid is, Grid was, Trace t, boolean columns) {
        int row = 0;
        int col = 0;
        double most = 0;
        for (int i = 0; i < is.rows(); i++) {
            for (int j = 0; j < is.cols(); j++) {
                double apart = Math.abs(is.at(i, j) - was.at(i, j));
                if (apart > most) {
                    most = apart;
                    row = i;
                    col = j;
                }
            }
        }
        if (!(most > NEAR * Math.max(1, columns ? Math.abs(was.at(row, col)) : 1))) {
            return Optional.empty();
        }
        Sentence to = t.weights().to();
        return Optional.of("The " + what + " computed here are not the file’s " + named + ": they differ most in row "
                + (row + 1) + " (" + Words.quoted(t.weights().from().shown(row)) + "), column " + (col + 1)
                + (columns ? "" : " (" + Words.quoted(to.shown(col)) + ")") + ", "
                + DecimalFormatter.telling(is.at(row, col), 4) + " here and "
                + DecimalFormatter.telling(was.at(row, col), 4) + " in the file.");
    }

    @Override
    public Weights weights() {
        return of.weights();
    }

    @Override
    public Optional<Trace> trace() {
        return of.trace();
    }

    @Override
    public boolean self() {
        return of.self();
    }

    @Override
    public boolean offers(int stage) {
        return stage > Stages.EMBEDDINGS || of.of().in().head().dModel() > 0;
    }

    @Override
    public String absence() {
        return offers(1) ? "" : ABSENCE;
    }

    @Override
    public Sentence read() {
        return of.read();
    }

    @Override
    public String name() {
        return "File: " + file.id().text();
    }

    @Override
    public List<String> chips() {
        return of.chips();
    }

    @Override
    public String provenance() {
        return "Queries, keys and values of " + file.id().text() + ", from “" + file.name() + "”; W is not in it.";
    }

    @Override
    public boolean longSums() {
        return true;
    }

    @Override
    public String title(int stage) {
        return stage == Stages.EMBEDDINGS ? "Layer input" : of.title(stage);
    }

    @Override
    public String shape(int stage) {
        return offers(stage) ? of.shape(stage) : "";
    }

    @Override
    public String plain(int stage, int query) {
        return of.plain(stage, query);
    }

    @Override
    public String formula(int stage) {
        return of.formula(stage);
    }

    @Override
    public String code(int stage) {
        return of.code(stage);
    }

    @Override
    public String below(int stage) {
        return of.below(stage);
    }

    @Override
    public List<String> variants(int stage) {
        return of.variants(stage);
    }

    @Override
    public int effective(int stage, int query, Frame frame) {
        return of.effective(stage, query, frame);
    }

    @Override
    public Figure base(int stage, int query, Frame frame) {
        return of.base(stage, query, frame);
    }

    @Override
    public Figure over(Figure base, Focus focus, Why why, View view) {
        return of.over(base, focus, why, view);
    }

    @Override
    public Spot start(int stage, int query) {
        return of.start(offers(stage) ? stage : Stages.WEIGHTS, query);
    }

    @Override
    public boolean has(Part part, Spot spot) {
        return of.has(part, spot);
    }

    @Override
    public Why why(int query, Spot spot) {
        return of.why(query, spot);
    }

    @Override
    public String said(Why why, int decimals) {
        return of.said(why, decimals);
    }

    @Override
    public String said(Spot label) {
        return of.said(label);
    }

    @Override
    public Subject subject(Experiment e) {
        String title = e.text().isBlank() ? file.heads().title() : e.text();
        return new Subject(weights(), trace(), title, of.subject(e).about());
    }

    @Override
    public int token(int row) {
        return row;
    }
}
