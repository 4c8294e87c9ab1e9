package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Mark;
import app.regard.draw.View;
import java.util.List;

/**
 * The arcs from the focused word's chip to the others, as thick as the weights are.
 *
 * @param from the focused word's chip
 * @param longest the largest distance between it and another chip
 * @param answers whether the arcs run towards the focused word
 */
record WordArcs(Box from, double longest, boolean answers, View view) {
    /** How thick an arc is for all of the weight. */
    private static final double THICK = 9;

    private static final double LEAST = 0.8;

    /** How thick the arc of the asked pair is at least. */
    private static final double LEAST_ASKED = 2.5;

    /** Arcs of smaller weights are not drawn. */
    private static final double LEAST_WEIGHT = 0.0005;

    /** How much lower the arcs from before lie, so that both are seen. */
    private static final double BELOW = 14;

    /** Adds the arc to a word, and below it the one from before. */
    void add(List<Mark> marks, Box to, WordStrip.Word word, boolean asked) {
        double share = word.share();
        if (word.was() > LEAST_WEIGHT) {
            int grey = view.palette().of(ColourRole.STRONG_EDGE, 0.5);
            marks.add(curve(to, grey, Math.max(LEAST, THICK * word.was()), BELOW));
        }
        if (share > LEAST_WEIGHT || asked) {
            int colour = asked
                    ? view.palette().of(ColourRole.ASK)
                    : view.palette()
                            .of(answers ? ColourRole.KEY : ColourRole.QUERY, 0.3 + 0.6 * Math.min(1, share * 1.5));
            marks.add(curve(to, colour, Math.max(asked ? LEAST_ASKED : LEAST, THICK * share), 0));
        }
    }

    /** A curve to another word, or a loop to the focused one itself. */
    private Mark.Curve curve(Box to, int colour, double thick, double lower) {
        double scale = view.textScale();
        double width = thick * scale;
        double foot = from.y() - 1;
        if (to.equals(from)) {
            double r = (30 - lower / 2) * scale; // a petal: a loop with upright sides would look like a padlock
            double up = foot - (42 - lower) * scale;
            double c = from.centreX();
            return new Mark.Curve(c, foot, c - r, up, c + r, up, c, foot, colour, Math.min(width, 3.5 * scale));
        }
        double side = Math.signum(to.centreX() - from.centreX());
        double start = from.centreX() + side * Math.min(from.width() / 4, 10);
        double distance = Math.abs(to.centreX() - from.centreX()) / longest;
        double rise = foot - (26 - lower + 52 * Math.sqrt(distance)) * scale;
        double lean = (to.centreX() - start) * 0.22;
        return new Mark.Curve(
                start, foot, start + lean, rise, to.centreX() - lean, rise, to.centreX(), foot, colour, width);
    }
}
