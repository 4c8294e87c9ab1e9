package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.AxisLayout;
import app.regard.draw.Box;
import app.regard.draw.CellText;
import app.regard.draw.Cells;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matrices and signs in a row, as one writes an equation: matrices that share an axis keep their rows level and scroll
 * together; the result gets room first; what does not fit as numbers becomes colour, then leaves out its middle.
 */
public final class Equation {
    private static final double TITLE = 22;
    private static final double SIGN = 26;
    private static final double MOST_SPREAD = 60;
    private static final double LEAST_NAMES = 46;

    /** Where names would leave less for the cells below them, none is drawn, and no room is kept for any. */
    private static final double LEAST_CELLS = 36;

    /** Between titles and cells where no name has room. */
    private static final double UNNAMED = 4;

    private static final double SPACE = 10;
    private static final double WIDEST_CELL = 150;
    private static final double TALLEST_CELL = 46;

    /** Cells may be so much higher than wide. */
    private static final double SLENDER = 2;

    private static final double NARROWEST = 2.5;
    private static final double FLATTEST = 2.6;

    /** Room below the last row for the frame around it. */
    private static final double FRAME = 5;

    private final List<Item> items;
    private final Frame frame;
    private final View view;
    private final List<Table> tables = new ArrayList<>();
    private Map<Table, Double> colPitch = Map.of();
    private final Map<String, Double> rowPitch = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();

    private Equation(List<Item> items, Frame frame) {
        this.items = items.stream()
                .map(item -> item instanceof Table table ? frame.scaled(table) : item)
                .toList();
        this.frame = frame;
        this.view = frame.view();
        this.items.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(tables::add);
    }

    /** Lays the items out in the frame. */
    public static Figure of(List<Item> items, Frame frame) {
        Equation e = new Equation(items, frame);
        double points = e.pointsRoom();
        double header = TITLE * e.view.textScale() + 20;
        double overhang = 0;
        for (int round = 0; round < 3; round++) { // tilted labels take height, and height decides who tilts
            e.chooseRows(header);
            overhang = e.overhang(header);
            e.colPitch = e.columnPitches(points, overhang);
            header = e.header();
        }
        if (e.overhang(header) > overhang) { // columns that grew wide enough for flatter names have no room for these
            e.colPitch = e.columnPitches(points, e.overhang(header));
            header = e.header();
        }
        e.chooseRows(header);
        e.draw(header, points);
        return new Figure(frame.width(), frame.height(), e.marks, e.areas);
    }

    /** How much room titles and the names of columns take above the cells. */
    public static double header(List<Item> items, Frame frame) {
        Equation e = new Equation(items, frame);
        double header = TITLE * e.view.textScale() + 20;
        e.chooseRows(header);
        e.colPitch = e.columnPitches(e.pointsRoom(), e.overhang(header));
        return e.header();
    }

    private double pointsRoom() {
        boolean any = items.stream().anyMatch(Item.Points.class::isInstance);
        return any ? Math.max(200, Math.min(frame.height(), frame.width() * 0.4)) : 0;
    }

    /** In a large frame cells may be larger. */
    private double cellScale() {
        return Math.max(view.textScale(), Math.min(1.6, Math.min(frame.width() / 700, frame.height() / 330)));
    }

    private double rows(Table t) {
        return rowPitch.getOrDefault(t.rows().name(), 1.0);
    }

    private void chooseRows(double header) {
        double room = frame.height() - header - FRAME;
        double widest = colPitch.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        rowPitch.clear();
        for (Table t : tables) {
            double pitch = Math.min(
                    Math.max(TALLEST_CELL * cellScale(), SLENDER * widest),
                    Math.max(FLATTEST, room / Math.max(1, t.rows().size())));
            rowPitch.merge(t.rows().name(), pitch, Math::min);
        }
    }

    private Map<Table, Double> columnPitches(double points, double overhang) {
        return ColumnFit.of(tables, cellsRoom(points, overhang), WIDEST_CELL * cellScale(), view, this::rows);
    }

    private double cellsRoom(double points, double overhang) {
        double fixed = points > 0 ? points + 24 : 0;
        for (Item item : items) {
            fixed += item instanceof Table t ? labelRoom(t) + SPACE : item instanceof Item.Sign s ? sign(s) : 0;
        }
        return Math.max(60, frame.width() - fixed - overhang + SPACE);
    }

    /** How far the names of the last table reach to the right of it, or its frame. */
    private double overhang(double header) {
        double names = header - TITLE * view.textScale();
        double reach =
                tables.isEmpty() ? 0 : Labels.overhang(last().cols(), colPitch.getOrDefault(last(), 20.0), names, view);
        return Math.max(FRAME, reach);
    }

    private Table last() {
        return tables.get(tables.size() - 1);
    }

    private double labelRoom(Table t) {
        return t.rowLabels() ? Labels.rowRoom(t.rows(), view) : 0;
    }

