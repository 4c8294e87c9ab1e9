package app.regard.transformer;

import app.regard.transformer.text.AddedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The way from a text to what a model reads. */
interface Tokenizer {
    /** All of a text's pieces, however many, without those that a model adds. */
    List<Piece> split(String text);

    /** What the model adds around a text. */
    Frame frame();

    /** The highest number of a piece that may come. */
    int highestId();

    /** The highest number among some pieces. */
    static int highest(Map<String, Integer> vocabulary, Frame frame, List<AddedTokens.Token> added) {
        IntStream framed =
                Stream.concat(frame.before().stream(), frame.after().stream()).mapToInt(Added::id);
        IntStream all = IntStream.concat(
                vocabulary.values().stream().mapToInt(Integer::intValue),
                IntStream.concat(framed, added.stream().mapToInt(AddedTokens.Token::id)));
        return all.max().orElse(0);
    }

    /**
     * A text as the model reads it.
     *
     * @param most how many pieces are read, those that are added among them; the rest is counted
     */
    default Pieces of(String text, int most) {
        List<Piece> all = split(text);
        int cut = Math.max(0, all.size() + frame().size() - most);
        List<Piece> kept = new ArrayList<>();
        frame().before().forEach(added -> kept.add(added.at(0)));
        kept.addAll(all.subList(0, all.size() - cut));
        int end = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).end();
        frame().after().forEach(added -> kept.add(added.at(end)));
        return new Pieces(text, kept, cut);
    }

    /** The pieces that a model adds before and after a text, "[CLS]" and "[SEP]" or the like. */
    record Frame(List<Added> before, List<Added> after) {
        public Frame {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        int size() {
            return before.size() + after.size();
        }
    }

    /** A piece that stands for nothing in the text. */
    record Added(String text, int id) {
        Piece at(int place) {
            return new Piece(text, id, place, place, -1);
        }
    }
}
