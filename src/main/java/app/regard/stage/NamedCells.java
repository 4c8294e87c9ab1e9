package app.regard.stage;

import app.regard.draw.Spot;
import app.regard.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;

/** The cells of a trace as explanations read and name them. */
abstract class NamedCells {
    final Trace t;
    final int query;

    /** @param query the focused query, for what belongs to it */
    NamedCells(Trace t, int query) {
        this.t = t;
        this.query = query;
    }

    final String origin() {
        return "This head: " + t.in().head().origin() + ".";
    }

    final List<Term> row(Part part, int i) {
        int cols = part.grid(t, query).cols();
        return IntStream.range(0, cols).mapToObj(j -> term(part, i, j)).toList();
    }

    final Term term(Part part, int i, int j) {
        return Term.of(at(part, i, j), spot(part, i, j));
    }

    final double at(Part part, int i, int j) {
        return part.grid(t, query).at(i, j);
    }

    static Spot spot(Part part, int i, int j) {
        return new Spot(part.label(), i, j);
    }

    final String from(int i) {
        return Words.quoted(t.weights().from().shown(i));
    }

    final String to(int j) {
        return Words.quoted(t.weights().to().shown(j));
    }

    final String pair(int i, int j) {
        return from(i) + ", " + to(j);
    }

    final String dimension(int d) {
        return t.in().head().dimensions().get(d);
    }

    final String rowLabel(Part part, int i) {
        return part.asks() ? from(i) : to(i);
    }

    final String column(Part part, int j) {
        return part.cols(t).labels().get(j);
    }
}
