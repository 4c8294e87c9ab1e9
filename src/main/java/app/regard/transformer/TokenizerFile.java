package app.regard.transformer;

import app.regard.file.JsonCursor;
import app.regard.transformer.text.AddedTokens;
import app.regard.transformer.text.BertNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of the file in which Hugging Face's tokenizers keep one, tokenizer.json; its cutting and padding are not
 * followed. What is not read here is refused by the name of the field that asks for it.
 */
final class TokenizerFile {
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST = 1 << 22;

    private TokenizerFile() {}

    /**
     * Reads one.
     *
     * @param name what messages call it
     * @throws app.regard.trace.Refusal if it is no such file, or asks for what is not done here
     */
    static Tokenizer read(String json, String name) {
        JsonCursor root = JsonCursor.of(json, name);
        JsonCursor model = root.at("model");
        String type = model.has("type") ? model.at("type").text() : model.has("merges") ? "BPE" : "WordPiece";
        List<AddedTokens.Token> added = added(root);
        Tokenizer.Frame frame = frame(root);
        return switch (type) {
            case "WordPiece" -> wordPieces(root, model, frame, added);
            case "BPE" -> bytePairs(root, model, frame, added);
            default -> throw model.at("type").refusal(unread(type, "WordPiece and BPE are"));
        };
    }

    private static String unread(String what, String instead) {
        return "“" + what + "” is not read here; " + instead;
    }

    private static Tokenizer wordPieces(
            JsonCursor root, JsonCursor model, Tokenizer.Frame frame, List<AddedTokens.Token> added) {
        only(root.at("pre_tokenizer"), "BertPreTokenizer");
        JsonCursor rules = root.at("normalizer");
        only(rules, "BertNormalizer");
        boolean lower = flag(rules, "lowercase", true);
        WordPieces.Settings settings = new WordPieces.Settings(
                new BertNormalizer.Rules(
                        flag(rules, "clean_text", true),
                        flag(rules, "handle_chinese_chars", true),
                        flag(rules, "strip_accents", lower), // null is: as lower case says
                        lower),
                model.has("unk_token") ? text(model.at("unk_token")) : "[UNK]",
                model.has("continuing_subword_prefix")
                        ? model.at("continuing_subword_prefix").text(LONGEST_TEXT)
                        : "##",
                model.has("max_input_chars_per_word")
                        ? model.at("max_input_chars_per_word").whole(1, 1 << 20)
                        : 100);
        Map<String, Integer> pieces = vocabulary(model.at("vocab"));
        return model.make(() -> new WordPieces(settings, pieces, frame, added));
    }

    private static Tokenizer bytePairs(
            JsonCursor root, JsonCursor model, Tokenizer.Frame frame, List<AddedTokens.Token> added) {
        for (String unread : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
            if (model.has(unread) && !model.at(unread).text().isEmpty()) {
                throw model.at(unread).refusal("this setting is not followed here");
            }
        }
        for (String unread : List.of("byte_fallback", "ignore_merges")) {
            if (flag(model, unread, false)) {
                throw model.at(unread).refusal("this setting is not followed here");
            }
        }
        if (model.has("dropout") && model.at("dropout").number() != 0) {
            throw model.at("dropout").refusal("pieces that are drawn at random are not made here");
        }
        if (root.has("normalizer")) {
            throw root.at("normalizer").refusal("byte-level pairs are read here without one");
        }
        JsonCursor words = root.at("pre_tokenizer");
        only(words, "ByteLevel");
        if (!flag(words, "use_regex", true)) {
            throw words.at("use_regex").refusal("byte-level pairs are read here with GPT-2’s pattern");
        }
        List<String[]> merges = new ArrayList<>();
        for (JsonCursor merge : model.items("merges", "merge", MOST)) {
            merges.add(merge.isText() ? merge.make(() -> halves(merge.text())) : pair(merge));
        }
        boolean spaced = flag(words, "add_prefix_space", false);
        Map<String, Integer> pieces = vocabulary(model.at("vocab"));
        return model.make(() -> new BytePairs(pieces, merges, spaced, frame, added));
    }

    private static String[] pair(JsonCursor merge) {
        List<JsonCursor> two = merge.items("piece");
        if (two.size() != 2) {
            throw merge.refusal("two pieces are expected");
        }
        return new String[] {two.get(0).text(), two.get(1).text()};
    }

