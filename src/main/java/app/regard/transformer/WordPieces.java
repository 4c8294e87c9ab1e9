package app.regard.transformer;

import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import app.regard.transformer.text.AddedTokens;
import app.regard.transformer.text.BertNormalizer;
import app.regard.transformer.text.WordJoiner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The splitter of a text into word pieces as BERT models were trained on (Wu et al. 2016; Devlin et al. 2019): of each word
 * the longest piece that the vocabulary holds, then the longest of the rest, marked “##”.
 */
public final class WordPieces implements Tokenizer {
    private final Settings settings;
    private final Frame frame;
    private final int highest;
    private final AddedTokens raw;
    private final AddedTokens normalised;
    private final int unknown;
    private final Map<String, Integer> beginnings;
    private final Map<String, Integer> insides = new HashMap<>(); // without the ##
    private final int longest; // of the pieces: a word is not looked up beyond it

    /**
     * The settings of such a tokenizer.
     *
     * @param unknown the piece for what cannot be spelled
     * @param more what marks a piece that goes on inside a word
     * @param longest a word of more characters is not looked up
     */
    record Settings(BertNormalizer.Rules rules, String unknown, String more, int longest) {}

    /** @throws IllegalArgumentException if the vocabulary lacks the piece for what cannot be spelled */
    WordPieces(Settings settings, Map<String, Integer> vocabulary, Frame frame, List<AddedTokens.Token> added) {
        this.settings = settings;
        this.frame = frame;
        highest = Tokenizer.highest(vocabulary, frame, added);
        beginnings = vocabulary;
        Integer id = vocabulary.get(settings.unknown());
        if (id == null) {
            throw new IllegalArgumentException("the piece “" + settings.unknown() + "” is missing in the vocabulary");
        }
        unknown = id;
        longest = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
        vocabulary.forEach((piece, number) -> {
            if (piece.startsWith(settings.more())) {
                insides.put(piece.substring(settings.more().length()), number);
            }
        });
        raw = new AddedTokens(added.stream().filter(t -> !t.normalised()).toList());
        normalised = new AddedTokens(added.stream()
                .filter(AddedTokens.Token::normalised)
                .map(t -> t.withText(read(t.text())))
                .filter(t -> !t.text().isEmpty())
                .toList());
    }

    /**
     * Reads the file of a model that comes with the program. “[SEP]” typed as text is text there: only the two that are
     * added are special.
     *
     * @throws Refusal if it is not such a file
     */
    public static WordPieces read(InputStream json) throws IOException {
        try {
            String text = WholeFile.text(json.readAllBytes(), "it");
            if (TokenizerFile.read(text, "it") instanceof WordPieces pieces) {
                return new WordPieces(pieces.settings, pieces.beginnings, pieces.frame, List.of());
            }
            throw new Refusal("its pieces are not those of BERT");
        } catch (Refusal e) {
            String how = String.valueOf(e.getMessage());
            throw BundledModel.damagedPieces(how.endsWith(".") ? how.substring(0, how.length() - 1) : how);
        }
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
        List<Piece> found = new ArrayList<>();
        int at = 0;
        for (AddedTokens.Part part : raw.parts(points, 0, points.length)) {
            int end = text.offsetByCodePoints(at, part.to() - part.from());
            int word = next(found);
            AddedTokens.Token token = part.token();
            if (token != null) {
                found.add(new Piece(token.text(), token.id(), at, end, word));
            } else {
                split(BertNormalizer.of(settings.rules(), text, at, end), found);
            }
            at = end;
        }
        return found;
    }

    private static int next(List<Piece> found) {
        return found.isEmpty() ? 0 : found.get(found.size() - 1).word() + 1;
    }

    private void split(BertNormalizer plain, List<Piece> found) {
        int[] points = plain.points();
        for (AddedTokens.Part part : normalised.parts(points, 0, points.length)) {
            AddedTokens.Token token = part.token();
            if (token != null) {
                found.add(new Piece(
                        token.text(), token.id(), plain.start(part.from()), plain.end(part.to() - 1), next(found)));
            } else {
                parts(points, part.from(), part.to(), next(found))
                        .forEach(word -> spell(plain, word.from(), word.to(), word.word(), found));
            }
        }
    }

    /** The words of a text as they are written, which no list of pieces is needed for; as many as a model may have to read. */
    public static List<String> words(String text) {
        BertNormalizer plain = BertNormalizer.of(BertNormalizer.Rules.UNCASED, text, 0, text.length());
        List<String> words = new ArrayList<>();
        int start = 0;
        for (Part part : parts(plain.points(), 0, plain.size(), 0)) {
            boolean goesOn = part.word() < words.size();
            start = goesOn ? start : plain.start(part.from());
            String written = text.substring(start, plain.end(part.to() - 1));
            if (goesOn) {
                words.set(part.word(), written);
            } else {
                words.add(written);
            }
        }
        return words;
    }

    /**
     * A part of a text that is spelled by itself.
     *
     * @param from its first character
     * @param to the place after its last one
     * @param word which word it belongs to, from 0
     */
    private record Part(int from, int to, int word) {}

    private static List<Part> parts(int[] points, int first, int last, int words) {
        List<Part> found = new ArrayList<>();
        int word = words - 1;
        int to;
        for (int from = first; from < last; from = to) {
            to = from + 1;
            if (BertNormalizer.white(points[from])) {
                continue;
            }
            boolean alone = BertNormalizer.punctuation(points[from]);
            while (!alone
                    && to < last
                    && !BertNormalizer.white(points[to])
                    && !BertNormalizer.punctuation(points[to])) {
                to++;
            }
            word += from > first && WordJoiner.joined(points, from) ? 0 : 1;
            found.add(new Part(from, to, word));
        }
        return found;
    }

    private void spell(BertNormalizer plain, int from, int to, int word, List<Piece> found) {
        int before = found.size();
        int at = from;
        while (to - from <= settings.longest() && at < to) {
            Map<String, Integer> known = at == from ? beginnings : insides;
            int end = Math.min(to, at + longest);
            Integer id = known.get(plain.text(at, end));
            while (id == null && --end > at) {
                id = known.get(plain.text(at, end));
            }
            if (id == null) {
                break;
            }
            String text = (at == from ? "" : settings.more()) + plain.text(at, end);
            found.add(new Piece(text, id, plain.start(at), plain.end(end - 1), word));
            at = end;
        }
        if (at < to) {
            found.subList(before, found.size()).clear();
            found.add(new Piece(settings.unknown(), unknown, plain.start(from), plain.end(to - 1), word));
        }
    }

    private String read(String text) {
        BertNormalizer plain = BertNormalizer.of(settings.rules(), text, 0, text.length());
        return plain.text(0, plain.size());
    }
}
