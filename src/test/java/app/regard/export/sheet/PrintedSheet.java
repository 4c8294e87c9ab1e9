package app.regard.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both sides of a sheet, cell by cell. */
final class PrintedSheet {
    private final Map<Spot, String> asked;
    private final Map<Spot, String> key;
    private final List<Spot> cells = new ArrayList<>();
    final List<Spot> blanks = new ArrayList<>();

    PrintedSheet(Trace t, int query) {
        this(t, SheetChoices.usual(query));
    }

    PrintedSheet(Trace t, SheetChoices choices) {
        List<Figure> pages = ClassSheet.pages(t, choices, View.USUAL);
        assertThat(pages.size() % 2).isZero();
        int half = pages.size() / 2;
        for (int p = 0; p < half; p++) { // the key can be laid on the exercise
            assertThat(pages.get(half + p).areas()).isEqualTo(pages.get(p).areas());
            pages.get(p).areas().forEach(area -> cells.add(area.first().orElseThrow()));
        }
        asked = printed(pages.subList(0, half));
        key = printed(pages.subList(half, pages.size()));
        cells.stream().filter(spot -> !asked.containsKey(spot)).forEach(blanks::add);
    }

    Optional<String> asked(Spot spot) {
        return Optional.ofNullable(asked.get(spot));
    }

    Optional<String> key(Spot spot) {
        return Optional.ofNullable(key.get(spot));
    }

    boolean has(String matrix) {
        return key(new Spot(matrix, 0, 0)).isPresent();
    }

    private static Map<Spot, String> printed(List<Figure> pages) {
        Map<Spot, String> found = new HashMap<>();
        for (Figure page : pages) {
            for (Mark mark : page.marks()) {
                if (mark instanceof Mark.Text text) {
                    page.spotAt(text.x(), text.y()).ifPresent(spot -> found.put(spot, text.text()));
                }
            }
        }
        return found;
    }
}
