package app.regard.draw;

import java.util.List;

/**
 * Points on a plane in two kinds, with an arrow from each point of the first kind to its partner of the second.
 *
 * @param title what stands above it
 * @param across what the axis to the right shows
 * @param up what the axis upwards shows
 * @param from the points of the first kind
 * @param to the points of the second kind; where there are as many as of the first, arrows join them
 * @param arrows whether arrows join partners
 * @param fromName what a point of the first kind is, for a key
 * @param toName what a point of the second kind is
 */
public record Scatter(
        String title,
        String across,
        String up,
        List<Point> from,
        List<Point> to,
        boolean arrows,
        ColourRole fromTone,
        ColourRole toTone,
        String fromName,
        String toName) {
    /** A named point that stands for a spot. */
    public record Point(Spot spot, String label, double x, double y) {}

    public Scatter {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
