package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.transformer.Pieces;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMarksTest {
    private static List<String> shown(List<String> tokens) {
        TokenMarks marks = TokenMarks.of(tokens).orElseThrow();
        return IntStream.range(0, tokens.size()).mapToObj(marks::shown).toList();
    }

    private static List<String> words(List<String> tokens) {
        return TokenMarks.of(tokens).orElseThrow().words().stream()
                .map(Pieces.Word::text)
                .toList();
    }

    @Test
    void bytesAreReadAsCharacters() {
        List<String> tokens = List.of("The", "Ġcaf", "Ã©", "Ġcloses", "Ċ");
        assertThat(shown(tokens)).containsExactly("The", "·caf", "é", "·closes", "↵");
        assertThat(words(tokens)).containsExactly("The", "café", "closes", "↵");
    }

    /** “€” is E2 82 AC: its first two bytes in one token, the last in another. */
    @Test
    void halvesOfCharactersAreShownAsTheirBytes() {
        List<String> tokens = List.of("<|endoftext|>", "Ġâ", "Ĥ", "¬", "Ġ5");
        assertThat(shown(tokens)).containsExactly("<|endoftext|>", "·<0xE2>", "<0x82>", "<0xAC>", "·5");
        assertThat(words(tokens)).containsExactly("<|endoftext|>", "€", "5");
    }

    @Test
    void blanksOfSentencePieceAndItsBytes() {
        List<String> tokens =
                List.of("<s>", "▁New", "▁Y", "ork", "<0x0A>", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>", "</s>");
        assertThat(shown(tokens).subList(0, 6)).containsExactly("<s>", "·New", "·Y", "ork", "↵", "<0xF0>");
        assertThat(words(tokens)).containsExactly("<s>", "New", "York", "↵", "😀", "</s>");
    }

    @Test
    void marksOfWhatGoesOn() {
        assertThat(words(List.of("[CLS]", "un", "##happi", "##ness", ".", "[SEP]")))
                .containsExactly("[CLS]", "unhappiness", ".", "[SEP]");
        assertThat(words(List.of("un@@", "happy", "day"))).containsExactly("unhappy", "day");
        assertThat(words(List.of("un", "happy</w>", "day</w>"))).containsExactly("unhappy", "day");
        assertThat(shown(List.of("un", "##happy"))).containsExactly("un", "##happy");
        assertThat(TokenMarks.of(List.of("a", "##", "@@", "#"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "<|begin_of_text|> true",
                "<｜begin▁of▁sentence｜> true",
                "[INST] true",
                "[/INST] true",
                "<s> true",
                "</s> true",
                "<cls> true",
                "<sep> true",
                "<eod> true",
                "[CLS] true",
                "<start_of_turn> true",
                "<<SYS>> true",
                "<</SYS>> true",
                "[MASK] false",
                "[UNK] false",
                "<unk> false",
                "<mask> false",
                "[a] false",
                "<p> false",
                "a false",
                "[] false",
                "<|> false"
            })
    void whatModelsAddIsKnownByHowItIsWritten(String token, boolean special) {
        assertThat(SpecialTokens.is(token)).isEqualTo(special);
    }
}
