package app.regard.source;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Speech;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.Unusual;
import app.regard.stage.Why;
import app.regard.stage.Whys;
import app.regard.stage.Words;
import app.regard.stage.vectors.AskedVectors;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trace in its eight stages.
 *
 * @param kept what it is compared with, if anything was kept before
 */
public record TraceContent(Trace of, Optional<Compared> kept) implements Content {
    /** A trace that is compared with nothing. */
    public TraceContent(Trace of) {
        this(of, Optional.empty());
    }

    @Override
    public Optional<Experiment> before() {
        return kept.map(Compared::experiment);
    }

    @Override
    public Optional<Trace> compared() {
        return kept.map(Compared::before);
    }

    @Override
    public Content comparedWith(Experiment before, Content its) {
        return new TraceContent(of, its.trace().map(trace -> new Compared(before, trace)));
    }

    @Override
    public Frame coloured(Frame frame, int query) {
        return kept.map(c -> frame.withColours(c.colours(of, query, frame.view())))
                .orElse(frame);
    }

    @Override
    public Figure marked(Figure base, int query, View view) {
        return with(base, Compared.marks(base, of, kept, query, cell -> true, view));
    }

    private static Figure with(Figure figure, List<Mark> more) {
        List<Mark> marks = new ArrayList<>(figure.marks());
        marks.addAll(more);
        return more.isEmpty() ? figure : new Figure(figure.width(), figure.height(), marks, figure.areas());
    }

    @Override
    public Weights weights() {
        return of.weights();
    }

    @Override
    public Optional<Trace> trace() {
        return Optional.of(of);
    }

    @Override
    public boolean self() {
        return of.in().self();
    }

    @Override
    public boolean offers(int stage) {
        return true;
    }

    @Override
    public String absence() {
        return "";
    }

    @Override
    public Sentence read() {
        Sentence from = weights().from();
        Sentence to = weights().to();
        return to.left() > from.left() ? to : from;
    }

    @Override
    public String caution() {
        return of.in().changes().sleeping();
    }

    @Override
    public String name() {
        return of.in().head().name();
    }

    @Override
    public List<String> chips() {
        List<String> chips = new ArrayList<>(Unusual.of(of.in()));
        kept.ifPresent(c -> chips.add("compared with before"));
        return chips;
    }

    @Override
    public String provenance() {
        return Content.provenance(of.in());
    }

    @Override
    public boolean longSums() {
        return of.in().learned();
    }

    @Override
    public String title(int stage) {
        return Stages.of(stage).title(of);
    }

    @Override
    public String shape(int stage) {
        return Stages.of(stage).shape(of);
    }

    @Override
    public String plain(int stage, int query) {
        return Stages.of(stage).plain(of, query);
    }

    @Override
    public String formula(int stage) {
        return Stages.of(stage).formula(of);
    }

    @Override
    public String code(int stage) {
        return Stages.of(stage).code(of);
    }

    @Override
    public String below(int stage) {
        return Stages.of(stage).below(of);
    }

    @Override
    public List<String> variants(int stage) {
        return Stages.of(stage).variants(of);
    }

    @Override
    public int effective(int stage, int query, Frame frame) {
        return Stages.of(stage).effective(of, query, frame);
    }

    @Override
    public String reason(int stage) {
        return Stages.of(stage).reason(of);
    }

    @Override
    public Figure base(int stage, int query, Frame frame) {
        Frame both = coloured(frame, query);
        return marked(AskedVectors.base(Stages.of(stage), of, query, both), query, frame.view());
    }

    @Override
    public Figure over(Figure base, Focus focus, Why why, View view) {
        Figure lit = Highlighter.over(base, of, focus, why, spot -> why(focus.query(), spot), view);
        Figure marks = AskedVectors.over(lit, base, of, focus, why.of(), view);
        Set<Spot> sources = new HashSet<>(why.sources());
        int query = focus.query(); // what lights up is painted anew, and would cover what was marked there
        return with(
                marks,
                Compared.marks(base, of, kept, query, cell -> cell.row() == query || sources.contains(cell), view));
    }

    @Override
    public Spot start(int stage, int query) {
        return Stages.of(stage).start(of, query);
    }

    @Override
    public boolean has(Part part, Spot spot) {
        return part.has(of, spot.row(), spot.col());
    }

    @Override
    public Why why(int query, Spot spot) {
        Why why = Whys.of(of, query, spot);
        return kept.map(c -> c.with(of, why, query)).orElse(why);
    }

    /** What the layer below has read, in its first stage, and what it has given, in its last. */
    @Override
    public Optional<Moment> opens(Experiment here, Spot at) {
        boolean read = at.matrix().equals(Part.BELOW.label());
        int stage = read ? Stages.EMBEDDINGS : Stages.OUTPUTS;
        return here.source()
                .below()
                .filter(b -> read || at.matrix().equals(Part.ADDED.label()))
                .map(b -> new Moment(here.withSource(b).withEdits(List.of()), stage, Math.max(0, at.row())));
    }

    @Override
    public String said(Why why, int decimals) {
        return Speech.of(why, decimals);
    }

    @Override
    public String said(Spot label) {
        return Speech.of(of, label);
    }

    @Override
    public Subject subject(Experiment e) {
        Subject alone = Subject.of(of, e);
        String before = kept.map(c -> " · compared with before: "
                        + (c.experiment().text().equals(e.text())
                                ? ""
                                : Words.quoted(c.experiment().text()) + ", ")
                        + Subject.about(c.before().in()))
                .orElse("");
        return new Subject(
                alone.weights(),
                alone.trace(),
                alone.title(),
                alone.about() + before,
                Optional.empty(),
                Optional.of(this));
    }

    @Override
    public int token(int row) {
        return row;
    }
}
