package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.Spot;
import java.util.List;
import java.util.Optional;

/**
 * Tiles of one size in reading order, each a spot of its own; the gaps between them belong to the nearer one, so that the
 * mouse never falls between.
 *
 * @param across how many stand beside each other
 * @param left where the first one begins
 * @param top where the first one begins
 * @param width of a tile with its gap
 * @param height of a tile with its gap
 */
public record TileArea(List<Spot> spots, int across, double left, double top, double width, double height)
        implements Area {
    public TileArea {
        spots = List.copyOf(spots);
        if (across < 1 || !(width > 0 && height > 0)) {
            throw new IllegalArgumentException(across + " tiles across, " + width + " × " + height + " large");
        }
    }

    @Override
    public Optional<Spot> spotAt(double x, double y) {
        int col = (int) Math.floor((x - left) / width);
        int row = (int) Math.floor((y - top) / height);
        return col < 0 || col >= across || row < 0 ? Optional.empty() : tile(row * across + col);
    }

    private Optional<Spot> tile(int place) {
        return place < 0 || place >= spots.size() ? Optional.empty() : Optional.of(spots.get(place));
    }

    @Override
    public Optional<Box> boxOf(Spot spot) {
        int place = spots.indexOf(spot);
        int col = place % across;
        int row = place / across;
        return place < 0
                ? Optional.empty()
                : Optional.of(new Box(left + col * width, top + row * height, width, height));
    }

    @Override
    public Optional<Spot> next(Spot from, int down, int right) {
        int place = spots.indexOf(from);
        int col = place % across + right;
        return place < 0 || col < 0 || col >= across ? Optional.empty() : tile(place + right + down * across);
    }

    @Override
    public Optional<Spot> first() {
        return tile(0);
    }

    @Override
    public boolean holds(Spot spot) {
        return spots.contains(spot);
    }

    @Override
    public Area moved(double dx, double dy) {
        return new TileArea(spots, across, left + dx, top + dy, width, height);
    }
}
