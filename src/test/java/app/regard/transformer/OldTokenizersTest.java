package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import app.regard.transformer.text.ByteLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokenizers without a tokenizer.json: a list of pieces, and what stands beside it; the expected pieces are found by hand. */
class OldTokenizersTest {
    /** In this order their numbers are 0, 1, …. */
    private static final List<String> PIECES = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "##b", "é", "e");

    @TempDir
    private Path folder;

    private List<String> read(String text) {
        return read(text, Family.BERT);
    }

    private List<String> read(String text, Family family) {
        return TokenizerFolder.read(folder, family).of(text, 100).all().stream()
                .map(piece -> piece.text() + piece.id())
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void pieces(List<String> pieces) throws IOException {
        write("vocab.txt", String.join("\n", pieces) + "\n");
    }

    @Test
    void aPieceHasTheNumberOfItsLastLine() throws IOException {
        List<String> pieces = new ArrayList<>(PIECES);
        pieces.add(4, "e"); // stands in line 9 too
        pieces(pieces);
        assertThat(read("ab e")).containsExactly("[CLS]2", "a5", "##b7", "e9", "[SEP]3");
    }

    @Test
    void settingsBesideTheListAreFollowed() throws IOException {
        pieces(PIECES);
        assertThat(read("A é")).containsExactly("[CLS]2", "a4", "e8", "[SEP]3");
        write("tokenizer_config.json", "{\"do_lower_case\": false}");
        assertThat(read("A é")).containsExactly("[CLS]2", "[UNK]1", "é7", "[SEP]3");
        write("tokenizer_config.json", "{\"do_lower_case\": true, \"strip_accents\": false}");
        assertThat(read("A é")).containsExactly("[CLS]2", "a4", "é7", "[SEP]3");
    }

    @Test
    void specialPiecesOfOtherNamesAreThoseOfTheSettings() throws IOException {
        List<String> pieces = new ArrayList<>(PIECES);
        Collections.addAll(pieces, "<unk>", "<s>", "</s>");
        pieces(pieces);
        write(
                "tokenizer_config.json",
                "{\"unk_token\": \"<unk>\", \"cls_token\": {\"content\": \"<s>\"}, \"sep_token\": \"</s>\"}");
        assertThat(read("a z")).containsExactly("<s>10", "a4", "<unk>9", "</s>11");
    }

    @Test
    void tokensThatWereAddedLaterAreRead() throws IOException {
        pieces(PIECES);
        write("added_tokens.json", "{\"[new]\": 9}");
        assertThat(read("a[new]b [NEW]")).containsExactly("[CLS]2", "a4", "[new]9", "b5", "[new]9", "[SEP]3");
        write(
                "tokenizer_config.json",
                "{\"added_tokens_decoder\": {\"10\": {\"content\": \"[two]\", \"normalized\": false}}}");
        assertThat(read("[two] [TWO]")).containsExactly("[CLS]2", "[two]10", "[UNK]1", "[UNK]1", "[UNK]1", "[SEP]3");
        write("tokenizer_config.json", "{\"added_tokens_decoder\": {\"-1\": {\"content\": \"[two]\"}}}");
        assertThatThrownBy(() -> read("a"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tokenizer_config.json")
                .hasMessageContaining("number is expected");
    }

    @Test
    void ofAPairThatIsListedTwiceTheLaterPlaceCounts() {
        String merges = "[[\"a\", \"b\"], [\"b\", \"c\"], [\"a\", \"b\"]]";
        String json = "{\"pre_tokenizer\": {\"type\": \"ByteLevel\"}, \"model\": {\"type\": \"BPE\", \"vocab\": {"
                + letters("\"ab\": 900, \"bc\": 901") + "}, \"merges\": " + merges + "}}";
        assertThat(TokenizerFile.read(json, "it").split("abc").stream().map(Piece::text))
                .containsExactly("a", "bc");
    }

    /** Some pieces with their numbers, and one for each byte. */
    private static String letters(String pieces) {
        StringBuilder vocabulary = new StringBuilder(pieces);
        for (int b = 0; b < 256; b++) {
            char letter = ByteLetters.letter(b);
            vocabulary
                    .append(", \"")
                    .append(letter == '"' || letter == '\\' ? "\\" : "")
                    .append(letter)
                    .append("\": ")
                    .append(b);
        }
        return vocabulary.toString();
    }

    @Test
    void pairsHaveTheSpecialPiecesOfTheSettingsToo() throws IOException {
        write("vocab.json", "{" + letters("\"[B]\": 900, \"[E]\": 901, \"[M]\": 902, \"<s>\": 903") + "}");
        write("merges.txt", "#version: 0.2\n");
        write(
                "tokenizer_config.json",
                "{\"cls_token\": \"[B]\", \"sep_token\": {\"content\": \"[E]\"}, \"mask_token\": \"[M]\","
                        + " \"eos_token\": \"[E]\"}");
        assertThat(read("a [M]", Family.ROBERTA)).containsExactly("[B]900", "a97", "[M]902", "[E]901");
        assertThat(read("a[E]", Family.GPT2)).containsExactly("a97", "[E]901");
    }
}
