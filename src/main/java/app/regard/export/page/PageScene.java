package app.regard.export.page;

import app.regard.draw.Area;
import app.regard.draw.Figure;
import app.regard.draw.Formula;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.export.picture.Markup;
import app.regard.stage.Content;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.Unusual;
import app.regard.stage.Why;
import app.regard.stage.Whys;
import app.regard.stage.vectors.AskedVectors;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One trace on a page: the list of stages, the eight stages, what stays beside them, and what can be asked. */
final class PageScene {
    private final Trace t;
    private final Optional<Content> seen;
    private final int stage;
    private final int query;
    private final PageStyles styles;
    private final View look;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    /**
     * @param card what it shows, with the stage that is open and the query that is focused at first
     */
    PageScene(Page.Card card, PageStyles styles, View look) {
        t = Objects.requireNonNull(card.trace());
        seen = Optional.ofNullable(card.seen());
        stage = card.stage();
        query = card.query();
        this.styles = styles;
        this.look = look;
    }

    /** A figure of the trace, with marks on numbers that are the reader's own, or other than before. */
    Figure marked(Function<Frame, Figure> paint, Frame frame, int focused) {
        Figure figure = paint.apply(seen.map(c -> c.coloured(frame, focused)).orElse(frame));
        return seen.map(c -> c.marked(figure, focused, frame.view())).orElse(figure);
    }

    /** The weights that they are compared with, or null. */
    @Nullable
    Weights before() {
        return seen.flatMap(Content::weightsBefore).orElse(null);
    }

    int queries() {
        return t.weights().from().size();
    }

    private Why why(int focused, Spot cell) {
        return seen.map(c -> c.why(focused, cell)).orElseGet(() -> Whys.of(t, focused, cell));
    }

    int query() {
        return query;
    }

    int keys() {
        return t.weights().to().size();
    }

    /** A figure in both themes; what can be pointed at on it is remembered, for its cells will be asked about. */
    PageFigure.Themes themes(Function<View, Figure> paint) {
        Figure light = paint.apply(look.withTheme(Theme.LIGHT));
        for (Area area : light.areas()) {
            if (area instanceof GridArea grid) {
                Part.named(grid.matrix()).ifPresent(parts::add);
            }
        }
        return new PageFigure.Themes(light, paint.apply(look.withTheme(Theme.DARK)));
    }

    PageFigure figure(Map<Spot, String> lit) {
        return new PageFigure(styles, lit);
    }

    /** What is lit at first where a cell is asked about. */
    Map<Spot, String> highlights(Spot asked) {
        Map<Spot, String> lit = new HashMap<>();
        Stream.of(Part.values())
                .filter(Part::asks)
                .forEach(p -> lit.put(new Spot(p.label(), query, Spot.LABEL), "focus"));
        Highlighter.sources(Whys.of(t, query, asked)).forEach(s -> lit.put(s, "source"));
        lit.put(asked, "cell");
        return lit;
    }

    /** The name of the version that shows the focused query. */
    String shown() {
        return "q" + query;
    }

