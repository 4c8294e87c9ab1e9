package app.regard.lab.learn;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.lab.FactsPanel;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The panel {@code end} of a run: what it has come to, in numbers one row of columns.
 *
 * @param row what the row is called
 * @param facts the same, one a line
 */
record EndPanel(String row, FactsPanel facts) implements Panel {
    static final String ID = "end";

    /** A panel of facts without Whys. */
    static EndPanel of(String title, String row, List<String> names, double... values) {
        List<FactsPanel.Fact> facts = new java.util.ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            facts.add(new FactsPanel.Fact(names.get(i), values[i], Optional.empty()));
        }
        return new EndPanel(row, new FactsPanel(ID, title, facts));
    }

    /** A step as a number of a table, which has none for what was never reached. */
    static double number(OptionalInt step) {
        return step.isPresent() ? step.getAsInt() : Double.NaN;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return facts.title();
    }

    @Override
    public Figure base(Frame frame) {
        return facts.base(frame);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return facts.marks(base, at, view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.empty();
    }

    @Override
    public Optional<Why> why(Spot at) {
        return facts.why(at);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return Optional.empty();
    }

    @Override
    public NumberTable numbers() {
        NumberTable down = facts.numbers();
        return new NumberTable(List.of(row), down.rows(), down.values().transposed());
    }
}
