package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.View;
import app.regard.stage.HeadGrid;
import java.util.List;

/** The picture of all heads, or of some in an order of their own, on a sheet with margins, ground and caption. */
public final class HeadsPicture {
    private HeadsPicture() {}

    /**
     * The picture.
     *
     * @param shown which heads to show, in this order; empty for all, layers down and heads across
     * @param title the sentence
     * @param about where the numbers come from
     */
    public static Figure of(
            HeadGrid.Heads heads, List<HeadGrid.Listed> shown, String title, String about, PictureStyle style) {
        View view = style.drawn();
        Frame frame = style.frame(shown.isEmpty() ? HeadGrid.room(heads, view) : HeadGrid.room(shown.size(), view));
        Figure figure = shown.isEmpty() ? HeadGrid.of(heads, frame) : HeadGrid.of(heads, shown, frame);
        return PictureFrame.around(figure, title, about, style);
    }
}
