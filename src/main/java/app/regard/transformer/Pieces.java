package app.regard.transformer;

import app.regard.trace.Sentence;
import app.regard.trace.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a model reads it: its pieces, between those that the model adds.
 *
 * @param cut how many further pieces were left out because the model reads no more
 */
public record Pieces(String text, List<Piece> all, int cut) {
    public Pieces {
        all = List.copyOf(all);
        if (cut < 0) {
            throw new IllegalArgumentException(cut + " pieces left out");
        }
    }

    /** How many there are, those that the model adds among them. */
    public int size() {
        return all.size();
    }

    public Piece get(int i) {
        return all.get(i);
    }

    /** Whether there is nothing of the text in it. */
    boolean wordless() {
        return all.stream().allMatch(Piece::special);
    }

    /** The pieces as the words of a sentence; those left out are counted in it. */
    public Sentence sentence() {
        return new Sentence(
                all.stream().map(p -> new Token(p.text(), p.shown(), false)).toList(), cut);
    }

    /**
     * The words that the pieces make up, what the model adds as words of their own: what belongs together when pieces
     * are merged.
     */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            Piece first = all.get(from);
            int to = from + 1;
            while (to < all.size() && !first.special() && all.get(to).word() == first.word()) {
                to++;
            }
            String written = text.substring(first.start(), all.get(to - 1).end());
            words.add(new Word(written.isEmpty() ? first.shown() : written, from, to, first.special()));
            from = to;
        }
        return words;
    }

    /**
     * A word as it was written.
     *
     * @param from its first piece
     * @param to the place after its last piece
     * @param special whether the model added it
     */
    public record Word(String text, int from, int to, boolean special) {}
}
