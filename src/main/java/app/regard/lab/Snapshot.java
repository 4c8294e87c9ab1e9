package app.regard.lab;

import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The panels of a lab at one step, and what it says.
 *
 * @param said what the numbers say, in one or two sentences that quote them
 */
public record Snapshot(List<Panel> panels, String said) {
    public Snapshot {
        panels = List.copyOf(panels);
    }

    /** The same while something is pointed at. */
    public Snapshot at(Pointed at) {
        return new Snapshot(panels.stream().map(p -> p.at(at)).toList(), said);
    }

    public Optional<Panel> panel(String id) {
        return panels.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** A number by its name: a row of the panel of facts, or a column of the panel of a run's end. */
    public OptionalDouble fact(String name) {
        Optional<NumberTable> facts = panel("facts").map(Panel::numbers);
        int row = facts.map(f -> f.rows().indexOf(name)).orElse(-1);
        if (row >= 0) {
            return OptionalDouble.of(facts.get().values().at(row, 0));
        }
        Optional<NumberTable> end = panel("end").map(Panel::numbers);
        int col = end.map(e -> e.columns().indexOf(name)).orElse(-1);
        return col < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(end.get().values().at(0, col));
    }
}
