package app.regard.transformer;

import app.regard.file.JsonCursor;
import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import app.regard.transformer.text.AddedTokens;
import app.regard.transformer.text.BertNormalizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tokenizer in a model's folder: tokenizer.json, or what older models have instead. */
final class TokenizerFolder {
    private static final int LARGEST = 1 << 26;
    private static final int MOST = 1 << 22;

    private TokenizerFolder() {}

    /**
     * Reads the tokenizer.
     *
     * @throws Refusal if there is none, or it asks for what is not done here
     */
    static Tokenizer read(Path folder, Family family) {
        if (has(folder, "tokenizer.json")) {
            return TokenizerFile.read(
                    WholeFile.text(folder.resolve("tokenizer.json"), LARGEST),
                    ModelFolder.called(folder, "tokenizer.json"));
        }
        if (has(folder, "vocab.txt")) {
            return wordPieces(folder);
        }
        if (has(folder, "vocab.json") && has(folder, "merges.txt")) {
            return bytePairs(folder, family);
        }
        throw new Refusal(
                WholeFile.name(folder) + " has no tokenizer that is read here: tokenizer.json, or vocab.txt, or "
                        + "vocab.json with merges.txt. Save it with the tokenizer’s save_pretrained.");
    }

    private static boolean has(Path folder, String file) {
        return Files.exists(folder.resolve(file));
    }

    /** A piece a line, and the rest as BERT has it, as far as tokenizer_config.json does not say otherwise. */
    private static Tokenizer wordPieces(Path folder) {
        Map<String, Integer> vocabulary = new HashMap<>();
        int place = 0; // a piece that stands there twice is the later one
        for (String line : lines(folder, "vocab.txt")) {
            vocabulary.put(line, place++);
        }
        JsonCursor config = config(folder);
        boolean lower = TokenizerFile.flag(config, "do_lower_case", true);
        WordPieces.Settings settings = new WordPieces.Settings(
                new BertNormalizer.Rules(
                        true,
                        TokenizerFile.flag(config, "tokenize_chinese_chars", true),
                        TokenizerFile.flag(config, "strip_accents", lower),
                        lower),
                special(config, "unk_token", "[UNK]"),
                "##",
                100);
        String before = special(config, "cls_token", "[CLS]");
        String after = special(config, "sep_token", "[SEP]");
        return made(
                folder,
                "vocab.txt",
                () -> new WordPieces(
                        settings,
                        vocabulary,
                        frame(vocabulary, before, after),
                        added(
                                folder,
                                vocabulary,
                                "",
                                settings.unknown(),
                                before,
                                after,
                                special(config, "pad_token", "[PAD]"),
                                special(config, "mask_token", "[MASK]"))));
    }

    private static Tokenizer bytePairs(Path folder, Family family) {
        Map<String, Integer> vocabulary = TokenizerFile.vocabulary(JsonCursor.of(
                WholeFile.text(folder.resolve("vocab.json"), LARGEST), ModelFolder.called(folder, "vocab.json")));
        JsonCursor config = config(folder);
        boolean spaced = TokenizerFile.flag(config, "add_prefix_space", false);
        boolean framed = family == Family.ROBERTA;
        String before = special(config, "cls_token", "<s>");
        String after = special(config, "sep_token", "</s>");
        String mask = special(config, "mask_token", "<mask>");
        String[] special = framed
                ? new String[] {
                    before, special(config, "pad_token", "<pad>"), after, special(config, "unk_token", "<unk>")
                }
                : Stream.of("bos_token", "eos_token", "unk_token", "pad_token")
                        .map(field -> special(config, field, "<|endoftext|>"))
                        .toArray(String[]::new);
        return made(
                folder,
                "merges.txt",
                () -> new BytePairs(
                        vocabulary,
                        lines(folder, "merges.txt").stream()
                                .filter(line -> !line.isBlank() && !line.startsWith("#version"))
                                .map(TokenizerFile::halves)
                                .toList(),
                        spaced,
                        framed ? frame(vocabulary, before, after) : TokenizerFile.NO_FRAME,
                        added(folder, vocabulary, framed ? mask : "", special)));
    }

    private static List<String> lines(Path folder, String file) {
        return WholeFile.text(folder.resolve(file), LARGEST).lines().toList();
    }

    private static Tokenizer made(Path folder, String file, Supplier<Tokenizer> by) {
        try {
            return by.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(ModelFolder.called(folder, file) + ": " + e.getMessage() + ".");
        }
    }

    private static Tokenizer.Frame frame(Map<String, Integer> vocabulary, String before, String after) {
        return new Tokenizer.Frame(List.of(one(vocabulary, before)), List.of(one(vocabulary, after)));
    }

    private static Tokenizer.Added one(Map<String, Integer> vocabulary, String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the piece “" + piece + "” is missing in the vocabulary");
        }
        return new Tokenizer.Added(piece, id);
    }

    /**
     * The special pieces of a vocabulary, and what was added to it later.
     *
     * @param mask the one that takes the space before it, as RoBERTa's does; empty where there is none
     */
    private static List<AddedTokens.Token> added(
            Path folder, Map<String, Integer> vocabulary, String mask, String... special) {
        Map<String, AddedTokens.Token> tokens = new LinkedHashMap<>();
        for (String piece : Stream.concat(Stream.of(special), Stream.of(mask)).toList()) {
            Integer id = piece.isEmpty() ? null : vocabulary.get(piece);
            if (id != null) {
                tokens.put(piece, new AddedTokens.Token(piece, id, piece.equals(mask), false, false, false));
            }
        }
        json(folder, "added_tokens.json").all().forEach((piece, id) -> {
            if (piece.isEmpty()) {
                throw id.refusal("a token has at least one character");
            }
            int number = id.whole(0, MOST);
            tokens.putIfAbsent(piece, new AddedTokens.Token(piece, number, false, false, false, true));
        });
        JsonCursor config = config(folder);
        if (config.has("added_tokens_decoder")) {
            config.at("added_tokens_decoder").all().forEach((id, token) -> {
                if (id.isEmpty() || id.length() > 7 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    throw token.refusal("a token’s number is expected as the name of this field");
                }
                AddedTokens.Token told = TokenizerFile.added(token, Integer.parseInt(id));
                tokens.put(told.text(), told);
            });
        }
        return List.copyOf(tokens.values());
    }

    /** A special piece, which is told as a text, or with its settings. */
    private static String special(JsonCursor config, String field, String usual) {
        if (!config.has(field)) {
            return usual;
        }
        JsonCursor told = config.at(field);
        return TokenizerFile.text(told.isText() ? told : told.at("content"));
    }

    private static JsonCursor config(Path folder) {
        return json(folder, "tokenizer_config.json");
    }

    /** A file of fields; without any where there is none. */
    private static JsonCursor json(Path folder, String file) {
        return JsonCursor.of(
                has(folder, file) ? WholeFile.text(folder.resolve(file), LARGEST) : "{}",
                ModelFolder.called(folder, file));
    }
}
