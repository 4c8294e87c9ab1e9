package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.PageSetup;
import app.regard.draw.View;
import app.regard.stage.HeadGrid;
import java.util.List;

/** The picture of all heads, or of some in an order of their own, on a sheet with margins, ground and caption. */
public final class HeadsPicture {
    private static final double WIDEST = 1600;
    private static final double LARGEST_TILE = 70;
    private static final double LIST_WIDTH = 1000;
    private static final double LIST_TILE = 100;
    private static final double LIST_NAME = 15;
    private static final double LIST_LEGEND = 34;

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
        PageSetup page = new PageSetup(style.width(), style.height(), style.drawn());
        return PictureFrame.around(figure(heads, shown, page), title, about, style);
    }

    /** The same without margins and caption. */
    public static Figure figure(HeadGrid.Heads heads, List<HeadGrid.Listed> shown, PageSetup page) {
        Frame frame = !page.natural()
                ? new Frame(page.width(), page.height(), page.view())
                : shown.isEmpty() ? table(heads, page.view()) : list(shown.size(), page.view());
        return shown.isEmpty() ? HeadGrid.of(heads, frame) : HeadGrid.of(heads, shown, frame);
    }

    private static Frame table(HeadGrid.Heads heads, View view) {
        double tile = Math.max(8, Math.min(LARGEST_TILE, WIDEST / Math.max(heads.heads(), heads.layers())));
        Frame room = HeadGrid.room(heads, tile, view);
        return room.withSize(Math.max(420, room.width()), room.height());
    }

    private static Frame list(int count, View view) {
        int across = Math.min(count, (int) (LIST_WIDTH / LIST_TILE));
        int lines = (count + across - 1) / across;
        double text = view.textScale();
        return new Frame(
                Math.max(420, across * LIST_TILE), lines * (LIST_TILE + LIST_NAME * text) + LIST_LEGEND * text, view);
    }
}
