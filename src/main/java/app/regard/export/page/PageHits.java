package app.regard.export.page;

import app.regard.draw.Area;
import app.regard.draw.AxisLayout;
import app.regard.draw.Box;
import app.regard.draw.Spot;
import app.regard.draw.chart.GridArea;
import app.regard.export.picture.Markup;
import app.regard.export.picture.SvgBrush;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places that can be pointed at on a figure, as rectangles without colour that bear their spot's name and are given an
 * outline
 * when they are lit. One group an area, in it one a row, so that the keyboard can go from each to its neighbours.
 */
final class PageHits {
    private PageHits() {}

    /** A spot as the page writes it: "A:3:4". */
    static String name(Spot spot) {
        return spot.matrix() + ":" + spot.row() + ":" + spot.col();
    }

    /**
     * The areas of a figure.
     *
     * @param lit which spots are lit at first, and by which class
     */
    static List<String> of(List<Area> areas, Map<Spot, String> lit) {
        List<String> groups = new ArrayList<>();
        Markup places = new Markup();
        for (Area area : areas) {
            if (area instanceof GridArea grid) {
                groups.add(grid(grid, lit));
            } else {
                area.first().ifPresent(s -> area.boxOf(s)
                        .ifPresent(
                                box -> rectangle(places, "data-s", s, box, s.isCell() ? lit.getOrDefault(s, "") : "")));
            }
        }
        if (!places.toString().isEmpty()) {
            Markup list = new Markup().open("g", "data-list=list").open("g");
            groups.add(list.raw(places.toString()).close("g").close("g").toString());
        }
        return groups;
    }

    private static String grid(GridArea area, Map<Spot, String> lit) {
        Markup rows = new Markup();
        AxisLayout across = area.cols();
        AxisLayout down = area.rows();
        double beside = across.start() - (across.start() - area.left()) / 2;
        double above = down.start() - (down.start() - area.top()) / 2;
        for (int r = -1; r < down.size(); r++) {
            double y = r < 0 ? above : down.at(r) + down.size(r) / 2;
            rows.open("g");
            for (int c = -1; c < across.size(); c++) {
                double x = c < 0 ? beside : across.at(c) + across.size(c) / 2;
                boolean label = r < 0 || c < 0; // where labels have no room, a cell lies there
                Optional<Spot> found = area.spotAt(x, y).filter(s -> s.isCell() != label);
                if (found.isEmpty()) {
                    rows.empty("g"); // keeps the place, so that columns can be counted
                    continue;
                }
                Spot spot = found.get();
                String kind = spot.isCell() ? lit.getOrDefault(spot, "") : "";
                area.boxOf(spot).ifPresent(box -> rectangle(rows, "data-s", spot, box, kind));
            }
            rows.close("g");
        }
        double small = Math.min(across.pitch(), down.pitch());
        String corners = small > 13 ? "r" + Math.round(Math.min(6, small / 7)) : small < 6 ? "tiny" : "r0";
        return new Markup()
                .open("g", "class=" + corners)
                .open("g", "class=across")
                .raw(across(area, lit))
                .close("g")
                .open("g", "data-m=" + area.matrix())
                .raw(rows.toString())
                .close("g")
                .close("g")
                .toString();
    }

    /** Whole rows and columns, which are outlined as one; also of a matrix whose labels stand at another. */
    private static String across(GridArea area, Map<Spot, String> lit) {
        Set<Spot> labels = new LinkedHashSet<>();
        AxisLayout cols = area.cols();
        AxisLayout rows = area.rows();
        for (int r = 0; r < rows.size(); r++) {
            double y = rows.at(r) + rows.size(r) / 2;
            for (int c = 0; c < cols.size(); c++) {
                area.spotAt(cols.at(c) + cols.size(c) / 2, y).ifPresent(cell -> {
                    labels.add(new Spot(cell.matrix(), cell.row(), Spot.LABEL));
                    labels.add(new Spot(cell.matrix(), Spot.LABEL, cell.col()));
                });
            }
        }
        Markup lines = new Markup();
        for (Spot label : labels) {
            String kind = lit.getOrDefault(label, "");
            area.across(label).ifPresent(box -> rectangle(lines, "data-x", label, box, kind));
        }
        return lines.toString();
    }

    private static void rectangle(Markup to, String name, Spot spot, Box box, String lit) {
        List<String> attributes = new ArrayList<>(List.of(name + "=" + name(spot)));
        if (!lit.isEmpty()) {
            attributes.add("class=" + lit);
        }
        attributes.addAll(SvgBrush.place(box));
        to.empty("rect", attributes.toArray(String[]::new));
    }
}
