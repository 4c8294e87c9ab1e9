package app.regard.lab;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A panel that is the heat map of all weights of a content.
 *
 * @param here the moment that it is of; a cell opens it with its row as the query
 * @param asked the cell that is asked about before anybody points at one
 * @param framed cells that somebody painted
 */
public record MapPanel(String id, String title, Content seen, Moment here, Spot asked, List<Spot> framed)
        implements Panel {
    public MapPanel {
        framed = List.copyOf(framed);
    }

    /** A cell of the map. */
    public static Spot cell(int row, int col) {
        return new Spot(Part.WEIGHTS.label(), row, col);
    }

    private Weights weights() {
        return seen.weights();
    }

    @Override
    public Figure base(Frame frame) {
        int words = Math.max(weights().from().size(), weights().to().size());
        return WeightFigures.heatMap(weights(), words, frame);
    }

    /** Cells are square, so that a map is as large as it is high. */
    @Override
    public double tall() {
        return 1.2;
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        List<Highlights.Glow> glows = new ArrayList<>();
        framed.forEach(s -> glows.add(new Highlights.Glow(s, Highlights.Kind.SOURCE, ColourRole.VALUE)));
        Spot lit = at.in(this) || at.spot().matrix().equals(Part.WEIGHTS.label()) ? at.spot() : asked;
        glows.add(new Highlights.Glow(
                new Spot(lit.matrix(), lit.row(), Spot.LABEL), Highlights.Kind.NAME, ColourRole.QUERY));
        glows.add(new Highlights.Glow(
                new Spot(lit.matrix(), Spot.LABEL, lit.col()), Highlights.Kind.NAME, ColourRole.KEY));
        if (lit.isCell()) {
            glows.add(new Highlights.Glow(lit, Highlights.Kind.ASKED, ColourRole.ASK));
        }
        return Highlights.over(base, glows, view);
    }

    @Override
    public boolean bringsNames() {
        return true;
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(asked);
    }

    @Override
    public Optional<app.regard.stage.Why> why(Spot at) {
        return at.isCell() ? Optional.of(seen.why(at.row(), at)) : Optional.empty();
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return Optional.of(new Moment(here.experiment(), here.stage(), Math.max(0, at.row())));
    }

    @Override
    public NumberTable numbers() {
        return new NumberTable(
                Words.labels(weights().from()),
                Words.labels(weights().to()),
                weights().a());
    }
}
