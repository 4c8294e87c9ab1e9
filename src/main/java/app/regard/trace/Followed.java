package app.regard.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A word followed through the layers of a model: how alike its vector is to others in the input and after each layer.
 *
 * @param model whose layers they are
 * @param word which word
 * @param other the word that it is compared with, if there is one
 * @param lines what is compared, at least how far the word moves; each has as many numbers as there are places
 */
public record Followed(String model, Word word, Optional<Word> other, List<Line> lines) {
    public Followed {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.stream().anyMatch(l -> l.at().size() < 2)) {
            throw new IllegalArgumentException("a word is followed from the input through one layer at least");
        }
        int places = lines.get(0).at().size();
        if (lines.stream().anyMatch(l -> l.at().size() != places)) {
            throw new IllegalArgumentException("all lines have one number a place");
        }
    }

    /**
     * A word where it stands.
     *
     * @param sentence the whole text
     * @param text the word as written there
     * @param place which word of the text it is, from 1
     * @param pieces what the model reads it in; its vector is the mean of theirs
     */
    public record Word(String sentence, String text, int place, List<Token> pieces) {
        public Word {
            pieces = List.copyOf(pieces);
            if (text.isEmpty() || place < 1 || pieces.isEmpty()) {
                throw new IllegalArgumentException("“" + text + "” in place " + place + " of “" + sentence + "”, "
                        + pieces.size() + " pieces: a word has letters, a place from 1 and a piece");
            }
        }
    }

    /** The kind of comparison. */
    public enum Kind {
        /** The word and its own vector in the input of layer 0: how far it moves. */
        MOVED,
        /** The word and the other word. */
        APART,
        /** All other pairs of two differently spelled words of the two sentences, on average: what is usual here. */
        USUAL
    }

    /** One comparison, place by place. */
    public record Line(Kind kind, List<Likeness> at) {
        public Line {
            at = List.copyOf(at);
        }

        public List<Double> values() {
            return at.stream().map(Likeness::value).toList();
        }
    }

    /** How many places there are: the input, and one after each layer. */
    public int places() {
        return lines.get(0).at().size();
    }

    /** The places in words: “input”, “after layer 0”, … */
    public List<String> placeNames() {
        return IntStream.range(0, places())
                .mapToObj(p -> p == 0 ? "input" : "after layer " + (p - 1))
                .toList();
    }

    /** Whether both words stand in one sentence. */
    public boolean together() {
        return other.map(o -> o.sentence().equals(word.sentence())).orElse(true);
    }
}
