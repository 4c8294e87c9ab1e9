package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.model.Measures;
import app.regard.model.Passed;
import app.regard.stage.HeadGrid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All heads on one sentence.
 *
 * @param does what each of them does, layer by layer
 */
record HeadsFound(Passed passed, List<Measures.Does> does) {
    HeadsFound {
        does = List.copyOf(does);
    }

    static HeadsFound in(Passed passed) {
        return new HeadsFound(passed, Measures.of(passed));
    }

    /** As a picture needs them. */
    HeadGrid.Heads heads() {
        return new HeadGrid.Heads(passed.layers(), passed.heads(), (layer, head) -> passed.weights(layer, head)
                .a());
    }

    /** Those that do it most first. */
    List<HeadGrid.Listed> sorted(HeadDoes by) {
        return does.stream()
                .sorted(Comparator.comparingDouble((Measures.Does d) -> -by.of(d)))
                .map(d -> new HeadGrid.Listed(d.layer(), d.head(), by.text(d)))
                .toList();
    }

    /** What one head does, a line a number. */
    String told(Spot head) {
        Measures.Does d = does.get(head.row() * passed.heads() + head.col());
        return Arrays.stream(HeadDoes.values())
                .filter(what -> what != HeadDoes.PLACE)
                .map(what -> what.text(d) + "  " + what)
                .collect(Collectors.joining("\n"));
    }
}
