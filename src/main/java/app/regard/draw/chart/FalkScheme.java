package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Axis;
import app.regard.draw.AxisLayout;
import app.regard.draw.CellText;
import app.regard.draw.Cells;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Products of one matrix with several others in Falk's scheme: the matrix at the left once, what multiplies it above, and
 * each product where the rows of the one meet the columns of the other.
 *
 * @param left the matrix that all products share
 * @param products what multiplies it, and what comes of that, from left to right
 */
public record FalkScheme(Table left, List<Product> products) {
    private static final double TITLE = 22;
    private static final double GAP = 16;
    private static final double FRAME = 5;
    private static final double WIDEST_CELL = 70;
    private static final double TALLEST_CELL = 60;
    private static final double LEAST_CELL = 3;

    /** One factor, what is added to its product, if anything is, and the result. */
    public record Product(List<Table> above, Table result) {}

    /** Lays the scheme out in a frame. */
    public Figure figure(Frame frame) {
        View view = frame.view();
        double text = view.textScale();
        double labels = Labels.rowRoom(left.rows(), view);
        List<Table> tops = products.get(0).above();
        double names = Labels.rowRoom(tops.get(0).rows(), view);
        double columns = left.cols().size()
                + products.stream().mapToInt(p -> p.result().cols().size()).sum();
        double gaps = names + GAP + (products.size() - 1) * GAP + FRAME;
        double pitch = Math.max(LEAST_CELL, Math.min(WIDEST_CELL * text, (frame.width() - labels - gaps) / columns));
        double header = products.stream()
                .mapToDouble(p -> Labels.colRoom(p.result().cols(), pitch, view))
                .max()
                .orElse(0);
        double below = Math.max(header, Labels.colRoom(left.cols(), pitch, view));
        double between = TITLE * text + 2 + below;
        int above = tops.stream().mapToInt(t -> t.rows().size()).sum();
        int rows = above + left.rows().size();
        double fixed = TITLE * text + header + between + (tops.size() - 1) * 4 + FRAME;
        double high = Math.max(LEAST_CELL, Math.min(TALLEST_CELL * text, (frame.height() - fixed) / rows));
        double middle = TITLE * text + header + above * high + (tops.size() - 1) * 4 + between;
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        add(marks, areas, frame.scaled(left), labels, pitch, middle, high, labels, below, view);
        double x = labels + left.cols().size() * pitch + names + GAP;
        for (Product product : products) {
            double y = TITLE * text + header;
            double room = areas.size() == 1 ? names : 0;
            for (int f = 0; f < product.above().size(); f++) {
                Table factor = frame.scaled(product.above().get(f));
                add(marks, areas, factor, x, pitch, y, high, room, f == 0 ? header : 0, view);
                y += factor.rows().size() * high + 4;
            }
            add(marks, areas, frame.scaled(product.result()), x, pitch, middle, high, 0, below, view);
            x += product.result().cols().size() * pitch + GAP;
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    /** The size in which every number of such a scheme can be read. */
    public double[] room(View view) {
        List<Table> all = Stream.concat(
                        Stream.of(left),
                        products.stream().flatMap(p -> Stream.concat(p.above().stream(), Stream.of(p.result()))))
                .toList();
        double pitch = all.stream()
                .mapToDouble(t -> CellText.room(t, view, 12) + 7)
                .max()
                .orElse(40);
        double columns = left.cols().size()
                + products.stream().mapToInt(p -> p.result().cols().size()).sum();
        double rows = left.rows().size()
                + products.get(0).above().stream()
                        .mapToInt(t -> t.rows().size())
                        .sum();
        return new double[] {200 + columns * pitch, 160 * view.textScale() + rows * 22 * view.textScale()};
    }

    private static void add(
            List<Mark> marks,
            List<Area> areas,
            Table table,
            double x,
            double pitch,
            double y,
            double high,
            double labels,
            double header,
            View view) {
        AxisLayout cols =
                AxisLayout.window(0, table.cols().size(), x, pitch, table.cols().size());
        AxisLayout rows =
                AxisLayout.window(0, table.rows().size(), y, high, table.rows().size());
        boolean number = CellText.style(table, pitch, high, view).size() > 0;
        boolean coloured = table.result() || !number;
        Table named = new Table(
                table.matrix(),
                table.turned(),
                table.title(),
                table.tone(),
                table.rows(),
                header > 0 ? table.cols() : nameless(table.cols()),
                table.numbers(),
                table.scale(),
                table.result(),
                labels > 0);
        GridArea area = new GridArea(named, coloured, cols, rows, x - labels, y - header);
        Lettering.Style bold = view.bold(13);
        if (!table.title().isEmpty()) {
            double middle = Math.max(x + cols.length() / 2, x + Lettering.width(table.title(), bold) / 2 - labels);
            Labels.title(
                    marks,
                    table.title(),
                    middle,
                    y - header - 7 * view.textScale(),
                    bold,
                    view.palette().of(table.tone()));
        }
        marks.addAll(area.labels(Map.of(), view));
        Cells.add(marks, named, cols, rows, view, coloured);
        areas.add(area);
    }

    private static Axis nameless(Axis axis) {
        return new Axis(axis.name(), Collections.nCopies(axis.size(), ""));
    }

    /** Whether it shows every number in a frame. */
    public boolean shows(Frame frame) {
        return figure(frame).areas().stream()
                .map(GridArea.class::cast)
                .allMatch(g -> CellText.tells(g.table(), g.cols(), g.rows(), frame.view())
                        && g.cols().end() <= frame.width()
                        && g.rows().end() <= frame.height());
    }
}
