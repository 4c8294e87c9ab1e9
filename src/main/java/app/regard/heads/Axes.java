package app.regard.heads;

import app.regard.file.array.Slice;
import app.regard.file.array.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The dimensions of an array, and what each was taken for. Places count from 0; −1 stands for a dimension that is not there.
 *
 * @param layer the layers
 * @param head the heads
 * @param query the tokens that ask
 * @param key the tokens that answer
 * @param text the texts of a batch
 * @param dropped how many dimensions of size 1 were left out
 */
record Axes(int layer, int head, int query, int key, int text, int dropped) {
    /** Layers, heads, queries, keys. */
    private static final int MOST = 4;

    /**
     * Judges an array by its sizes.
     *
     * @param piece whether it is one layer of several, so that what stands before the heads are texts
     * @param texts how many texts the file names tokens for, 1 where that is not known
     * @return nothing where they cannot be those of attention
     */
    static Optional<Axes> of(List<Integer> shape, boolean piece, int texts) {
        if (shape.size() > MOST + 1) {
            return Optional.empty();
        }
        if (shape.size() == 2) {
            return Optional.of(new Axes(-1, -1, 0, 1, -1, 0));
        }
        List<Integer> kept =
                new ArrayList<>(IntStream.range(0, shape.size()).boxed().toList());
        int most = piece ? MOST - 1 : MOST;
        int end = shape.size() - 1;
        if (end >= 2
                && shape.get(end) == 1
                && shape.get(end - 1) > 1
                && shape.get(end - 1).equals(shape.get(end - 2))) {
            kept.remove(end); // n × n × 1: a channel
        }
        for (int at = 0; at < kept.size() - 2 && kept.size() > most; at++) {
            if (shape.get(kept.get(at)) == 1) {
                kept.remove(at--);
            }
        }
        if (kept.size() > most && shape.get(end) == 1 && kept.get(kept.size() - 1) == end) {
            kept.remove(kept.size() - 1);
        }
        int dropped = shape.size() - kept.size();
        int text = -1;
        boolean batch = !piece && kept.size() == MOST && texts > 1 && shape.get(kept.get(0)) == texts;
        if (kept.size() == most + 1 || batch) {
            boolean second = !piece && !batch && !(shape.get(kept.get(0)) == texts && shape.get(kept.get(1)) != texts);
            text = kept.remove(second ? 1 : 0);
        }
        int d = kept.size();
        if (d < 2 || d > most) {
            return Optional.empty();
        }
        return Optional.of(new Axes(
                d == MOST ? kept.get(0) : -1,
                d >= MOST - 1 ? kept.get(d - 3) : -1,
                kept.get(d - 2),
                kept.get(d - 1),
                text,
                dropped));
    }

    /** The same with rows and columns exchanged. */
    Axes transposed() {
        return new Axes(layer, head, key, query, text, dropped);
    }

    /** The size of one of the dimensions, 1 where it is not there. */
    static int size(Stored array, int dimension) {
        return dimension < 0 ? 1 : array.shape().get(dimension);
    }

    /** One head's numbers, not yet read. */
    Slice slice(Stored array, int ofText, int ofLayer, int ofHead) {
        return new Slice(
                array,
                ofText * stride(array, text) + ofLayer * stride(array, layer) + ofHead * stride(array, head),
                size(array, query),
                stride(array, query),
                size(array, key),
                stride(array, key));
    }

    private static long stride(Stored array, int dimension) {
        return dimension < 0 ? 0 : array.strides().get(dimension);
    }
}
