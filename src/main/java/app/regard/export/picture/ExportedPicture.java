package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.stage.Exportable;
import java.util.List;

/** The picture of anything that can be taken away, on a sheet with margins, ground and caption. */
public final class ExportedPicture {
    private static final double GAP = 24;

    private ExportedPicture() {}

    /** The picture; several figures stand below each other. */
    public static Figure of(Exportable what, PictureStyle style) {
        List<Figure> figures = what.figures(new PageSetup(style.width(), style.height(), style.drawn()));
        Figure all = figures.get(0);
        for (Figure one : figures.subList(1, figures.size())) {
            double y = all.height() + GAP;
            all = new Figure(Math.max(all.width(), one.width()), y + one.height(), all.marks(), all.areas())
                    .with(one, 0, y);
        }
        return PictureFrame.around(all, what.title(), what.about(), style);
    }
}
