package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sentences are split as people expect. */
class TokenizerTest {
    private static List<String> split(String text) {
        return Tokenizer.split(text, Integer.MAX_VALUE).checked().words();
    }

    @Test
    void wordsKeepApostrophesAndHyphens() {
        assertThat(split("The well-known dog didn't bark, o’clock."))
                .containsExactly("The", "well-known", "dog", "didn't", "bark", ",", "o’clock", ".");
    }

    @Test
    void quotesAndDashesAroundWordsStandAlone() {
        assertThat(split("'Hello' - she said")).containsExactly("'", "Hello", "'", "-", "she", "said");
    }

    @Test
    void numbersKeepTheirMarks() {
        assertThat(split("3.14 and 1,000. End")).containsExactly("3.14", "and", "1,000", ".", "End");
        assertThat(split("one,two")).containsExactly("one", ",", "two");
    }

    @Test
    void accentsAreOneHoweverTheyAreWritten() {
        assertThat(split("cafe\u0301 naïve")).containsExactly("café", "naïve");
        assertThat(split("q\u0323\u0307")).hasSize(1);
    }

    @Test
    void chineseAndJapaneseGoByCharacter() {
        assertThat(split("我爱你")).containsExactly("我", "爱", "你");
        assertThat(split("ねこはAI")).containsExactly("ね", "こ", "は", "AI");
    }

    @Test
    void anEmojiIsOneWord() {
        assertThat(split("I❤️🏳️‍🌈👨‍👩‍👧 AI🇫🇷")).containsExactly("I", "❤️", "🏳️‍🌈", "👨‍👩‍👧", "AI", "🇫🇷");
    }

    @Test
    void otherScriptsAreWords() {
        assertThat(split("שלום עולם مرحبا بالعالم Привет"))
                .containsExactly("שלום", "עולם", "مرحبا", "بالعالم", "Привет");
    }

    @Test
    void whatIsNotSeenPartsWordsAndIsNoWord() {
        assertThat(split("a\tb\nc\u0000d\u200Fe\u00A0f")).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(split(" \t\n")).isEmpty();
        assertThat(split("")).isEmpty();
        assertThat(split("\uD800 lone")).containsExactly("lone");
    }

    @Test
    void lookUpFoldsCaseAndApostrophes() {
        assertThat(Tokenizer.folded("DIDN’T")).isEqualTo("didn't");
    }

    @Test
    void soManyWordsAreKeptAndTheRestIsCounted() {
        assertThat(Tokenizer.split("one two, three", 3)).isEqualTo(new Tokens(List.of("one", "two", ","), 1, ""));
        assertThat(Tokenizer.split("one two", 3)).isEqualTo(new Tokens(List.of("one", "two"), 0, ""));
        assertThat(Tokenizer.split("one, two", 0)).isEqualTo(new Tokens(List.of(), 3, ""));
    }

    @Test
    void plainTextIsPartedAsTheTablesWouldPartIt() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(random.nextInt(30), 0, 0x300)
                    .mapToObj(c -> random.nextBoolean() ? (char) (32 + c % 95) : (char) c)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            String separate = text + " 水"; // one character beyond plain Latin, and the tables are asked
            List<String> byTables = new ArrayList<>(split(separate));
            assertThat(byTables.remove(byTables.size() - 1)).isEqualTo("水");
            assertThat(split(text)).as(text).isEqualTo(byTables);
        }
    }
}
