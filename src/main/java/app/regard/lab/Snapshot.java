package app.regard.lab;

import java.util.List;
import java.util.Optional;

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
}
