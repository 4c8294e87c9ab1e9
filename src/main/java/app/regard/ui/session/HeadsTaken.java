package app.regard.ui.session;

import app.regard.draw.Figure;
import app.regard.export.picture.HeadsPicture;
import app.regard.export.picture.Picture;
import app.regard.heads.Measures;
import app.regard.stage.HeadGrid;
import java.util.List;

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
        List<Measures.Does> does) {
    public HeadsTaken {
        listed = List.copyOf(listed);
        does = List.copyOf(does);
    }

    public Figure figure(Picture picture) {
        return HeadsPicture.of(heads, listed, title, about, picture.style());
    }
}
