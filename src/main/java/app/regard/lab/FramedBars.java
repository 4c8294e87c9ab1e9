package app.regard.lab;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import java.util.List;
import java.util.function.Function;

/** Bars whose row is framed where it is asked about: the frame goes around its name and its number, not through them. */
final class FramedBars {
    /** Room for what is drawn around a bar. */
    private static final double RING = 7;

    /** Room for the stroke of a frame. */
    private static final double EDGE = 2;

    private FramedBars() {}

    /** @param bars draws them into the room that is left of the frame */
    static Figure of(Frame frame, Function<Frame, Figure> bars) {
        Figure drawn = bars.apply(frame.withSize(frame.width() - 2 * RING, frame.height() - 2 * RING));
        List<Area> rows = drawn.areas().stream()
                .map(area -> area instanceof Area.Place bar
                        ? new Area.Place(bar.spot(), row(bar.box(), frame.width()))
                        : area.moved(RING, RING))
                .toList();
        Figure marks = new Figure(drawn.width(), drawn.height(), drawn.marks(), List.of());
        return new Figure(frame.width(), frame.height(), List.of(), rows).with(marks, RING, RING);
    }

    private static Box row(Box bar, double width) {
        return new Box(EDGE, bar.y() + RING, width - 2 * EDGE, bar.height());
    }
}
