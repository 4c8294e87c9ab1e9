package app.regard.export.picture;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.PageSetup;
import app.regard.draw.View;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheet that has several pictures as panels (a), (b), (c): in one style, one beside the other and below. */
public final class PanelSheet {
    private static final double GAP = 24;
    private static final double HEAD = 26;
    private static final double NATURAL_WIDTH = 420;
    private static final int MOST_IN_A_ROW = 3;

    /** Narrower panels stand below each other instead. */
    private static final double READABLE = 250;

    /** More panels than there are letters would need names of another kind. */
    public static final int MOST = 26;

    private PanelSheet() {}

    /**
     * A picture of the sheet.
     *
     * @param title what stands beside its letter; may be empty
     * @param lab what a lab made, shown in place of the picture, or null
     */
    public record Panel(
            String title,
            Subject subject,
            Picture picture,
            @Nullable Exportable lab) {
        /** The same in another look. */
        public Panel with(Picture look) {
            return new Panel(title, subject, look.at(picture.what(), picture.stage(), picture.query()), lab);
        }

        /** The picture by itself, with margins, ground and caption. */
        public Figure alone() {
            return lab == null ? PictureComposer.of(subject, picture) : ExportedPicture.of(lab, picture.style());
        }

        /** The same without them. */
        public Figure unframed() {
            PictureStyle style = picture.style();
            return lab == null
                    ? PictureComposer.unframed(subject, picture)
                    : lab.figures(new PageSetup(style.width(), style.height(), style.drawn()))
                            .get(0);
        }

        private Figure wide(double width, View view) {
            return lab == null
                    ? PictureComposer.unframed(subject, picture.withWidth(width))
                    : lab.figures(new PageSetup(width, 0, view)).get(0);
        }
    }

    /**
     * The sheet.
     *
     * @param panels 1 to {@link #MOST}; of their pictures' sizes only the sheet's counts
     * @param title what stands below, with a caption
     */
    public static Figure of(List<Panel> panels, String title, PictureStyle style) {
        Figure whole = unframed(panels, style.width(), style.drawn());
        return PictureFrame.around(whole, title, panels.get(0).subject().about(), style);
    }

    /** The same without margins, ground and caption. */
    public static Figure unframed(List<Panel> panels, double width, View view) {
        int liked = panels.size() <= MOST_IN_A_ROW ? panels.size() : panels.size() == 4 ? 2 : MOST_IN_A_ROW;
        int across = width > 0 ? Math.max(1, Math.min(liked, (int) ((width + GAP) / (READABLE + GAP)))) : liked;
        while (width > 0 && across > 1 && !fit(panels, wide(width, across), view)) {
            across--;
        }
        double all = width > 0 ? width : across * NATURAL_WIDTH + (across - 1) * GAP;
        double wide = wide(all, across);
        Figure sheet = new Figure(all, 0, List.of(), List.of());
        double top = 0;
        for (int first = 0; first < panels.size(); first += across) {
            double height = 0;
            for (int i = first; i < Math.min(first + across, panels.size()); i++) {
                Figure panel = panel(panels.get(i), i, wide, view);
                sheet = sheet.with(panel, (i - first) * (wide + GAP), top);
                height = Math.max(height, panel.height());
            }
            top += height + GAP;
        }
        return new Figure(all, top - GAP, sheet.marks(), sheet.areas());
    }

    private static double wide(double all, int across) {
        return Math.max(PictureStyle.NARROWEST, (all - (across - 1) * GAP) / across);
    }

    private static boolean fit(List<Panel> panels, double wide, View view) {
        return panels.stream().allMatch(panel -> TextReach.within(panel.wide(wide, view), 0));
    }

    private static Figure panel(Panel panel, int number, double wide, View view) {
        Figure drawn = panel.wide(wide, view);
        double head = HEAD * view.textScale();
        Lettering.Style bold = view.bold(14);
        String letter = "(" + (char) ('a' + number) + ")";
        double beside = Lettering.width(letter, bold) + 6;
        List<Mark> marks = new ArrayList<>();
        int ink = view.palette().of(ColourRole.INK);
        marks.add(new Mark.Text(letter, 0, 15 * view.textScale(), bold, ink, Mark.Anchor.START, 0));
        if (!panel.title().isBlank()) {
            String title = Lettering.fit(panel.title(), view.plain(13), wide - beside);
            marks.add(new Mark.Text(title, beside, 15 * view.textScale(), view.plain(13), ink, Mark.Anchor.START, 0));
        }
        return new Figure(wide, head + drawn.height(), marks, List.of()).with(drawn, 0, head);
    }
}
