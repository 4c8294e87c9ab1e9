package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import app.regard.Extent;
import app.regard.transformer.text.ByteLetters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokenizers out of models' folders, with one setting and another, held against Hugging Face's own on the same file. */
class TokenizersTest {
    private static final List<String> TYPED = List.of(
            "[MASK]",
            "[SEP]",
            "<mask>",
            "</s>",
            "<|endoftext|>",
            " [MASK] ",
            "  <mask>\n",
            "<s>",
            "[mask]",
            "x[MASK]y",
            "'s",
            "'LL",
            "'ll",
            "n't",
            "  ",
            "\u00a0",
            "\n\n",
            "\t",
            "\u0085",
            "İ",
            "Σ",
            "ß",
            "\u2028 ",
            "1½",
            "²");

    /** A file, what is put in the place of what in it, and what that is about. */
    static Stream<Arguments> files() {
        String mask = "\"content\": \"<mask>\",\n      \"single_word\": false,\n      \"lstrip\": false";
        return Stream.of(
                Arguments.of("bert-tiny", "", "", "as saved"),
                Arguments.of("bert-tiny", "\"lowercase\": true", "\"lowercase\": false", "cased"),
                Arguments.of("bert-tiny", "\"strip_accents\": null", "\"strip_accents\": false", "accents stay"),
                Arguments.of(
                        "bert-tiny",
                        "\"strip_accents\": null,\n    \"lowercase\": true",
                        "\"strip_accents\": true, \"lowercase\": false",
                        "accents go, case stays"),
                Arguments.of(
                        "bert-tiny",
                        "\"handle_chinese_chars\": true",
                        "\"handle_chinese_chars\": false",
                        "Chinese together"),
                Arguments.of("bert-tiny", "\"clean_text\": true", "\"clean_text\": false", "not cleaned"),
                Arguments.of("bert-tiny", "\"normalized\": false", "\"normalized\": true", "added ones normalised"),
                Arguments.of(
                        "bert-tiny", "\"max_input_chars_per_word\": 100", "\"max_input_chars_per_word\": 6", "short"),
                Arguments.of("distilbert-tiny", "", "", "as saved"),
                Arguments.of("roberta-tiny", "", "", "as saved"),
                Arguments.of(
                        "roberta-tiny",
                        mask,
                        mask.replace("\"lstrip\": false", "\"lstrip\": true"),
                        "mask takes space"),
                Arguments.of(
                        "roberta-tiny", "\"add_prefix_space\": false", "\"add_prefix_space\": true", "space before"),
                Arguments.of("roberta-tiny", "\"single_word\": false", "\"single_word\": true", "words alone"),
                Arguments.of("roberta-tiny", "\"rstrip\": false", "\"rstrip\": true", "takes space behind"),
                Arguments.of("gpt2-tiny", "", "", "as saved"));
    }

    @ParameterizedTest(name = "{0}, {3}")
    @MethodSource("files")
    @Tag("long")
    void readEveryTextAlike(String model, String from, String to, String about) throws IOException {
        String saved = Files.readString(TinyModels.folder(model).resolve("tokenizer.json"));
        assertThat(saved).contains(from);
        String json = from.isEmpty() ? saved : saved.replace(from, to);
        Tokenizer ours = TokenizerFile.read(json, "it");
        Random random = new Random(about.hashCode());
        try (HuggingFaceTokenizer theirs = HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Map.of("truncation", "false"))) {
            for (int round = 0; round < Extent.of(1_000, 10_000); round++) {
                String text = text(random);
                Encoding wanted = theirs.encode(text);
                List<Piece> found = ours.of(text, 1 << 20).all();
                assertThat(found.stream().map(Piece::text))
                        .as(shown(text))
                        .containsExactlyElementsOf(Arrays.stream(wanted.getTokens())
                                .map(TokenizersTest::bare)
                                .toList());
                assertThat(found.stream().map(p -> (long) p.id()))
                        .as(shown(text))
                        .containsExactlyElementsOf(
                                Arrays.stream(wanted.getIds()).boxed().toList());
            }
        }
    }

    /** Where white space belongs to an added token, theirs is told with it; the vocabulary has it without. */
    private static String bare(String token) {
        return Stream.of("<mask>", "</s>", "<s>")
                .filter(token::contains)
                .findFirst()
                .orElse(token);
    }

    private static String text(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(Letters.text(random));
            parts.add(TYPED.get(random.nextInt(TYPED.size())));
        }
        return String.join(random.nextBoolean() ? " " : "", parts);
    }

    private static String shown(String text) {
        return text + " = " + text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
    }

    @Test
    void everyByteHasALetterOfItsOwnAndOnesThatPrintAreThemselves() {
        List<Character> letters = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            letters.add(ByteLetters.letter(b));
        }
        assertThat(letters).doesNotHaveDuplicates().contains('Ġ', 'Ċ', '!', 'ÿ');
        assertThat(ByteLetters.letter(' ')).isEqualTo('Ġ');
        assertThat(ByteLetters.letter('\n')).isEqualTo('Ċ');
        assertThat(ByteLetters.letter(0xAD)).isEqualTo('Ń');
    }

    @Test
    void piecesOfBytesKnowWhereInTheTextTheyStand() throws IOException {
        String text = "The café didn't e-mail 😀";
        Transformer model = TinyModels.read("gpt2-tiny");
        assertThat(model.pieces(text).words().stream().map(Pieces.Word::text))
                .containsExactly("The", "café", "didn't", "e-mail", "😀");
        Pieces framed = TinyModels.read("roberta-tiny").pieces(text);
        assertThat(framed.words().stream().map(Pieces.Word::text))
                .containsExactly("<s>", "The", "café", "didn't", "e-mail", "😀", "</s>");
        assertThat(framed.get(framed.size() - 1).start()).isEqualTo(text.length());
    }
}
