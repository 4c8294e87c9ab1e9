package app.regard.ui.session;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.export.picture.HeadsPicture;
import app.regard.heads.HeadsTable;
import app.regard.heads.Measures;
import app.regard.stage.Exportable;
import app.regard.stage.HeadGrid;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Map;

/**
 * All heads as they are seen now, to be taken away.
 *
 * @param listed which heads, in this order; none for all in their places
 * @param title the sentence
 * @param about what the caption says of them
 * @param origin whose heads they are
 * @param does what they do, for the table of numbers
 */
public record HeadsTaken(
        HeadGrid.Heads heads,
        List<HeadGrid.Listed> listed,
        String title,
        String about,
        String origin,
        List<Measures.Does> does)
        implements Exportable {
    public HeadsTaken {
        listed = List.copyOf(listed);
        does = List.copyOf(does);
    }

    @Override
    public String kind() {
        return "heads";
    }

    @Override
    public String what() {
        return "All heads, as they are seen now";
    }

    @Override
    public List<Figure> figures(PageSetup page) {
        return List.of(HeadsPicture.figure(heads, listed, page));
    }

    @Override
    public Map<String, NumberTable> numbers() {
        return Map.of("heads", HeadsTable.of(does));
    }
}
