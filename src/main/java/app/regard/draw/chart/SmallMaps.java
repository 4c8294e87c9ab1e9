package app.regard.draw.chart;

import app.regard.draw.Axis;
import app.regard.draw.AxisLayout;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A table of small heat maps beside each other, all in the same colours, so that they can be compared at a glance. */
public final class SmallMaps {
    private static final double LEGEND = 34;
    private static final double LEGEND_BAR = 200;
    private static final double LARGEST = 150;
    private static final double SMALLEST = 4;

    /** Narrower maps of a single line are broken into several. */
    private static final double NARROW = 40;

    private static final double NAME = 15;

    /** How much of the colours is left of a map that stands back. */
    private static final double FAINT = 0.16;

    private SmallMaps() {}

    /**
     * One of the maps.
     *
     * @param spot what lies there
     * @param name what stands below it in a list
     * @param note what stands beside the name, where there is room; may be empty
     * @param faint whether it stands back behind the others
     * @param map its numbers, asked for once while the figure is made, so that one map at a time is in memory
     */
    public record One(Spot spot, String name, String note, boolean faint, Supplier<Shares> map) {}

    /**
     * The numbers of one map, 0 to 1.
     *
     * @param rows how many rows there are, 1 at least
     * @param cols how many columns there are, 1 at least
     */
    public record Shares(int rows, int cols, Table.Numbers numbers) {}

    /** The places where the maps stand: {@code across} beside each other, each in a tile, {@code side} long at most. */
    private record Layout(int across, double left, double top, double width, double height, double side) {
        double x(int place) {
            int col = place % across;
            return left + col * width + (width - side) / 2;
        }

        double y(int place) {
            int row = place / across;
            return top + row * height;
        }
    }

    /**
     * Maps in rows and columns that have names of their own.
     *
     * @param all row by row, as many as there are rows times columns
     * @param says what the legend adds
     */
    public static Figure table(List<One> all, Axis down, Axis across, String says, Frame frame) {
        View view = frame.view();
        double left = Labels.rowRoom(down, view);
        double top = Labels.colRoom(across, 30 * view.textScale(), view);
        double tile = Math.max(
                SMALLEST,
                Math.min(
                        LARGEST,
                        Math.min(
                                (frame.width() - left) / across.size(),
                                (frame.height() - top - legendRoom(view)) / down.size())));
        if (down.size() == 1 && tile < NARROW * view.textScale() && tile < LARGEST) {
            return list(all, says, frame); // one line of many would be a thread: it is broken
        }
        top = Labels.colRoom(across, tile, view);
        Layout layout = new Layout(across.size(), left, top, tile, tile, side(tile));
        List<Mark> marks = new ArrayList<>();
        AxisLayout cols = AxisLayout.window(0, across.size(), left, tile, across.size());
        AxisLayout rows = AxisLayout.window(0, down.size(), top, tile, down.size());
        Labels.cols(marks, across, cols, top, top, Map.of(), view);
        Labels.rows(marks, down, rows, left, left, Map.of(), view);
        return figure(marks, all, layout, rows.end(), says, frame);
    }

    /** The room that such a table needs for tiles of a size: for pictures, which have no window to fit. */
    public static Frame room(Axis down, Axis across, double tile, View view) {
        double width = Labels.rowRoom(down, view) + tile * across.size();
        double height = Labels.colRoom(across, tile, view) + tile * down.size() + legendRoom(view);
        return new Frame(width, height, view);
    }

    /** Maps one after the other, as large as the frame lets them be, with their names below. */
    public static Figure list(List<One> all, String says, Frame frame) {
        View view = frame.view();
        double name = view.labels() ? NAME * view.textScale() : 0;
        double height = frame.height() - legendRoom(view);
        Layout best = new Layout(1, 0, 0, 1, 1, 0);
        for (int across = 1; across <= all.size(); across++) {
            int lines = (all.size() + across - 1) / across;
            double tile =
                    Math.max(SMALLEST, Math.min(LARGEST, Math.min(frame.width() / across, height / lines - name)));
            if (tile >= best.side()) { // of two that are alike the one with fewer lines
                best = new Layout(across, 0, 0, tile, tile + name, tile);
            }
        }
        Layout layout = new Layout(best.across(), 0, 0, best.width(), best.height(), side(best.width()));
        List<Mark> marks = new ArrayList<>();
        for (int place = 0; place < all.size() && name > 0; place++) {
            names(marks, all.get(place), layout, place, view);
        }
        int lines = (all.size() + layout.across() - 1) / layout.across();
        return figure(marks, all, layout, lines * layout.height(), says, frame);
    }

