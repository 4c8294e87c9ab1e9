package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import app.regard.Extent;
import app.regard.trace.Refusal;
import app.regard.transformer.text.BertNormalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Word pieces, held against Hugging Face's own tokenizers on the same file. */
@Tag("model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordPiecesTest {
    private static final String FILE = "/all-minilm-l6-v2-tokenizer.json";

    private WordPieces ours;
    private HuggingFaceTokenizer theirs;

    @BeforeAll
    void open() throws IOException {
        try (InputStream in = WordPiecesTest.class.getResourceAsStream(FILE)) {
            ours = WordPieces.read(in);
        }
        try (InputStream in = WordPiecesTest.class.getResourceAsStream(FILE)) {
            theirs = HuggingFaceTokenizer.newInstance(in, Map.of("truncation", "false", "padding", "false"));
        }
    }

    private List<String> pieces(String text) {
        return ours.of(text, 512).all().stream().map(Piece::text).toList();
    }

    private List<String> expected(String text) {
        Encoding encoding = theirs.encode(text);
        assertThat(encoding.getIds()).hasSameSizeAs(encoding.getTokens());
        return Arrays.asList(encoding.getTokens());
    }

    @Test
    @Tag("long")
    void agreesOnThousandsOfTexts() {
        Random random = new Random(20);
        List<String> texts = new ArrayList<>(Sentences.varied().subList(0, 17)); // none that is cut, none with [SEP]
        while (texts.size() < Extent.of(2_000, 12_000)) {
            texts.add(Letters.text(random));
        }
        int longest = 0;
        for (String text : texts) {
            List<String> expected = expected(text);
            longest = Math.max(longest, expected.size());
            assertThat(pieces(text)).as(text).isEqualTo(expected);
        }
        assertThat(longest).isGreaterThan(50);
    }

    /**
     * The tables of characters are Java's, theirs are those of Unicode 8: a mark, sign or invisible character that came
     * later may be stripped or stand alone for us and be an unknown letter for them. Which, is in the list.
     */
    @Test
    @Tag("long")
    void everyCodePointIsReadAlikeOrListed() throws IOException {
        List<String> differing = new ArrayList<>();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += 256) {
            if (!read(first)) {
                continue;
            }
            int[] some = IntStream.range(first, first + 256)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .toArray();
            if (alike(some)) {
                continue; // all at once is faster than one by one
            }
            for (int c : some) {
                if (!alike(c)) {
                    differing.add(String.format("%04X", c));
                }
            }
        }
        int java = Runtime.version().feature();
        if (Extent.whole()) {
            System.out.printf(
                    "word pieces: of 1,112,064 code points, %d are read otherwise than by tokenizers 0.36.0 with the tables of Java %d%n",
                    differing.size(), java);
        }
        List<String> listed = listed(Math.min(25, java < 25 ? 17 : java));
        if (java == 17 || java == 25) {
            assertThat(differing).isEqualTo(listed);
        } else {
            assertThat(differing).containsAll(listed(17));
        }
    }

    /** In every build the alphabets are read and of the rest one block in sixteen. */
    private static boolean read(int point) {
        return Extent.whole() || point < 0x3000 || point >> 8 == 0xFE || point >> 8 == 0xFF || (point >> 8) % 16 == 1;
    }

    private boolean alike(int... points) {
        String text = Arrays.stream(points)
                .mapToObj(Character::toString)
                .map(c -> "a" + c + "b" + c)
                .collect(Collectors.joining(" "));
        List<String> read = ours.split(text).stream().map(Piece::text).toList();
        List<String> expected = expected(text);
        return read.equals(expected.subList(1, expected.size() - 1));
    }

    private static List<String> listed(int java) throws IOException {
        try (InputStream in = WordPiecesTest.class.getResourceAsStream("read-otherwise-java-" + java + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(point -> read(Integer.parseInt(point, 16)))
                    .toList();
        }
    }

    @Test
    void knowsWhereInTheTextEachPieceStands() {
        String text = "Zu\u0308rich’s  ANTIDISESTABLISHMENT 😀日本!";
        Pieces found = ours.of(text, 512);
        assertThat(found.all().stream()
                        .filter(p -> !p.special())
                        .map(p -> p.text() + "=" + text.substring(p.start(), p.end())))
                .containsExactly(
                        "zurich=Zu\u0308rich",
                        "’=’",
                        "s=s",
                        "anti=ANTI",
                        "##dis=DIS",
                        "##est=EST",
                        "##ab=AB",
                        "##lish=LISH",
                        "##ment=MENT",
                        "[UNK]=😀",
                        "日=日",
                        "本=本",
                        "!=!");
        assertThat(found.words().stream().map(Pieces.Word::text))
                .containsExactly("[CLS]", "Zu\u0308rich’s", "ANTIDISESTABLISHMENT", "😀", "日", "本", "!", "[SEP]");
    }

    @Test
    void piecesOfAnyTextStandInOrderAndWithinIt() {
        Random random = new Random(21);
        for (int round = 0; round < 2000; round++) {
            Pieces found = ours.of(Letters.text(random), 512);
            int at = 0;
            for (Piece piece : found.all()) {
                assertThat(piece.start()).isGreaterThanOrEqualTo(at - 2); // a ligature's letters share its place
                assertThat(piece.end()).isBetween(piece.start(), found.text().length());
                at = piece.start();
            }
            assertThat(found.words().stream().mapToInt(w -> w.to() - w.from()).sum())
                    .isEqualTo(found.size());
        }
    }

    @Test
    void wordsStayTogetherAsPeopleWriteThem() {
        assertThat(ours.of("She didn't e-mail 3.5 of 1,000 'quoted' ends.", 512).words().stream()
                        .map(Pieces.Word::text))
                .containsExactly(
                        "[CLS]", "She", "didn't", "e-mail", "3.5", "of", "1,000", "'", "quoted", "'", "ends", ".",
                        "[SEP]");
    }

    @Test
    void specialTokensTypedAsTextAreText() {
        assertThat(pieces("[SEP] [CLS]")).containsExactly("[CLS]", "[", "sep", "]", "[", "cl", "##s", "]", "[SEP]");
    }

    /** A file may ask for words of any length to be spelled; the time for one grows with it, not with its square. */
    @Test
    void aWordOfAnyLengthIsSpelledInTime() {
        WordPieces.Settings settings = new WordPieces.Settings(BertNormalizer.Rules.UNCASED, "[UNK]", "##", 1 << 20);
        WordPieces few = new WordPieces(
                settings, Map.of("[UNK]", 0, "a", 1, "##a", 2, "##aaa", 3), TokenizerFile.NO_FRAME, List.of());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<Piece> pieces = few.split("a".repeat(1 + 3 * 100_000 + 1));
            assertThat(pieces).hasSize(1 + 100_000 + 1);
            assertThat(pieces.get(1).text()).isEqualTo("##aaa");
            assertThat(pieces.get(100_001).text()).isEqualTo("##a");
        });
    }

    @Test
    void longTextsAreCutAndSaySo() {
        Pieces all = ours.of("river ".repeat(510), 512);
        assertThat(all.size()).isEqualTo(512);
        assertThat(all.cut()).isZero();
        Pieces cut = ours.of("river ".repeat(700), 512);
        assertThat(cut.size()).isEqualTo(512);
        assertThat(cut.cut()).isEqualTo(190);
        assertThat(cut.sentence().left()).isEqualTo(190);
        assertThat(cut.get(511).text()).isEqualTo("[SEP]");
        assertThat(cut.get(511).start()).isEqualTo(cut.get(510).end());
    }

    @Test
    void aDamagedFileIsRefusedInWords() {
        for (String json : List.of(
                "",
                "[]",
                "{\"model\": {\"vocab\": {\"a\": 1",
                "{\"model\": {\"vocab\": {\"a\": \"b\"}}}",
                "{\"model\": {\"vocab\": {\"a\": 99999999999999}}}",
                "{\"model\": {\"vocab\": {\"a\": -1}}}",
                "{\"normalizer\": {\"type\": \"NFC\"}}")) {
            assertThatThrownBy(() -> WordPieces.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("list of word pieces is damaged")
                    .hasMessageEndingWith("until then the simple table goes on working.");
        }
    }
}
