package app.regard.stage.patches;

import app.regard.draw.Axis;
import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Cells;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.Legend;
import app.regard.draw.chart.TileArea;
import app.regard.stage.AskedPair;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The picture of what one token attends to where the tokens that answer are patches of an image: a cell for each patch. */
public final class PatchFigure {
    /** So much of the image do the colours hide. */
    private static final double VEIL = 0.5;

    private static final double LEGEND = 30;
    private static final int MOST_LINES = 3;
    private static final double SMALLEST = 320;
    private static final double LARGEST = 672;
    private static final double USUAL_PATCH = 28;

    private PatchFigure() {}

    /**
     * The room for so many patches.
     *
     * @param width how wide it is; 0 for the width that suits them
     */
    public static Frame room(Weights w, Optional<Bitmap> image, double width, View view) {
        int side = PatchGrid.require(w.a().cols()).side();
        double across = width > 0 ? width : Math.max(SMALLEST, Math.min(LARGEST, USUAL_PATCH * side));
        return new Frame(across, across + foot(lines(w, 0, image, across, view), view), view);
    }

    private static double foot(List<Paragraph> lines, View view) {
        double below = lines.stream().mapToDouble(Paragraph::height).sum();
        return view.legend() ? LEGEND * view.textScale() + below : 2;
    }

    /** What is to be known of the picture, on a line each or as many as a width asks for. */
    private static List<Paragraph> lines(Weights w, int query, Optional<Bitmap> image, double width, View view) {
        List<String> lines = new ArrayList<>();
        if (PatchGrid.require(w.a().cols()).first() > 0) {
            lines.add(Words.quoted(w.to().shown(0)) + ", the first token, is no patch: "
                    + DecimalFormatter.claimed(w.a().at(query, 0), 4));
        }
        image.map(under -> under.width() == under.height() ? "" : "image drawn square; ")
                .ifPresent(squeezed -> lines.add(squeezed + "colours over white, and below it over black"));
        Lettering.Style style = view.plain(11.5);
        return lines.stream()
                .map(line -> Paragraph.of(line, style, width, MOST_LINES))
                .toList();
    }

    /**
     * Draws one row of weights over the patches; its colours run to the largest weight of a patch, unless the view says
     * otherwise.
     *
     * @param image what lies under the cells; where there is none the cells bear their numbers
     * @throws app.regard.trace.Refusal if the tokens that answer are no square of patches
     */
    public static Figure of(Weights w, int query, Optional<Bitmap> image, Frame frame) {
        PatchGrid grid = PatchGrid.require(w.a().cols());
        View view = frame.view();
        List<Paragraph> lines = lines(w, query, image, frame.width(), view);
        double side = Math.max(1, Math.min(frame.width(), frame.height() - foot(lines, view)));
        double pitch = side / grid.side();
        Table table = table(w, query, grid, view);
        AxisLayout slots = AxisLayout.window(0, grid.side(), 0, pitch, grid.side());
        List<Mark> marks = new ArrayList<>();
        if (image.isPresent()) {
            marks.add(new Mark.Image(image.get(), new Box(0, 0, side, side)));
            Palette palette = view.palette();
            marks.add(new Mark.Cells(
                    slots,
                    slots,
                    (i, j) -> Palette.seenThrough(
                            table.hidden(i, j)
                                    ? palette.of(ColourRole.CARD)
                                    : table.scale().colour(table.numbers().at(i, j), palette),
                            VEIL),
                    0));
        } else {
            Cells.add(marks, table, slots, slots, view, true);
        }
        if (view.legend()) {
            double y = side + 14 * view.textScale();
            Legend.add(marks, table.scale(), 0, y, side, view, image.isPresent() ? VEIL : 1);
            double below = y + 14 * view.textScale();
            for (Paragraph line : lines) {
                marks.addAll(line.marks(0, below, view.palette().of(ColourRole.QUIET)));
                below += line.height();
            }
        }
        List<Spot> spots = IntStream.range(grid.first(), w.a().cols())
                .mapToObj(key -> spot(query, key))
                .toList();
        TileArea area = new TileArea(spots, grid.side(), 0, 0, pitch, pitch);
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    private static Table table(Weights w, int query, PatchGrid grid, View view) {
        Table.Numbers numbers = (i, j) -> w.a().at(query, grid.token(i, j));
        Axis unnamed = new Axis("", Collections.nCopies(grid.side(), ""));
        return new Table(
                Part.WEIGHTS.label(),
                false,
                "",
                ColourRole.QUERY,
                unnamed,
                unnamed,
                numbers,
                view.range().scale(numbers, grid.side(), grid.side()),
                true,
                false,
                w.mask().on() ? (i, j) -> w.masked(query, grid.token(i, j)) : null);
    }

    private static Spot spot(int query, int key) {
        return new Spot(Part.WEIGHTS.label(), query, key);
    }

    /** The frames around the focused patch, where a patch is focused, and around the one that is asked about. */
    public static Figure over(Figure base, Weights w, int query, AskedPair asked, View view) {
        List<Mark> marks = new ArrayList<>();
        if (w.self()) {
            frame(marks, base, spot(query, query), view.palette().of(ColourRole.QUERY));
        }
        OptionalInt key = asked.keyOf(query);
        if (key.isPresent()) {
            frame(marks, base, spot(query, key.getAsInt()), view.palette().of(ColourRole.ASK));
        }
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    /** A frame outside of its patch, with a line that parts its colour from any image. */
    private static void frame(List<Mark> marks, Figure base, Spot patch, int colour) {
        base.boxOf(patch).ifPresent(box -> {
            marks.add(new Mark.Rectangle(box.grown(1), 2, 0, 0xFFFFFFFF, 4));
            marks.add(new Mark.Rectangle(box.grown(1), 2, 0, colour, 2.5));
        });
    }
}
