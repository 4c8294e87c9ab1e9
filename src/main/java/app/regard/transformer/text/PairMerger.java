package app.regard.transformer.text;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The merging of neighbours, the earliest pair of a list first and of equals the leftmost, in n·log n steps. */
public final class PairMerger {
    private PairMerger() {}

    /** What two pieces become, and how early. */
    public record Merge(int rank, int id) {}

    /** The list of pairs. */
    @FunctionalInterface
    public interface Merges {
        /** What two neighbours become; null where they stay. */
        @Nullable
        Merge of(int left, int right);
    }

    private record Candidate(int place, int left, int right, Merge merge) {}

    /**
     * Merges until no pair is left.
     *
     * @param ids pieces; each that stays becomes what it was merged to
     * @return for the place of each piece that stays, the place of the next; behind the last, the length
     */
    public static int[] merge(int[] ids, Merges merges) {
        int n = ids.length;
        int[] next = new int[n];
        int[] before = new int[n];
        boolean[] gone = new boolean[n];
        PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparingInt((Candidate c) -> c.merge().rank()).thenComparingInt(Candidate::place));
        for (int i = 0; i < n; i++) {
            next[i] = i + 1;
            before[i] = i - 1;
            offer(queue, ids, next, i, merges);
        }
        for (Candidate c = queue.poll(); c != null; c = queue.poll()) {
            int left = c.place();
            int right = next[left];
            if (gone[left] || right >= n || ids[left] != c.left() || ids[right] != c.right()) {
                continue; // one of the two was merged with another
            }
            ids[left] = c.merge().id();
            gone[right] = true;
            next[left] = next[right];
            if (next[left] < n) {
                before[next[left]] = left;
            }
            offer(queue, ids, next, left, merges);
            if (before[left] >= 0) {
                offer(queue, ids, next, before[left], merges);
            }
        }
        return next;
    }

    private static void offer(PriorityQueue<Candidate> queue, int[] ids, int[] next, int place, Merges merges) {
        if (next[place] < ids.length) {
            int right = ids[next[place]];
            Merge merge = merges.of(ids[place], right);
            if (merge != null) {
                queue.add(new Candidate(place, ids[place], right, merge));
            }
        }
    }
}
