package app.regard.transformer;

import app.regard.trace.Sentence;
import app.regard.trace.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the model reads it: [CLS], its word pieces, [SEP].
 *
 * @param cut how many further pieces were left out because the model reads 512 at most
 */
public record Pieces(String text, List<Piece> all, int cut) {
    public Pieces {
        all = List.copyOf(all);
        if (all.size() < 2 || cut < 0) {
            throw new IllegalArgumentException(
                    all.size() + " pieces and " + cut + " left out: [CLS] and [SEP] at least");
        }
    }

    /** How many there are, [CLS] and [SEP] among them. */
    public int size() {
        return all.size();
    }

    public Piece get(int i) {
        return all.get(i);
    }

    int id(int i) {
        return all.get(i).id();
    }

    /** The pieces as the words of a sentence; those left out are counted in it. */
    public Sentence sentence() {
        return new Sentence(all.stream().map(p -> Token.of(p.text())).toList(), cut);
    }

    /**
     * The words that the pieces make up, [CLS] and [SEP] as words of their own: what belongs together when pieces are
     * merged.
     */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            Piece first = all.get(from);
            int to = from + 1;
            while (to < all.size() && !first.special() && all.get(to).word() == first.word()) {
                to++;
            }
            String written = first.special()
                    ? first.text()
                    : text.substring(first.start(), all.get(to - 1).end());
            words.add(new Word(written, from, to, first.special()));
            from = to;
        }
        return words;
    }

    /**
     * A word as it was written.
     *
     * @param from its first piece
     * @param to the place after its last piece
     * @param special whether it is [CLS] or [SEP]
     */
    public record Word(String text, int from, int to, boolean special) {}
}
