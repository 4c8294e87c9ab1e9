package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.View;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;

/** The picture of a word on its way through the layers, on a sheet with margins, ground and caption. */
public final class LayersPicture {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 400;

    private LayersPicture() {}

    /** The picture. */
    public static Figure of(Followed f, PictureStyle style) {
        View view = style.drawn();
        Frame frame = style.frame(new Frame(WIDTH, HEIGHT * Math.max(1, view.textScale()), view));
        return PictureFrame.around(LayerPlot.of(f, frame), title(f), about(f), style);
    }

    /** Both sentences, where there are two. */
    public static String title(Followed f) {
        String first = f.word().sentence();
        return f.together()
                ? first
                : f.other().map(o -> first + "” and “" + o.sentence()).orElse(first);
    }

    private static String about(Followed f) {
        String pieces = LayerPlot.pieces(f);
        return f.model() + ": cosines of vectors, in the input and after each layer"
                + (pieces.isEmpty() ? "" : ". " + pieces);
    }
}
