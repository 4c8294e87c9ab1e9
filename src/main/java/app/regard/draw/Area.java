package app.regard.draw;

import java.util.List;
import java.util.Optional;

/** A part of a figure that can be pointed at. */
public interface Area {
    /** What lies at a point. */
    Optional<Spot> spotAt(double x, double y);

    /** Where a spot lies, if this area shows it. A row’s label spot covers the label. */
    Optional<Box> boxOf(Spot spot);

    /** The nearest spot in a direction, for the arrow keys; empty at the edge. */
    default Optional<Spot> next(Spot from, int down, int right) {
        return Optional.empty();
    }

    /** The nearest spot among several areas; from an edge to the left or right the one beside it, in lists the next one. */
    static Optional<Spot> beside(List<Area> areas, Spot at, int down, int right) {
        Optional<Spot> inside = any(areas, a -> a.next(at, down, right));
        if (inside.isPresent()) {
            return inside;
        }
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).holds(at)) {
                int other = i + (right != 0 ? right : down);
                boolean beside = right != 0 || areas.get(i) instanceof Place;
                return beside && other >= 0 && other < areas.size()
                        ? areas.get(other).first()
                        : Optional.of(at);
            }
        }
        return areas.get(0).first();
    }

    /** Where the keyboard enters. */
    Optional<Spot> first();

    /** Whether a spot belongs here, shown or left out. */
    boolean holds(Spot spot);

    /** The same area elsewhere. */
    Area moved(double dx, double dy);

    /** Room that is left free for marks which follow what is asked; nothing lies there by itself. */
    record Room(Box box) implements Area {
        @Override
        public Optional<Spot> spotAt(double x, double y) {
            return Optional.empty();
        }

        @Override
        public Optional<Box> boxOf(Spot spot) {
            return Optional.empty();
        }

        @Override
        public Optional<Spot> first() {
            return Optional.empty();
        }

        @Override
        public boolean holds(Spot spot) {
            return false;
        }

        @Override
        public Area moved(double dx, double dy) {
            return new Room(box.moved(dx, dy));
        }
    }

    /** One spot with its box: a chip, a bar, a point. */
    record Place(Spot spot, Box box) implements Area {
        @Override
        public Optional<Spot> spotAt(double x, double y) {
            return box.contains(x, y) ? Optional.of(spot) : Optional.empty();
        }

        @Override
        public Optional<Box> boxOf(Spot other) {
            return spot.equals(other) ? Optional.of(box) : Optional.empty();
        }

        @Override
        public Optional<Spot> first() {
            return Optional.of(spot);
        }

        @Override
        public boolean holds(Spot other) {
            return spot.equals(other);
        }

        @Override
        public Area moved(double dx, double dy) {
            return new Place(spot, box.moved(dx, dy));
        }
    }

    /** The first answer that any area of a list gives. */
    static <T> Optional<T> any(List<Area> areas, java.util.function.Function<Area, Optional<T>> ask) {
        return areas.stream().map(ask).flatMap(Optional::stream).findFirst();
    }
}
