package app.regard.transformer;

import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The splitter of a text into word pieces as BERT's uncased models were trained on (Wu et al. 2016; Devlin et al. 2019):
 * of each
 * word the longest piece that the vocabulary holds, then the longest of the rest, marked “##”. “[SEP]” typed as text is
 * text: only the two that are added here are special.
 */
public final class WordPieces {
    private static final String MORE = "##";
    /** A longer word is not looked up, as the model was trained. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> insides = new HashMap<>(); // without the ##

    private WordPieces() {}

    /**
     * Reads the file in which Hugging Face's tokenizers keep a vocabulary; its cutting and padding to 128 pieces are
     * not followed.
     *
     * @throws Refusal if it is not such a file, or asks for rules other than BERT's uncased ones
     */
    public static WordPieces read(InputStream json) throws IOException {
        WordPieces pieces = new WordPieces();
        List<String> rules = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(json)) {
            require(in.nextToken() == JsonToken.START_OBJECT, "it does not begin with {");
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String part = in.currentName();
                boolean open = in.nextToken() == JsonToken.START_OBJECT;
                while (open && in.nextToken() == JsonToken.FIELD_NAME) {
                    String field = part + "." + in.currentName();
                    JsonToken value = in.nextToken();
                    if (field.equals("model.vocab") && value == JsonToken.START_OBJECT) {
                        pieces.vocabulary(in);
                    } else if (value.isScalarValue()) {
                        rules.add(field + "=" + in.getText());
                    }
                    in.skipChildren();
                }
                in.skipChildren();
            }
        } catch (CharConversionException e) {
            throw damaged("it is not text in UTF-8");
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            boolean placed = e.getLocation() != null; // a limit of the parser has no place
            throw damaged(
                    "it is not JSON" + (placed ? " in line " + e.getLocation().getLineNr() : ""));
        }
        for (String rule : List.of(
                "normalizer.type=BertNormalizer",
                "normalizer.clean_text=true",
                "normalizer.handle_chinese_chars=true",
                "normalizer.strip_accents=null", // that is: as lowercase says
                "normalizer.lowercase=true",
                "pre_tokenizer.type=BertPreTokenizer",
                "model.continuing_subword_prefix=" + MORE,
                "model.max_input_chars_per_word=" + LONGEST_WORD)) {
            require(rules.contains(rule), "“" + rule + "” is missing");
        }
        for (String needed : List.of("[UNK]", "[CLS]", "[SEP]")) {
            require(pieces.beginnings.containsKey(needed), "the piece “" + needed + "” is missing");
        }
        return pieces;
    }

    /** A text in pieces, between [CLS] and [SEP]. */
    public Pieces of(String text) {
        List<Piece> all = split(text);
        int cut = Math.max(0, all.size() + 2 - Shape.PIECES);
        List<Piece> kept = new ArrayList<>();
        kept.add(new Piece("[CLS]", id("[CLS]"), 0, 0, -1));
        kept.addAll(all.subList(0, all.size() - cut));
        int end = kept.get(kept.size() - 1).end();
        kept.add(new Piece("[SEP]", id("[SEP]"), end, end, -1));
        return new Pieces(text, kept, cut);
    }

    /** All of a text's pieces, however many. */
    List<Piece> split(String text) {
        BertNormalizer plain = BertNormalizer.of(text);
        List<Piece> found = new ArrayList<>();
        parts(plain).forEach(part -> spell(plain, part.from(), part.to(), part.word(), found));
        return found;
    }

    /** The words of a text as they are written, which no list of pieces is needed for; as many as the model may have to read. */
    public static List<String> words(String text) {
        BertNormalizer plain = BertNormalizer.of(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (Part part : parts(plain)) {
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

    private static List<Part> parts(BertNormalizer plain) {
        List<Part> found = new ArrayList<>();
        int word = -1;
        int to;
        for (int from = 0; from < plain.size(); from = to) {
            to = from + 1;
            if (plain.point(from) == ' ') {
                continue;
            }
            boolean alone = BertNormalizer.punctuation(plain.point(from));
            while (!alone
                    && to < plain.size()
                    && plain.point(to) != ' '
                    && !BertNormalizer.punctuation(plain.point(to))) {
                to++;
            }
            word += WordJoiner.joined(plain, from) ? 0 : 1;
            found.add(new Part(from, to, word));
        }
        return found;
    }

    private void spell(BertNormalizer plain, int from, int to, int word, List<Piece> found) {
        int before = found.size();
        int at = from;
        while (to - from <= LONGEST_WORD && at < to) {
            Map<String, Integer> known = at == from ? beginnings : insides;
            int end = to;
            Integer id = known.get(plain.text(at, end));
            while (id == null && --end > at) {
                id = known.get(plain.text(at, end));
            }
            if (id == null) {
                break;
            }
            String text = (at == from ? "" : MORE) + plain.text(at, end);
            found.add(new Piece(text, id, plain.start(at), plain.end(end - 1), word));
            at = end;
        }
        if (at < to) {
            found.subList(before, found.size()).clear();
            found.add(new Piece("[UNK]", id("[UNK]"), plain.start(from), plain.end(to - 1), word));
        }
    }

    private int id(String special) {
        Integer id = beginnings.get(special);
        return id == null ? 0 : id;
    }

    private void vocabulary(JsonParser in) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String piece = in.currentName();
            require(in.nextToken() == JsonToken.VALUE_NUMBER_INT, "the piece “" + piece + "” has no number");
            int id = in.getIntValue();
            require(id >= 0 && id < Shape.VOCABULARY, "the piece “" + piece + "” has the number " + id);
            if (piece.startsWith(MORE) && piece.length() > MORE.length()) {
                insides.put(piece.substring(MORE.length()), id);
            }
            beginnings.put(piece, id);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw damaged(otherwise);
        }
    }

    private static Refusal damaged(String how) {
        return new Refusal("The trained model’s list of word pieces is damaged: " + how
                + ". Install Regard again; until then the simple table goes on working.");
    }
}
