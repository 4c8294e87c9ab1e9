package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.trace.Trace;
import java.util.HashMap;
import java.util.Map;

/**
 * All that decides the picture, as one value, so that no view ever sees a new trace with an old focus.
 *
 * @param trace the last trace that could be computed: it stays while the sentence is empty or refused
 * @param scroll by axis, which row or column comes first where not all fit
 * @param variants by stage, which of its ways is shown
 * @param span how many words the heat map shows: fewer than there are is a zoom
 */
record Shown(
        Trace trace, Focus focus, View view, Map<String, Integer> scroll, Map<Integer, Integer> variants, int span) {
    Shown {
        scroll = Map.copyOf(scroll);
        variants = Map.copyOf(variants);
    }

    Stage stage() {
        return Stages.of(focus.stage());
    }

    /** The way in which the present stage is shown. */
    int variant() {
        return variants.getOrDefault(focus.stage(), 0);
    }

    /** The cell whose Why is shown: the one pointed at, else the stage's own. */
    Spot asked() {
        Spot hover = focus.hover();
        return hover != null && hover.isCell() && Part.named(hover.matrix()).isPresent()
                ? hover
                : stage().start(trace, focus.query());
    }

    /** How many queries or keys there are, whichever are more. */
    int words() {
        return Math.max(trace.weights().from().size(), trace.weights().to().size());
    }

    Shown with(Trace newTrace, Focus newFocus) {
        return new Shown(newTrace, newFocus, view, scroll, variants, Integer.MAX_VALUE);
    }

    Shown with(Focus newFocus) {
        return new Shown(trace, newFocus, view, scroll, variants, span);
    }

    Shown with(View newView) {
        return new Shown(trace, focus, newView, scroll, variants, span);
    }

    Shown withSpan(int newSpan) {
        return new Shown(trace, focus, view, scroll, variants, newSpan);
    }

    Shown withVariant(int variant) {
        Map<Integer, Integer> changed = new HashMap<>(variants);
        changed.put(focus.stage(), variant);
        return new Shown(trace, focus.withHover(null), view, scroll, changed, span);
    }

    Shown withScroll(String axis, int first) {
        Map<String, Integer> changed = new HashMap<>(scroll);
        changed.put(axis, Math.max(0, first));
        return new Shown(trace, focus, view, changed, variants, span);
    }

    Shown unscrolled() {
        return new Shown(trace, focus, view, Map.of(), variants, Integer.MAX_VALUE);
    }
}
