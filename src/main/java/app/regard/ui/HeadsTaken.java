package app.regard.ui;

import app.regard.draw.Figure;
import app.regard.export.HeadsPicture;
import app.regard.export.Picture;
import app.regard.model.Measures;
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
record HeadsTaken(
        HeadGrid.Heads heads,
        List<HeadGrid.Listed> listed,
        String title,
        String about,
        String origin,
        List<Measures.Does> does) {
    HeadsTaken {
        listed = List.copyOf(listed);
        does = List.copyOf(does);
    }

    Figure figure(Picture picture) {
        return HeadsPicture.of(heads, listed, title, about, picture);
    }
}
