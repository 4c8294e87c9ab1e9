package app.regard.export.page;

import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.picture.Markup;
import app.regard.stage.AskedPair;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * The part of a page that stays in all stages: the sentence as chips, the map of weights, the focused word's bars, a
 * line a word.
 */
final class PageWeights {
    private static final double NARROW = 350;
    private static final double SIDE = 290;
    private static final double MOST_STRIP = 1200;
    private static final int MOST_BARS = 11;
    private static final double BAR = 23;

    private final Weights w;
    private final Trace t;
    private final PageScene scene;

    PageWeights(Trace t, PageScene scene) {
        this.t = t;
        this.w = t.weights();
        this.scene = scene;
    }

    /** The chips, laid out for a wide and for a narrow page. */
    String strip() {
        Markup out = new Markup();
        String label = "The words. Arrow keys go from word to word.";
        PageScene.figure(out, "strip", label, strip(PageFrames.WIDTH, "wide") + strip(NARROW, "narrow"));
        return out.toString();
    }

    private String strip(double width, String kind) {
        double height = WeightFigures.stripHeight(w, width, MOST_STRIP, View.USUAL);
        PageFigure figure = scene.figure(Map.of());
        versions(
                figure,
                width,
                height,
                (q, column) -> frame -> WeightFigures.strip(w, scene.before(), q, column, AskedPair.NONE, frame));
        return figure.markup("The words of the sentence", kind, scene.shown());
    }

    private interface Painting {
        app.regard.draw.Figure in(Frame frame);
    }

    /** A version for each query, and one for each key that is asked about. */
    private void versions(
            PageFigure figure, double width, double height, BiFunction<Integer, OptionalInt, Painting> of) {
        for (int q = 0; q < scene.queries(); q++) {
            Painting painting = of.apply(q, OptionalInt.empty());
            figure.add("q" + q, scene.themes(view -> painting.in(new Frame(width, height, view))));
        }
        for (int k = 0; k < scene.keys(); k++) {
            Painting painting = of.apply(0, OptionalInt.of(k));
            figure.add("c" + k, scene.themes(view -> painting.in(new Frame(width, height, view))));
        }
    }

    /** The column at the right. */
    String aside() {
        Markup out = new Markup().open("aside", "aria-label=Attention weights");
        out.open("div", "class=map").leaf("h3", "Attention matrix");
        out.open("p", "class=quiet")
                .text("Rows ask (query), columns answer (key).")
                .raw("<br/>")
                .text(Content.provenance(t.in()));
        out.close("p");
        PageScene.figure(out, "heatmap", "Attention matrix. Arrow keys move from cell to cell.", map());
        out.close("div").open("div", "class=bars");
        for (int q = 0; q < scene.queries(); q++) {
            barsHead(out, "q" + q, Words.quoted(w.from().shown(q)) + " attends to", "one row · sum of all weights = 1");
        }
        for (int k = 0; k < scene.keys(); k++) {
            String title = "Who looks at " + Words.quoted(w.to().shown(k));
            barsHead(out, "c" + k, title, "one column: it need not add up to 1");
        }
        PageScene.figure(out, "distribution", "The weights as bars. Arrow keys go from bar to bar.", bars());
        out.close("div")
                .open("div", "class=lines")
                .leaf("h3", "Each word attends most to")
                .open("ul");
        for (int i = 0; i < scene.queries(); i++) {
            Spot strongest = new Spot(Part.WEIGHTS.label(), i, w.strongest(i).get(0));
            out.open("li").open("button", "type=button", "data-s=" + PageHits.name(strongest), "data-q=" + i);
            out.leaf("bdi", Words.brief(w.from().shown(i)))
                    .text(" → ")
                    .leaf("bdi", WeightFigures.strongest(w, i, Words::apart));
            out.close("button").close("li");
        }
        return out.close("ul").close("div").close("aside").toString();
    }

    private void barsHead(Markup out, String version, String title, String text) {
        String kind = version.equals(scene.shown()) ? "version on" : "version";
        out.open("div", "class=" + kind, "data-v=" + version).leaf("h3", title);
        out.leaf("p", text, "class=quiet").close("div");
    }

    private String map() {
        Spot asked = Stages.of(Stages.WEIGHTS).start(t, scene.query());
        PageFigure figure = scene.figure(scene.highlights(asked));
        int words = Math.max(scene.queries(), scene.keys());
        figure.add(
                "",
                scene.themes(view -> scene.marked(
                        f -> WeightFigures.heatMap(w, words, f), new Frame(SIDE, SIDE + 20, view), scene.query())));
        return figure.markup("Attention matrix", "drawing", "");
    }

    private String bars() {
        PageFigure figure = scene.figure(Map.of());
        double height = Math.min(MOST_BARS, Math.max(scene.queries(), scene.keys())) * BAR + 22;
        versions(
                figure,
                SIDE,
                height,
                (q, column) -> frame -> WeightFigures.bars(w, scene.before(), q, column, AskedPair.NONE, frame));
        return figure.markup("Weights as bars", "drawing", scene.shown());
    }
}
