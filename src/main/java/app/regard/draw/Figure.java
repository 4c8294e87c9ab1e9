package app.regard.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something drawn: marks on a sheet of a size, and what can be pointed at on it.
 *
 * @param areas what can be pointed at; the first that answers wins
 */
public record Figure(double width, double height, List<Mark> marks, List<Area> areas) {
    public Figure {
        marks = List.copyOf(marks);
        areas = List.copyOf(areas);
    }

    /** Draws every mark in order. */
    public void on(Brush brush) {
        for (Mark mark : marks) {
            mark.on(brush);
        }
    }

    public Optional<Spot> spotAt(double x, double y) {
        return Area.any(areas, area -> area.spotAt(x, y));
    }

    public Optional<Box> boxOf(Spot spot) {
        return Area.any(areas, area -> area.boxOf(spot));
    }

    /** The figure without the names of rows and columns, to be seen under marks that bring them. */
    public Figure bare() {
        List<Mark> rest = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Moved moved) {
                rest.add(new Mark.Moved(moved.figure().bare(), moved.x(), moved.y()));
            } else if (!(mark instanceof Mark.Label)) {
                rest.add(mark);
            }
        }
        return new Figure(width, height, rest, areas);
    }

    /**
     * Both figures, the other over this one, moved by (x, y). What can be pointed at on them keeps its reading order: first
     * this figure's areas, then the other's.
     */
    public Figure with(Figure other, double x, double y) {
        List<Mark> allMarks = new ArrayList<>(marks);
        allMarks.add(new Mark.Moved(other, x, y));
        List<Area> allAreas = new ArrayList<>(areas);
        other.areas.forEach(area -> allAreas.add(area.moved(x, y)));
        return new Figure(width, height, allMarks, allAreas);
    }
}
