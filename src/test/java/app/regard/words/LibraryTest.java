package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Algebra;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Rule;
import app.regard.trace.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Recipes become words, vectors and heads. */
class LibraryTest {
    private static final Library LIBRARY = new Library();

    private static Inputs resolve(String text, Source source) {
        return LIBRARY.resolve(Experiment.of(text, source));
    }

    @Test
    void theSimpleTableHasAboutFiveHundredWordsInSixteenNamedDimensions() {
        Tsv table = Tsv.read("simple.tsv");
        assertThat(table.header()).hasSize(17).startsWith("word", "thing", "living");
        assertThat(table.rows()).hasSizeBetween(450, 600);
        Set<String> words = new HashSet<>();
        for (List<String> row : table.rows()) {
            assertThat(row).hasSize(17);
            assertThat(words.add(row.get(0))).as("%s stands once", row.get(0)).isTrue();
            assertThat(row.get(0)).isEqualTo(Tokenizer.folded(row.get(0)));
            assertThat(Tokenizer.split(row.get(0), Integer.MAX_VALUE).words()).containsExactly(row.get(0));
            row.subList(1, 17).forEach(v -> assertThat(Double.parseDouble(v)).isBetween(-1.0, 1.0));
        }
    }

    /** The values are written down here: they must be the same on every machine and in every release. */
    @Test
    void wordsNotInTheTableAreMarkedAndTheSameEverywhere() {
        Inputs in = resolve("zorbulon river ZORBULON", new Source.Simple("similarity"));
        assertThat(in.from().words().tokens().stream().map(t -> t.madeUp())).containsExactly(true, false, true);
        assertThat(in.from().x().row(0)).containsExactly(in.from().x().row(2));
        assertThat(in.from().x().row(0)).containsExactly(ZORBULON, within(0.0));
        assertThat(in.from().x().row(0))
                .isNotEqualTo(resolve("zorbulom", new Source.Simple("similarity"))
                        .from()
                        .x()
                        .row(0));
    }

    /** Worked out in Python from the Javadoc of {@code java.util.Random} and {@code String.hashCode}. */
    private static final double[] ZORBULON = {
        0.1, 0.5, 0.05, 0.1, 0.25, 0, 0.2, -0.1, 0.35, 0.5, -0.1, 0.3, 0.45, 0.25, -0.5, 0.3
    };

    @Test
    void caseAndApostrophesDoNotMatterForLookUp() {
        Inputs in = resolve("BANK Didn’t", new Source.Simple("similarity"));
        assertThat(in.from().words().words()).containsExactly("BANK", "Didn’t");
        assertThat(in.from().words().tokens().stream().noneMatch(t -> t.madeUp()))
                .isTrue();
    }

    /** Rule k: strength × 2√d_k in the row that asks, 1 in the row that is wanted; so the exponent is 2 × strength. */
    @Test
    void aRuleHeadIsItsRules() {
        Head head = resolve("it", new Source.Simple("coreference")).head();
        List<Rule> rules = HandmadeHeads.rules().getOrDefault("coreference", List.of());
        assertThat(head.dK()).isEqualTo(rules.size());
        Matrix asks = Algebra.timesTransposed(head.q().w(), head.k().w());
        int standIn = head.dimensions().indexOf("stand-in");
        int thing = head.dimensions().indexOf("thing");
        assertThat(asks.at(standIn, thing) / Math.sqrt(head.dK())).isCloseTo(4, within(1e-12));
        assertThat(head.rules()).contains("stand-in asks thing +2", "stand-in asks place −0.5");
    }

    @Test
    void aSeedGivesTheSameProjectionsEachTimeAndAnotherSeedOthers() {
        Head a = resolve("bank", new Source.Seeded("simple", 42)).head();
        Head b = resolve("bank", new Source.Seeded("simple", 42)).head();
        Head c = resolve("bank", new Source.Seeded("simple", 43)).head();
        assertThat(a).isEqualTo(b);
        assertThat(a.q()).isNotEqualTo(c.q());
        assertThat(a.dK()).isEqualTo(8);
        double square = 0;
        for (long seed = 0; seed < 200; seed++) {
            for (double w : resolve("bank", new Source.Seeded("simple", seed))
                    .head()
                    .q()
                    .w()
                    .toArray()) {
                square += w * w;
            }
        }
        assertThat(Math.sqrt(square / (200 * 128))).isCloseTo(0.75, within(0.02));
    }

    @Test
    void atMost512WordsTakePart() {
        Inputs in = resolve("word ".repeat(700), new Source.Simple("similarity"));
        assertThat(in.from().words().size()).isEqualTo(512);
        assertThat(in.from().words().left()).isEqualTo(188);
    }

    @Test
    void anEditOfAWordChangesAllItsOccurrences() {
        Experiment e = new Experiment(
                "bank of the Bank",
                null,
                new Source.Simple("similarity"),
                Mask.NONE,
                Positions.NONE,
                1,
                List.of(new Edit("X", "bank", 0, 3, 9), new Edit("W_Q", "", 1, 2, 5), new Edit("W_Q", "", 1, 2, 6)),
                Reading.PLAIN,
                true);
        Inputs in = LIBRARY.resolve(e);
        assertThat(in.from().x().at(0, 3)).isEqualTo(9);
        assertThat(in.from().x().at(3, 3)).isEqualTo(9);
        assertThat(in.from().x().at(1, 3)).isNotEqualTo(9);
        assertThat(in.head().q().w().at(1, 2)).isEqualTo(6);
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> resolve("bank", new Source.Simple("nonsense")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("similarity, coreference");
        assertThatThrownBy(() -> resolve("bank", new Source.Preset("nonsense"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> resolve("   ", new Source.Simple("similarity")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("type a sentence");
    }

    @Test
    void theFirstMissingWordIsNamed() {
        assertThat(LIBRARY.missing(Experiment.of("bank of the rivers and", new Source.Preset("river"))))
                .contains("rivers");
        assertThat(LIBRARY.missing(Experiment.of("River the BANK", new Source.Preset("river"))))
                .isEmpty();
    }

    @Test
    void everyWordOfEveryTableHasItsNumbers() {
        List<Table> tables = new java.util.ArrayList<>(List.of(Table.read("simple.tsv", "")));
        new Library()
                .examples().stream()
                        .filter(Example::ownTable)
                        .forEach(e -> tables.add(Table.read("tables/" + e.id() + ".tsv", "")));
        for (Table table : tables) {
            for (String word : table.words()) {
                assertThat(table.holds(word)).isTrue();
                assertThat(table.vector(word))
                        .hasSize(table.dimensions().size())
                        .doesNotContain(Double.NaN);
            }
        }
    }
}