    private double header() {
        double deepest = 0;
        double level = 0;
        double least = 0;
        for (Table t : tables) {
            double pitch = colPitch.getOrDefault(t, 1.0);
            double room = Labels.colRoom(t.cols(), pitch, view);
            deepest = Math.max(deepest, room);
            least = Math.max(least, Labels.leastColRoom(t.cols(), pitch, view));
            level = Labels.level(t.cols(), pitch, view) ? Math.max(level, room) : level;
        }
        double text = view.textScale();
        double title = TITLE * text;
        boolean none = least > level && frame.height() - title - least - FRAME < LEAST_CELLS * text;
        double few = Math.max(least, Math.min(LEAST_NAMES * text, frame.height() * 0.3));
        double names = Math.min(deepest, Math.max(few, frame.height() * 0.24));
        return title + (none ? Math.max(level, UNNAMED * text) : names);
    }

    private void draw(double header, double points) {
        double natural = 0;
        int signs = 0;
        List<AxisLayout> fitted = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Table t) {
                AxisLayout slots = columns(t);
                fitted.add(slots);
                natural += labelRoom(t) + slots.length() + SPACE;
            }
            if (item instanceof Item.Sign s) {
                natural += sign(s);
                signs++;
            }
        }
        double spare = frame.width() - natural + SPACE - (points > 0 ? points + 24 : 0) - overhang(header);
        double spread = signs > 0 ? Math.max(0, Math.min(MOST_SPREAD, spare / signs)) : 0;
        double x = 0;
        int next = 0;
        double tallest = tables.stream()
                .mapToDouble(t -> rowSlots(t, header).length())
                .max()
                .orElse(0);
        for (Item item : items) {
            if (item instanceof Table t) {
                x += labelRoom(t);
                AxisLayout cols = fitted.get(next++).from(x);
                table(t, cols, rowSlots(t, header));
                x = cols.end() + SPACE;
            } else if (item instanceof Item.Sign s) {
                double sign = sign(s) + spread;
                sign(s, x - SPACE / 2 + sign / 2, header + Math.min(tallest, frame.height() - header) / 2);
                x += sign;
            } else if (item instanceof Item.Points p) {
                double left = Math.max(x + 24, frame.width() - Math.max(points, Math.min(560, frame.width() - x - 24)));
                double height = Math.min(frame.height(), Math.max(240, frame.width() - left));
                ScatterPainter painter =
                        new ScatterPainter(p.scatter(), new Box(left, 0, frame.width() - left - 1, height), view);
                marks.addAll(painter.marks());
                areas.addAll(painter.areas());
            }
        }
    }

    private AxisLayout columns(Table t) {
        double pitch = colPitch.getOrDefault(t, 1.0);
        int count = t.cols().size();
        return AxisLayout.fit(
                count,
                0,
                pitch * count + 0.001,
                NARROWEST,
                Math.max(NARROWEST, pitch) + 0.001,
                frame.first(t.cols().name()));
    }

    private AxisLayout rowSlots(Table t, double header) {
        double pitch = rows(t);
        return AxisLayout.fit(
                t.rows().size(),
                header,
                frame.height() - header,
                FLATTEST,
                pitch,
                frame.first(t.rows().name()));
    }

    private void table(Table t, AxisLayout cols, AxisLayout rows) {
        Palette palette = view.palette();
        double title = TITLE * view.textScale();
        double labels = labelRoom(t);
        Lettering.Style bold = view.bold(13.5);
        String name = name(t, bold, labels + cols.length() + SIGN);
        double half = Lettering.width(name, bold) / 2;
        double middle = Math.min(
                frame.width() - half, Math.max(cols.start() - labels + half, cols.start() + cols.length() / 2));
        Labels.title(marks, name, middle, title - 7 * view.textScale(), bold, palette.of(t.tone()));
        boolean number = CellText.style(t, cols.pitch(), rows.pitch(), view).size() > 0;
        boolean coloured = t.result() || !number;
        GridArea area = new GridArea(t, coloured, cols, rows, cols.start() - labels, title);
        marks.addAll(area.labels(Map.of(), view));
        Cells.add(marks, t, cols, rows, view, coloured);
        areas.add(area);
    }

    /** The title, without the shape where both have no room. */
    private static String name(Table t, Lettering.Style style, double room) {
        int shape = t.title().lastIndexOf(' ');
        boolean fits = shape < 0 || Lettering.width(t.title(), style) <= room;
        return fits || t.title().indexOf('×', shape) < 0 ? t.title() : t.title().substring(0, shape);
    }

    private double sign(Item.Sign s) {
        double under = Lettering.width(s.under(), view.plain(11));
        return Math.max(SIGN, Math.max(under, Lettering.width(s.text(), style(s))) + SPACE);
    }

    private Lettering.Style style(Item.Sign s) {
        return view.plain(s.text().length() > 3 ? 13 : 19);
    }

    private void sign(Item.Sign s, double x, double y) {
        Palette palette = view.palette();
        Lettering.Style style = style(s);
        marks.add(new Mark.Text(
                s.text(), x, y + style.drop(), style, palette.of(ColourRole.QUIET), Mark.Anchor.MIDDLE, 0));
        if (!s.under().isEmpty()) {
            Lettering.Style small = view.plain(11);
            marks.add(new Mark.Text(
                    s.under(),
                    x,
                    y + style.drop() + 17 * view.textScale(),
                    small,
                    palette.of(ColourRole.QUIET),
                    Mark.Anchor.MIDDLE,
                    0));
        }
    }
}