    /** @throws IllegalArgumentException if it is not two pieces with a space between */
    static String[] halves(String line) {
        int space = line.indexOf(' ');
        if (space < 1 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
            throw new IllegalArgumentException("two pieces with a space between are expected, not “" + line + "”");
        }
        return new String[] {line.substring(0, space), line.substring(space + 1)};
    }

    /** Pieces with their numbers, from 0. */
    static Map<String, Integer> vocabulary(JsonCursor vocabulary) {
        Map<String, Integer> pieces = new HashMap<>();
        vocabulary.all().forEach((piece, id) -> pieces.put(piece, id.whole(0, MOST)));
        return pieces;
    }

    private static List<AddedTokens.Token> added(JsonCursor root) {
        List<AddedTokens.Token> tokens = new ArrayList<>();
        if (root.has("added_tokens")) {
            for (JsonCursor token : root.items("added_tokens", "added token", MOST)) {
                tokens.add(added(token, token.at("id").whole(0, MOST)));
            }
        }
        return tokens;
    }

    /** A token that is looked for in a text before anything else. */
    static AddedTokens.Token added(JsonCursor token, int id) {
        return new AddedTokens.Token(
                text(token.at("content")),
                id,
                flag(token, "lstrip", false),
                flag(token, "rstrip", false),
                flag(token, "single_word", false),
                flag(token, "normalized", false));
    }

    private static Tokenizer.Frame frame(JsonCursor root) {
        return root.has("post_processor") ? processor(root.at("post_processor")) : NO_FRAME;
    }

    static final Tokenizer.Frame NO_FRAME = new Tokenizer.Frame(List.of(), List.of());

    private static Tokenizer.Frame processor(JsonCursor by) {
        String type = by.at("type").text();
        return switch (type) {
            case "ByteLevel" -> NO_FRAME;
            case "TemplateProcessing" -> template(by);
            case "BertProcessing", "RobertaProcessing" ->
                new Tokenizer.Frame(List.of(named(by.at("cls"))), List.of(named(by.at("sep"))));
            case "Sequence" ->
                by.items("processors", "processor", 16).stream()
                        .map(TokenizerFile::processor)
                        .filter(frame -> frame.size() > 0)
                        .findFirst()
                        .orElse(NO_FRAME);
            default ->
                throw by.at("type").refusal(unread(type, "a template, BertProcessing and RobertaProcessing are"));
        };
    }

    private static Tokenizer.Added named(JsonCursor pair) {
        List<JsonCursor> two = pair.items("entry");
        if (two.size() != 2) {
            throw pair.refusal("a token and its number are expected");
        }
        return new Tokenizer.Added(text(two.get(0)), two.get(1).whole(0, MOST));
    }

    /** The text of a token. */
    static String text(JsonCursor token) {
        String text = token.text(LONGEST_TEXT);
        if (text.isEmpty()) {
            throw token.refusal("a token has at least one character");
        }
        return text;
    }

    private static Tokenizer.Frame template(JsonCursor by) {
        List<Tokenizer.Added> before = new ArrayList<>();
        List<Tokenizer.Added> after = new ArrayList<>();
        boolean passed = false;
        for (JsonCursor part : by.items("single", "part", 64)) {
            if (part.has("Sequence")) {
                passed = true;
                continue;
            }
            String name = part.at("SpecialToken").at("id").text(LONGEST_TEXT);
            JsonCursor special = by.at("special_tokens").at(name);
            List<JsonCursor> ids = special.items("ids", "number", 16);
            List<JsonCursor> tokens = special.items("tokens", "token", 16);
            if (ids.size() != tokens.size()) {
                throw special.refusal("as many numbers as tokens are expected");
            }
            for (int i = 0; i < ids.size(); i++) {
                (passed ? after : before)
                        .add(new Tokenizer.Added(text(tokens.get(i)), ids.get(i).whole(0, MOST)));
            }
        }
        if (!passed) {
            throw by.at("single").refusal("a template without a place for the text");
        }
        return new Tokenizer.Frame(before, after);
    }

    private static void only(JsonCursor part, String type) {
        if (!part.at("type").text().equals(type)) {
            throw part.at("type").refusal(unread(part.at("type").text(LONGEST_TEXT), type + " is"));
        }
    }

    /** A switch, or how it usually stands. */
    static boolean flag(JsonCursor part, String field, boolean usual) {
        return part.has(field) ? part.at(field).readBoolean() : usual;
    }
}
