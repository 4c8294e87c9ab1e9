package app.regard.export.page;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.export.picture.Markup;
import app.regard.export.picture.SvgBrush;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One picture of a page, which may have several versions: what all have in common is drawn once, the rest once a
 * version, of which one is shown.
 */
final class PageFigure {
    /** The same figure in both themes. */
    record Themes(Figure light, Figure dark) {}

    /** A version drawn: its name, what it consists of, and what can be pointed at. */
    private record Version(String name, PageBrush drawn, List<String> hits) {}

    private static final double MARGIN = 3;

    private final List<Version> versions = new ArrayList<>();
    private final List<Version> over = new ArrayList<>();
    private final PageStyles styles;
    private final Map<Spot, String> lit;
    private double width = 1;

    PageFigure(PageStyles styles, Map<Spot, String> lit) {
        this.styles = styles;
        this.lit = lit;
    }

    /** Adds a version under a name: "q3" for the query 3, "c3" for who looks at the key 3, "" for the only one. */
    void add(String name, Themes figure) {
        width = figure.light().width();
        versions.add(version(name, figure, PageHits.of(figure.light().areas(), lit)));
    }

    /** Adds what lies over the picture in a version. */
    void over(String name, Themes figure) {
        over.add(version(name, figure, List.of()));
    }

    private Version version(String name, Themes figure, List<String> hits) {
        return new Version(name, PageBrush.of(figure.light(), figure.dark(), styles), hits);
    }

    /** How wide the drawing is, as a share of the room that the figure was given. */
    private double right() {
        return Math.min(
                width,
                MARGIN
                        + versions.stream()
                                .mapToDouble(v -> v.drawn().right())
                                .max()
                                .orElse(width));
    }

    /**
     * The picture as an SVG element, cut to what is drawn.
     *
     * @param shown the name of the version to show at first
     */
    String markup(String label, String kind, String shown) {
        double bottom =
                versions.stream().mapToDouble(v -> v.drawn().bottom()).max().orElse(1) + MARGIN;
        String box = -MARGIN + " " + -MARGIN + " " + SvgBrush.number(right() + 2 * MARGIN) + " "
                + SvgBrush.number(bottom + MARGIN);
        Markup out = new Markup()
                .open(
                        "svg",
                        "xmlns=http://www.w3.org/2000/svg",
                        "class=" + kind,
                        "viewBox=" + box,
                        "style=--share:" + SvgBrush.number(Math.min(1, (right() + 2 * MARGIN) / width)),
                        "role=img",
                        "aria-label=" + label);
        layer(out, versions, v -> v.drawn().shapes(), shown, "");
        layer(out, versions, v -> v.drawn().texts(), shown, "");
        layer(out, over, v -> v.drawn().shapes(), shown, "over");
        layer(out, over, v -> v.drawn().texts(), shown, "over");
        layer(out, versions, Version::hits, shown, "hits");
        return out.close("svg").toString();
    }

    private static void layer(
            Markup out, List<Version> versions, Function<Version, List<String>> part, String shown, String kind) {
        if (versions.isEmpty()) {
            return;
        }
        Set<String> common = new LinkedHashSet<>(part.apply(versions.get(0)));
        versions.forEach(v -> common.retainAll(new LinkedHashSet<>(part.apply(v))));
        if (!kind.isEmpty()) {
            out.open("g", "class=" + kind);
        }
        common.forEach(out::raw);
        for (Version v : versions) {
            List<String> own =
                    part.apply(v).stream().filter(e -> !common.contains(e)).toList();
            if (!own.isEmpty()) {
                out.open("g", "class=" + (v.name().equals(shown) ? "version on" : "version"), "data-v=" + v.name());
                own.forEach(out::raw);
                out.close("g");
            }
        }
        if (!kind.isEmpty()) {
            out.close("g");
        }
    }
}
