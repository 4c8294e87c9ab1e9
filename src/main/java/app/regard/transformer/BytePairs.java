package app.regard.transformer;

import app.regard.transformer.text.AddedTokens;
import app.regard.transformer.text.BertNormalizer;
import app.regard.transformer.text.ByteLetters;
import app.regard.transformer.text.PairMerger;
import app.regard.transformer.text.WordJoiner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The splitter of a text into byte-level pairs as GPT-2 was trained on (Sennrich et al. 2016; Radford et al. 2019): a word's
 * bytes, each written as a letter, of which the pair that stands first in a list is merged as long as there is one.
 */
final class BytePairs implements Tokenizer {
    private final Map<String, Integer> vocabulary;
    private final Map<Long, PairMerger.Merge> merges = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final int[] bytes = new int[256];
    private final boolean spaced;
    private final Frame frame;
    private final int highest;
    private final AddedTokens raw;
    private final AddedTokens later;

    /**
     * Makes it.
     *
     * @param merges pairs of pieces, the earliest first
     * @param spaced whether a text that does not begin with a space gets one
     * @throws IllegalArgumentException if a byte or a piece is missing in the vocabulary
     */
    BytePairs(
            Map<String, Integer> vocabulary,
            List<String[]> merges,
            boolean spaced,
            Frame frame,
            List<AddedTokens.Token> added) {
        this.vocabulary = vocabulary;
        this.spaced = spaced;
        this.frame = frame;
        highest = Tokenizer.highest(vocabulary, frame, added);
        raw = new AddedTokens(added.stream().filter(t -> !t.normalised()).toList());
        later = new AddedTokens(
                added.stream().filter(AddedTokens.Token::normalised).toList());
        vocabulary.forEach((text, id) -> texts.put(id, text));
        if (vocabulary.containsKey("")) {
            throw new IllegalArgumentException("the vocabulary has a piece without a character");
        }
        for (int b = 0; b < 256; b++) {
            bytes[b] = id(String.valueOf(ByteLetters.letter(b)));
        }
        int rank = 0; // a pair that stands there twice is the later one
        for (String[] pair : merges) {
            this.merges.put(pair(id(pair[0]), id(pair[1])), new PairMerger.Merge(rank++, id(pair[0] + pair[1])));
        }
    }

    private int id(String text) {
        Integer id = vocabulary.get(text);
        if (id == null) {
            throw new IllegalArgumentException("the piece “" + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
                    + "” is missing in the vocabulary");
        }
        return id;
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int highestId() {
        return highest;
    }

    @Override
    public List<Piece> split(String text) {
        int[] points = text.codePoints().toArray();
        int[] places = new int[points.length + 1]; // in chars
        for (int i = 0; i < points.length; i++) {
            places[i + 1] = places[i] + Character.charCount(points[i]);
        }
        List<Piece> found = new ArrayList<>();
        for (AddedTokens.Part outer : raw.parts(points, 0, points.length)) {
            for (AddedTokens.Part part :
                    outer.token() != null ? List.of(outer) : later.parts(points, outer.from(), outer.to())) {
                AddedTokens.Token token = part.token();
                if (token != null) {
                    found.add(new Piece(token.text(), token.id(), places[part.from()], places[part.to()], next(found)));
                } else {
                    boolean space = spaced && points[part.from()] != ' ';
                    words(
                            part(points, part.from(), part.to(), space, ' '),
                            part(places, part.from(), part.to() + 1, space, places[part.from()]),
                            found);
                }
            }
        }
        return found;
    }

    /** A part of some numbers, with one more before it if need be. */
    private static int[] part(int[] all, int from, int to, boolean more, int first) {
        int before = more ? 1 : 0;
        int[] part = new int[to - from + before];
        part[0] = first;
        System.arraycopy(all, from, part, before, to - from);
        return part;
    }

    private static int next(List<Piece> found) {
        return found.isEmpty() ? 0 : found.get(found.size() - 1).word() + 1;
    }

    private void words(int[] points, int[] places, List<Piece> found) {
        int to;
        for (int from = 0; from < points.length; from = to) {
            to = ByteLetters.wordEnd(points, from);
            boolean joined = from > 0 && WordJoiner.joined(points, from);
            spell(points, places, from, to, next(found) - (joined ? 1 : 0), found);
        }
    }

    /** A word's pieces; the space before it is a byte of its first piece, but no part of what it stands for. */
    private void spell(int[] points, int[] places, int from, int to, int word, List<Piece> found) {
        byte[] utf8 = new String(points, from, to - from).getBytes(StandardCharsets.UTF_8);
        int[] owner = new int[utf8.length];
        int at = 0;
        for (int i = from; i < to; i++) {
            int c = points[i];
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE; // becomes “?”
            int length = c < 0x80 || lone ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            Arrays.fill(owner, at, at + length, i);
            at += length;
        }
        int[] ids = new int[utf8.length];
        for (int b = 0; b < ids.length; b++) {
            ids[b] = bytes[utf8[b] & 0xFF];
        }
        int[] next = PairMerger.merge(ids, (left, right) -> merges.get(pair(left, right)));
        int text = from; // where the word begins behind a space
        while (text < to && BertNormalizer.white(points[text])) {
            text++;
        }
        int begin = text < to ? text : from;
        for (int b = 0; b < ids.length; b = next[b]) {
            int start = places[Math.max(owner[b], begin)];
            int end = Math.max(start, places[owner[next[b] - 1] + 1]);
            String letters = texts.getOrDefault(ids[b], "");
            String shown = ByteLetters.shown(ByteLetters.text(ByteLetters.bytes(letters)));
            found.add(new Piece(letters, shown, ids[b], start, end, word));
        }
    }
}
