package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sentences are split as people expect. */
class TokenizerTest {
    @Test
    void wordsKeepApostrophesAndHyphens() {
        assertThat(Tokenizer.split("The well-known dog didn't bark, o’clock."))
                .containsExactly("The", "well-known", "dog", "didn't", "bark", ",", "o’clock", ".");
    }

    @Test
    void quotesAndDashesAroundWordsStandAlone() {
        assertThat(Tokenizer.split("'Hello' - she said")).containsExactly("'", "Hello", "'", "-", "she", "said");
    }

    @Test
    void numbersKeepTheirMarks() {
        assertThat(Tokenizer.split("3.14 and 1,000. End")).containsExactly("3.14", "and", "1,000", ".", "End");
        assertThat(Tokenizer.split("one,two")).containsExactly("one", ",", "two");
    }

    @Test
    void accentsAreOneHoweverTheyAreWritten() {
        assertThat(Tokenizer.split("cafe\u0301 naïve")).containsExactly("café", "naïve");
        assertThat(Tokenizer.split("q\u0323\u0307")).hasSize(1);
    }

    @Test
    void chineseAndJapaneseGoByCharacter() {
        assertThat(Tokenizer.split("我爱你")).containsExactly("我", "爱", "你");
        assertThat(Tokenizer.split("ねこはAI")).containsExactly("ね", "こ", "は", "AI");
    }

    @Test
    void anEmojiIsOneWord() {
        assertThat(Tokenizer.split("I❤️🏳️‍🌈👨‍👩‍👧 AI🇫🇷"))
                .containsExactly("I", "❤️", "🏳️‍🌈", "👨‍👩‍👧", "AI", "🇫🇷");
    }

    @Test
    void otherScriptsAreWords() {
        assertThat(Tokenizer.split("שלום עולם مرحبا بالعالم Привет"))
                .containsExactly("שלום", "עולם", "مرحبا", "بالعالم", "Привет");
    }

    @Test
    void whatIsNotSeenPartsWordsAndIsNoWord() {
        assertThat(Tokenizer.split("a\tb\nc\u0000d\u200Fe\u00A0f")).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(Tokenizer.split(" \t\n")).isEmpty();
        assertThat(Tokenizer.split("")).isEmpty();
        assertThat(Tokenizer.split("\uD800 lone")).containsExactly("lone");
    }

    @Test
    void lookUpFoldsCaseAndApostrophes() {
        assertThat(Tokenizer.folded("DIDN’T")).isEqualTo("didn't");
    }

    @Test
    void aLongTextIsReadOnlyAsFarAsItIsNeeded() {
        assertThat(Tokenizer.split("one two, three", 3)).containsExactly("one", "two", ",");
        assertThat(Tokenizer.split("one two", 3)).containsExactly("one", "two");
        assertThat(Tokenizer.split("one, two", 1)).containsExactly("one");
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
            List<String> byTables = new ArrayList<>(Tokenizer.split(separate));
            assertThat(byTables.remove(byTables.size() - 1)).isEqualTo("水");
            assertThat(Tokenizer.split(text)).as(text).isEqualTo(byTables);
        }
    }
}
