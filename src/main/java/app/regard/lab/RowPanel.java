package app.regard.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.stage.AskedPair;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A panel of one word's weights as bars, the largest first.
 *
 * @param here the moment that it is of, whose query is the word
 * @param asked the word that is asked about before anybody points at one
 */
public record RowPanel(String id, String title, Content seen, Moment here, int asked) implements Panel {
    private Weights weights() {
        return seen.weights();
    }

    private Spot spot(int key) {
        return new Spot(Part.WEIGHTS.label(), here.query(), key);
    }

    @Override
    public Figure base(Frame frame) {
        return FramedBars.of(
                frame,
                room -> WeightFigures.bars(
                        weights(),
                        seen.weightsBefore().orElse(null),
                        here.query(),
                        OptionalInt.empty(),
                        AskedPair.NONE,
                        room));
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(spot(asked));
    }

    @Override
    public Optional<Why> why(Spot at) {
        return Optional.of(seen.why(here.query(), at));
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return Optional.of(here);
    }

    @Override
    public NumberTable numbers() {
        Weights w = weights();
        return new NumberTable(
                List.of(w.from().shown(here.query())),
                Words.labels(w.to()),
                Matrix.fill(1, w.to().size(), (i, j) -> w.a().at(here.query(), j)));
    }
}