    String markup(String id, boolean here) {
        Markup out = new Markup().open("section", "class=" + (here ? "scene here" : "scene"), "id=" + id);
        rail(out);
        out.open("div", "class=middle").raw(new PageWeights(t, this).strip());
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            stage(out, number);
        }
        out.open("div", "class=why dock", "role=status", "aria-live=polite", "aria-label=Why")
                .raw("<p class=\"asked\"><span class=\"question\"></span> <b class=\"about\"></b></p>")
                .raw("<p class=\"arithmetic\"></p><p class=\"note\"></p>")
                .close("div")
                .close("div");
        out.raw(new PageWeights(t, this).aside());
        out.open("script", "type=application/json")
                .raw(PageData.of(t, this::why, parts, look.decimals()))
                .close("script");
        return out.close("section").toString();
    }

    private void rail(Markup out) {
        out.open("nav", "class=rail", "aria-label=The eight stages");
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            Stage one = Stages.of(number);
            out.open("button", "type=button", "data-stage=" + Integer.toString(number), "title=" + one.title());
            out.leaf("span", Integer.toString(number), "class=number");
            out.leaf("span", one.title(), "class=name");
            out.leaf("span", one.shape(t), "class=shape").close("button");
        }
        out.close("nav");
    }

    private void stage(Markup out, int number) {
        Stage one = Stages.of(number);
        String open = number == stage ? "stage here" : "stage";
        out.open("section", "class=" + open, "data-stage=" + Integer.toString(number), "aria-label=" + one.title());
        out.open("div", "class=head").open("div", "class=named").leaf("h3", one.title());
        out.open("p", "class=step").text(number + " / " + Stages.ALL.size());
        seen.map(Content::chips).orElseGet(() -> Unusual.of(t.in())).forEach(said -> out.text(" ")
                .leaf("span", said, "class=chip"));
        out.close("p").raw(LEVELS).close("div");
        out.open("div", "class=texts");
        plain(out, one);
        out.raw(PageFormula.markup(Formula.of(one.formula(t))));
        out.leaf("pre", one.code(t), "class=code").close("div").close("div");
        out.open("div", "class=body");
        ways(out, one);
        Why why = why(query, one.start(t, query));
        out.open("div", "class=why told").open("p", "class=asked");
        out.text(PageData.question(why, look.decimals()) + " ")
                .leaf("b", why.about())
                .close("p");
        out.leaf("p", PageData.formula(why, look.decimals()), "class=arithmetic");
        if (!why.note().isEmpty()) {
            out.leaf("p", why.note(), "class=note");
        }
        out.close("div").close("div").close("section");
    }

    private static final String LEVELS = Stream.of("Plain", "Formula", "Code")
            .map(level -> new Markup()
                    .leaf("button", level, "type=button", "data-level=" + level.toLowerCase(Locale.ROOT))
                    .toString())
            .reduce("<div class=\"segments levels\" role=\"group\" aria-label=\"Explain in\">", String::concat)
            .concat("</div>");

    /** The plain text, once a query where it names it. */
    private void plain(Markup out, Stage one) {
        boolean named = queries() > 1 && !one.plain(t, 0).equals(one.plain(t, 1));
        for (int q = 0; q < (named ? queries() : 1); q++) {
            String kind = named ? (q == query ? "plain version on" : "plain version") : "plain";
            String version = "data-v=q" + q;
            out.leaf(
                    "p",
                    one.plain(t, q),
                    named ? new String[] {"class=" + kind, version} : new String[] {"class=" + kind});
        }
    }

    /** The ways to show a stage: one figure each, of which one is seen. */
    private void ways(Markup out, Stage one) {
        List<String> names = one.variants(t);
        PageFrames frames = new PageFrames(t, one);
        int first = frames.first();
        if (names.size() > 1) {
            out.open("div", "class=segments ways", "role=group", "aria-label=Show");
            for (int way = first; way < names.size(); way++) {
                String chosen = way == first ? "true" : "false";
                out.leaf(
                        "button",
                        names.get(way),
                        "type=button",
                        "data-way=" + names.get(way),
                        "aria-pressed=" + chosen);
            }
            out.close("div");
        }
        for (int way = first; way < names.size(); way++) {
            String rest =
                    first == 0 ? "way spare" : "way"; // where the first shows all, a reader without script has all
            out.open("div", "class=" + (way == first ? "way on" : rest), "data-way=" + names.get(way));
            String keys = "Arrow keys move from cell to cell.";
            String label = one.title() + " " + names.get(way) + ". " + keys;
            List<Figure> light = pulled(one, frames, way, Theme.LIGHT);
            double below = light.isEmpty() ? 0 : light.get(0).height() + PageFrames.GAP;
            figure(
                    out,
                    "matrices",
                    label,
                    matrices(one, frames.without(below), way) + vectors(one, frames, way, light));
            out.close("div");
        }
        if (!one.below(t).isEmpty()) {
            out.leaf("p", one.below(t), "class=reading");
        }
    }

    /** A figure that the keyboard can enter. */
    static void figure(Markup out, String kind, String label, String drawing) {
        out.open("div", "class=figure " + kind, "tabindex=0", "role=application", "aria-label=" + label);
        out.raw(drawing).close("div");
    }

    private String matrices(Stage one, PageFrames frames, int way) {
        PageFigure figure = figure(highlights(one.start(t, query)));
        boolean follows = one.result().followsQuery();
        for (int q = 0; q < (follows ? queries() : 1); q++) {
            int focused = q;
            figure.add(
                    follows ? "q" + q : "",
                    themes(view -> marked(f -> one.base(t, focused, f), frames.of(way, view), focused)));
        }
        if (t.in().self() && one.result() == Part.OUTPUTS) {
            for (int q = 0; q < queries(); q++) {
                int focused = q;
                figure.over("q" + q, themes(view -> {
                    Figure base = one.base(t, focused, frames.of(way, view));
                    return Highlighter.joined(base, t, focused, view);
                }));
            }
        }
        return figure.markup(one.title(), "drawing", shown());
    }

    /** The numbers that make the cell each query asks about first, where the matrices are too narrow to show theirs. */
    private List<Figure> pulled(Stage one, PageFrames frames, int way, Theme theme) {
        return AskedVectors.first(one, t, frames.of(way, look.withTheme(theme)), PageFrames.MOST_PULLED);
    }

    private String vectors(Stage one, PageFrames frames, int way, List<Figure> light) {
        List<Figure> dark = light.isEmpty() ? light : pulled(one, frames, way, Theme.DARK);
        PageFigure figure = figure(highlights(one.start(t, query)));
        for (int q = 0; q < light.size(); q++) {
            figure.add("q" + q, new PageFigure.Themes(light.get(q), dark.get(q)));
        }
        return light.isEmpty() ? "" : figure.markup(one.title() + ", the numbers of a cell", "vectors", shown());
    }
}
