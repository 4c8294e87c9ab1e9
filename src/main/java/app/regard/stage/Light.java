package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.Highlights;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The marks over a figure of a trace: the focused row, the cell in question and what it came from. */
public final class Light {
    private Light() {}

    /** Marks over a base figure; {@code asked} is the cell whose Why is shown. */
    public static Figure over(Figure base, Trace t, Focus focus, Spot asked, View view) {
        List<Highlights.Glow> glows = new ArrayList<>();
        if (focus.column().isPresent()) {
            int j = focus.column().getAsInt();
            for (Part p : Part.values()) {
                if (p.answers()) {
                    glows.add(new Highlights.Glow(new Spot(p.label(), Spot.LABEL, j), Highlights.Kind.FOCUS));
                }
            }
        } else {
            for (Part p : Part.values()) {
                if (p.asks()) {
                    glows.add(
                            new Highlights.Glow(new Spot(p.label(), focus.query(), Spot.LABEL), Highlights.Kind.FOCUS));
                }
            }
        }
        for (Spot source : Whys.of(t, focus.query(), asked).sources()) {
            glows.add(new Highlights.Glow(source, Highlights.Kind.SOURCE));
        }
        glows.add(new Highlights.Glow(asked, Highlights.Kind.CELL));
        return Highlights.over(base, glows, view);
    }
}
