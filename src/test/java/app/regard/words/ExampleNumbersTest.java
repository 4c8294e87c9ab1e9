package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.engine.Attention;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers that an example's line on what to notice quotes are those of its trace; and its words are marked as words. */
class ExampleNumbersTest {
    private static final Pattern PIECE =
            Pattern.compile("“(?<word>[^”]+)”|(?<verb>\\b(gives|keeps|gets?|itself|goes in with|comes out with)\\b)"
                    + "|(?<name>\\p{Alpha}+) (?<of>\\d\\.\\d+)|(?<number>\\d\\.\\d+)");

    private final Library library = new Library();

    @Test
    void everyNumberThatIsQuotedIsTheNumber() {
        int checked = 0;
        for (Example e : library.examples()) {
            Trace t = Attention.trace(library.resolve(e.experiment()));
            long stated =
                    Pattern.compile("\\d\\.\\d+").matcher(e.notice()).results().count();
            int right = new Reading(t, e).right();
            assertThat(right).as(e.id() + ": " + e.notice()).isEqualTo((int) stated);
            checked += right;
        }
        assertThat(checked).isGreaterThan(30);
    }

    /** Reads a line from left to right: who gives, to whom, how much. */
    private static final class Reading {
        private final Trace t;
        private final Example e;
        private String giver = "";
        private String verb = "";
        private String last = "";
        private final List<String> takers = new ArrayList<>();
        private int right;

        Reading(Trace t, Example e) {
            this.t = t;
            this.e = e;
        }

        int right() {
            Matcher piece = PIECE.matcher(e.notice());
            while (piece.find()) {
                if (piece.group("word") != null) {
                    takers.add(piece.group("word"));
                    last = piece.group("word");
                } else if (piece.group("verb") != null) {
                    verb(piece.group("verb"));
                } else if (piece.group("name") != null) {
                    named(piece.group("name"), new BigDecimal(piece.group("of")));
                } else {
                    weights(new BigDecimal(piece.group("number")));
                }
            }
            return right;
        }

        private void verb(String said) {
            switch (said) {
                case "itself" -> {
                    if (!takers.contains(giver) && !verb.equals("get")) {
                        takers.add(giver);
                    }
                }
                case "get", "gets" -> verb = "get";
                case "goes in with", "comes out with" -> {
                    verb = said;
                    takers.clear();
                }
                default -> {
                    verb = said;
                    giver = takers.isEmpty() ? giver : last;
                    takers.clear();
                    if (said.equals("keeps")) {
                        takers.add(giver);
                    }
                }
            }
        }

        /** A number after a name: of a dimension in a vector, or of what is given to all that were named. */
        private void named(String name, BigDecimal number) {
            int dimension = t.in().head().dimensions().indexOf(name);
            if (dimension < 0) {
                weights(number);
                return;
            }
            int word = place(e.focus(), t.weights().from());
            boolean out = verb.equals("comes out with");
            double value =
                    out ? t.outputs().at(word, dimension) : t.in().from().x().at(word, dimension);
            assertThat(rounded(value, number))
                    .as("%s of %s in %s", name, e.focus(), e.id())
                    .isEqualByComparingTo(number);
            right++;
        }

        private void weights(BigDecimal number) {
            assertThat(takers).as("who takes " + number + " in " + e.id()).isNotEmpty();
            for (String taker : takers) {
                double weight = t.weights()
                        .a()
                        .at(
                                place(giver, t.weights().from()),
                                place(taker, t.weights().to()));
                assertThat(rounded(weight, number))
                        .as("%s to %s in %s", giver, taker, e.id())
                        .isEqualByComparingTo(number);
            }
            takers.clear();
            right++;
        }

        private int place(String word, Sentence words) {
            int at = words.words().indexOf(word);
            assertThat(at).as("“" + word + "” in " + e.id()).isNotNegative();
            return at;
        }

        private static BigDecimal rounded(double value, BigDecimal like) {
            return new BigDecimal(value).setScale(like.scale(), RoundingMode.HALF_EVEN);
        }
    }

    /** Short words of every sentence, which a line may need for itself. */
    private static final List<String> COMMON = List.of(
            "of", "the", "The", "is", "was", "it", "in", "are", "a", "A", "I", "here", "here.", "and", "because",
            "great", "new", "too");

    @Test
    void wordsOfTheSentenceStandInQuotes() {
        for (Example e : library.all()) {
            String bare = e.notice().replaceAll("“[^”]*”", "");
            for (String word : Tokenizer.split(e.sentence(), 100).checked().words()) {
                if (!COMMON.contains(word) && word.chars().anyMatch(Character::isLetter)) {
                    assertThat(Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                                    .matcher(bare)
                                    .find())
                            .as("%s in %s: %s", word, e.id(), e.notice())
                            .isFalse();
                }
            }
        }
    }

    /** What is said to be so of a word's vector is so: “delicious” has food and no money. */
    @Test
    void deliciousHasFoodAndNoMoney() {
        Trace t = Attention.trace(
                library.resolve(library.example("apple-fruit").orElseThrow().experiment()));
        List<String> names = t.in().head().dimensions();
        int delicious = t.weights().from().words().indexOf("delicious");
        assertThat(t.in().from().x().at(delicious, names.indexOf("food"))).isPositive();
        assertThat(t.in().from().x().at(delicious, names.indexOf("money"))).isZero();
    }
}
