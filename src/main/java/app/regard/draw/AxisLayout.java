package app.regard.draw;

import java.util.stream.IntStream;

/**
 * The layout of the rows or columns of a matrix along one direction: all of them, or, where there is no room, some with
 * a gap that says so.
 */
public final class AxisLayout {
    /** In place of an index: rows or columns are left out here. */
    public static final int GAP = -1;

    /** How wide a gap is, in units: room for "…". */
    private static final double GAP_ROOM = 18;

    private final int[] index;
    private final double start;
    private final double pitch;
    private final int count;
    private final int gap;

    private AxisLayout(int[] index, double start, double pitch, int count, int gap) {
        this.index = index;
        this.start = start;
        this.pitch = pitch;
        this.count = count;
        this.gap = gap;
    }

    /** {@code shown} of {@code count} rows or columns from {@code first} on, without a gap. */
    public static AxisLayout window(int first, int shown, double start, double pitch, int count) {
        return new AxisLayout(IntStream.range(first, first + shown).toArray(), start, pitch, count, GAP);
    }

    /**
     * Fits {@code count} rows or columns into {@code room}.
     *
     * @param least the smallest pitch; below it some are left out
     * @param most the largest pitch
     * @param first which one to begin with when some are left out
     */
    public static AxisLayout fit(int count, double start, double room, double least, double most, int first) {
        double pitch = Math.min(most, room / Math.max(1, count));
        if (pitch >= least) {
            return window(0, count, start, pitch, count);
        }
        int shown = Math.max(2, (int) ((room - GAP_ROOM) / least));
        int from = Math.max(0, Math.min(first, count - shown));
        boolean atEnd = from >= count - shown;
        int[] index = new int[shown + 1];
        for (int s = 0; s <= shown; s++) {
            if (atEnd) {
                index[s] = s == 0 ? 0 : s == 1 ? GAP : count - shown + s - 1;
            } else {
                index[s] = s == shown ? count - 1 : s == shown - 1 ? GAP : from + s;
            }
        }
        double wide = Math.max(1, Math.min(most, (room - GAP_ROOM) / shown));
        return new AxisLayout(index, start, wide, count, atEnd ? 1 : shown - 1);
    }

    /** Returns these slots moved along. */
    public AxisLayout from(double newStart) {
        return new AxisLayout(index, newStart, pitch, count, gap);
    }

    public int size() {
        return index.length;
    }

    public int index(int slot) {
        return index[slot];
    }

    /** The furthest that it makes sense to scroll; 0 where all are shown. */
    public int lastFirst() {
        return gap < 0 ? 0 : count - (index.length - 1);
    }

    /** Which slot is the gap, or −1. */
    public int gap() {
        return gap;
    }

    /** Where the first slot begins. */
    public double start() {
        return start;
    }

    /** How far one slot is from the next. */
    public double pitch() {
        return pitch;
    }

    /** How many rows or columns there are in all. */
    public int count() {
        return count;
    }

    /** Where a slot begins. */
    public double at(int slot) {
        return start + slot * pitch + (gap >= 0 && slot > gap ? GAP_ROOM - pitch : 0);
    }

    public double size(int slot) {
        return index[slot] == GAP ? GAP_ROOM : pitch;
    }

    public double end() {
        return at(index.length);
    }

    public double length() {
        return end() - start;
    }

    /** Which slot lies at a coordinate, or −1 outside and on a gap. */
    public int slotAt(double coordinate) {
        if (coordinate < start || coordinate >= end()) {
            return -1;
        }
        int slot = (int) ((coordinate - start) / pitch);
        if (gap >= 0 && coordinate >= at(gap)) {
            slot = coordinate < at(gap + 1) ? gap : gap + 1 + (int) ((coordinate - at(gap + 1)) / pitch);
        }
        slot = Math.min(slot, index.length - 1);
        return index[slot] == GAP ? -1 : slot;
    }

    /** Which slot shows a row or column, or −1. */
    public int slotOf(int wanted) {
        if (gap < 0) {
            int slot = index.length == 0 ? -1 : wanted - index[0];
            return wanted >= 0 && slot >= 0 && slot < index.length ? slot : -1;
        }
        return IntStream.range(0, index.length)
                .filter(s -> index[s] == wanted)
                .findFirst()
                .orElse(-1);
    }
}
