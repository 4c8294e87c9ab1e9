package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Equation;
import app.regard.trace.Trace;
import java.util.List;

/** One of the eight steps: what it is called, how it explains itself, which matrices it shows. */
public interface Stage {
    String title();

    /** What it is called for these numbers, where that is more exact. */
    default String title(Trace t) {
        return title();
    }

    /** A short line for the list of stages: "Q K V 4×3". */
    String shape(Trace t);

    /** In plain words, at most about 300 characters. */
    String plain(Trace t, int query);

    /** As formulas with shapes. */
    String formula(Trace t);

    /** As two or three lines of NumPy that compute just this stage. */
    String code(Trace t);

    /** A line below the matrices, whatever the level of the texts; empty where there is nothing to add. */
    default String below(Trace t) {
        return "";
    }

    /** The matrices and signs in a row. */
    List<Item> items(Trace t, int query, Frame f);

    /** The matrix that the stage leads to. */
    Part result();

    /** Names of the ways to show it; one without a name where there is just one. */
    default List<String> variants(Trace t) {
        return List.of("");
    }

    /** The way that is really shown in a frame, where the one asked for does not fit. */
    default int effective(Trace t, int query, Frame f) {
        return f.variant();
    }

    /** Why the way asked for is not shown, where {@link #effective} says so. */
    default String reason(Trace t) {
        return "";
    }

    /** The width and height in which the first way can show every number; 0 where any size will do. */
    default double[] liked(Trace t, View view) {
        return new double[] {0, 0};
    }

    /** The picture without what depends on the mouse. */
    default Figure base(Trace t, int query, Frame f) {
        return Equation.of(items(t, query, f), f);
    }

    /** The cell that is asked about before anybody points at one: of the focused query, the largest in its row. */
    default Spot start(Trace t, int query) {
        Part part = result();
        return part.largest(t, query, part.asks() ? query : 0);
    }
}