    private static void names(List<Mark> marks, One one, Layout l, int place, View view) {
        double size = Math.max(11, Math.min(11.5, l.width() / 6));
        Lettering.Style style = view.plain(size);
        Lettering.Style strong = view.bold(size);
        double x = l.x(place);
        double y = l.y(place) + l.width() + 8 * view.textScale();
        int ink = view.palette().of(ColourRole.INK);
        marks.add(new Mark.Text(Lettering.fit(one.name(), strong, l.side()), x, y, strong, ink, Mark.Anchor.START, 0));
        if (Lettering.width(one.name(), strong) + 5 + Lettering.width(one.note(), style) <= l.side()) {
            int quiet = view.palette().of(ColourRole.QUIET);
            marks.add(new Mark.Text(one.note(), x + l.side(), y, style, quiet, Mark.Anchor.END, 0));
        }
    }

    private static double side(double tile) {
        return tile - Math.max(1, Math.min(8, tile * 0.12));
    }

    /** All maps share it; their numbers are shares, so that where no other end is chosen it is 1. */
    private static Scale scale(View view) {
        return view.range().scale(1);
    }

    private static double legendRoom(View view) {
        return view.legend() ? LEGEND * view.textScale() : 2;
    }

    private static Figure figure(List<Mark> marks, List<One> all, Layout l, double end, String says, Frame frame) {
        View view = frame.view();
        for (int place = 0; place < all.size(); place++) {
            double x = l.x(place);
            double y = l.y(place) + (l.width() - l.side()) / 2;
            One one = all.get(place);
            map(marks, one.map().get(), x, y, l.side(), one.faint(), view);
        }
        if (view.legend()) {
            double y = end + 14 * view.textScale();
            double right = Math.min(frame.width(), l.left() + LEGEND_BAR * view.textScale());
            Legend.add(marks, scale(view), l.left(), y, right, view);
            Lettering.Style style = view.plain(11.5);
            double x = right + 16;
            String fitted = Lettering.fit(says, style, frame.width() - x);
            int quiet = view.palette().of(ColourRole.QUIET);
            marks.add(new Mark.Text(fitted, x, y + 4.5 + style.drop(), style, quiet, Mark.Anchor.START, 0));
        }
        List<Spot> spots = all.stream().map(One::spot).toList();
        TileArea area = new TileArea(spots, l.across(), l.left(), l.top(), l.width(), l.height());
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    /** One map in a square; one that is not square leaves some of it free. Cells are never smaller than a unit. */
    private static void map(List<Mark> marks, Shares one, double x, double y, double side, boolean faint, View view) {
        Palette palette = view.palette();
        double pitch = side / Math.max(one.rows(), one.cols());
        double width = pitch * one.cols();
        double height = pitch * one.rows();
        int cols = Math.max(1, Math.min(one.cols(), (int) width));
        int rows = Math.max(1, Math.min(one.rows(), (int) height));
        int[] colours = colours(one, rows, cols, view);
        if (faint) {
            int ground = palette.of(ColourRole.CARD);
            Arrays.setAll(colours, cell -> Palette.between(ground, colours[cell], FAINT));
        }
        marks.add(new Mark.Rectangle(
                new Box(x, y, width, height).grown(1),
                0,
                palette.of(ColourRole.FAINT),
                palette.of(ColourRole.EDGE),
                1));
        marks.add(new Mark.Cells(
                AxisLayout.window(0, cols, x, width / cols, cols),
                AxisLayout.window(0, rows, y, height / rows, rows),
                (i, j) -> colours[i * cols + j],
                pitch >= 8 ? 1 : 0));
    }

    /** A colour a cell; where a cell stands for several, that of the strongest. */
    private static int[] colours(Shares one, int rows, int cols, View view) {
        Scale scale = scale(view);
        double[] strongest = new double[rows * cols];
        for (int i = 0; i < one.rows(); i++) {
            int row = (int) ((long) i * rows / one.rows());
            for (int j = 0; j < one.cols(); j++) {
                int cell = row * cols + (int) ((long) j * cols / one.cols());
                strongest[cell] = Math.max(strongest[cell], one.numbers().at(i, j));
            }
        }
        int[] colours = new int[strongest.length];
        for (int cell = 0; cell < colours.length; cell++) {
            colours[cell] = scale.colour(strongest[cell], view.palette());
        }
        return colours;
    }
}
