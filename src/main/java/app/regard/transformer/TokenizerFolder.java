package app.regard.transformer;

import app.regard.file.JsonCursor;
import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import app.regard.transformer.text.AddedTokens;
import app.regard.transformer.text.BertNormalizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tokenizer in a model's folder: tokenizer.json, or what older models have instead. */
final class TokenizerFolder {
    private static final int LARGEST = 1 << 26;

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
        WholeFile.text(folder.resolve("vocab.txt"), LARGEST)
                .lines()
                .forEach(line -> vocabulary.put(line, vocabulary.size()));
        boolean lower = flag(folder, "do_lower_case", true);
        WordPieces.Settings settings = new WordPieces.Settings(
                new BertNormalizer.Rules(
                        true,
                        flag(folder, "tokenize_chinese_chars", true),
                        flag(folder, "strip_accents", lower),
                        lower),
                "[UNK]",
                "##",
                100);
        return made(
                folder,
                "vocab.txt",
                () -> new WordPieces(
                        settings,
                        vocabulary,
                        frame(vocabulary, "[CLS]", "[SEP]"),
                        added(vocabulary, "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")));
    }

    private static Tokenizer bytePairs(Path folder, Family family) {
        Map<String, Integer> vocabulary = TokenizerFile.vocabulary(JsonCursor.of(
                WholeFile.text(folder.resolve("vocab.json"), LARGEST), ModelFolder.called(folder, "vocab.json")));
        boolean spaced = flag(folder, "add_prefix_space", false);
        boolean framed = family == Family.ROBERTA;
        return made(
                folder,
                "merges.txt",
                () -> new BytePairs(
                        vocabulary,
                        WholeFile.text(folder.resolve("merges.txt"), LARGEST)
                                .lines()
                                .filter(line -> !line.isBlank() && !line.startsWith("#version"))
                                .map(TokenizerFile::halves)
                                .toList(),
                        spaced,
                        framed ? frame(vocabulary, "<s>", "</s>") : TokenizerFile.NO_FRAME,
                        framed
                                ? added(vocabulary, "<s>", "<pad>", "</s>", "<unk>", "<mask>")
                                : added(vocabulary, "<|endoftext|>")));
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

    private static List<AddedTokens.Token> added(Map<String, Integer> vocabulary, String... pieces) {
        return Stream.of(pieces)
                .filter(vocabulary::containsKey)
                .map(piece -> new AddedTokens.Token(
                        piece, vocabulary.getOrDefault(piece, 0), piece.equals("<mask>"), false, false, false))
                .toList();
    }

    private static boolean flag(Path folder, String field, boolean usual) {
        if (!has(folder, "tokenizer_config.json")) {
            return usual;
        }
        JsonCursor config = JsonCursor.of(
                WholeFile.text(folder.resolve("tokenizer_config.json"), LARGEST),
                ModelFolder.called(folder, "tokenizer_config.json"));
        return config.has(field) ? config.at(field).readBoolean() : usual;
    }
}
