package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipesTest {
    @TempDir
    private Path folder;

    /** A thousand moments with any text, source, mask, positions and edits come back as they went. */
    @Test
    void aThousandMomentsComeBack() {
        Moments moments = new Moments(new Random(2026));
        for (int i = 0; i < 200; i++) {
            List<Lesson.Card> cards = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                cards.add(new Lesson.Card(moments.next(), moments.text(), moments.text()));
            }
            Lesson lesson = new Lesson(moments.text(), moments.text(), cards);
            Path file = folder.resolve("lesson.regard");
            Lessons.write(file, true, lesson);
            assertThat(Lessons.read(file)).isEqualTo(lesson);
        }
    }

    @Test
    void theSameLessonGivesTheSameBytesAndNamesTheFormatFirst() throws IOException {
        Lesson lesson = Lesson.of(new Moment(Experiment.of("the cat", new Source.Simple("agreement")), 6, 1));
        Path file = folder.resolve("a.regard");
        Lessons.write(file, false, lesson);
        assertThat(file).hasContent("""
                {
                 "format": 1,
                 "title": "",
                 "notes": "",
                 "cards": [{
                  "title": "",
                  "notes": "",
                  "stage": 6,
                  "query": 1,
                  "experiment": {
                   "text": "the cat",
                   "source": {
                    "kind": "simple",
                    "head": "agreement"
                   }
                  }
                 }]
                }
                """);
        Path again = folder.resolve("b.regard");
        Lessons.write(again, false, Lessons.read(file));
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    private static String lesson(String experiment) {
        String good = "{\"stage\": 1, \"query\": 0, \"experiment\": {\"text\": \"a\", "
                + "\"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}}}";
        return "{\"format\": 1,\n \"cards\": [" + good + ",\n" + good
                + ",\n{\"stage\": 8, \"query\": 0, \"experiment\":\n" + experiment + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"mask\": {\"kind\": \"local\", \"radius\": -1} | experiment.mask.radius | from 0 to",
                "\"mask\": {\"kind\": \"local\"} | experiment.mask | “radius” is missing",
                "\"mask\": {\"kind\": \"causal\", \"radius\": 3} | experiment.mask.radius | only a local window",
                "\"mask\": \"sideways\" | experiment.mask | causal, local, local_causal, none",
                "\"mask\": 7 | experiment.mask | not 7",
                "\"positions\": {\"scheme\": \"sinusoidal\", \"strength\": 2000} | experiment.positions.strength | 1000",
                "\"positions\": {\"scheme\": \"none\", \"strength\": 1} | experiment.positions.strength | no strength",
                "\"temperature\": 0 | experiment.temperature | above 0",
                "\"temperature\": 1e999 | experiment.temperature | finite",
                "\"temperature\": \"hot\" | experiment.temperature | not “hot”",
                "\"temprature\": 2 | experiment.temprature | not known here",
                "\"edits\": {} | experiment.edits | a list",
                "\"edits\": [{\"matrix\": \"X\", \"row\": 0, \"col\": 0.5, \"value\": 1}] | edit 1, col | whole number",
                "\"edits\": [{\"matrix\": \"X\", \"row\": 0, \"col\": 1}] | edit 1 | “value” is missing",
            })
    void aFaultIsNamedWithItsPlace(String field, String place, String says) {
        String text =
                lesson("{\"text\": \"a\", \"source\": {\"kind\": \"preset\", \"table\": \"river\"}, " + field + "}");
        assertThatThrownBy(() -> Lessons.read(text, "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“l.regard”, card 3, ")
                .hasMessageContaining(place)
                .hasMessageContaining(says)
                .hasMessageContaining("line 5, column ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"kind\": \"dreamt\"} | source.kind | simple, rules, preset, seeded",
                "{\"kind\": \"seeded\", \"table\": \"simple\", \"seed\": 1.5} | source.seed | whole number",
                "{\"kind\": \"layered\", \"head\": \"layer-3\"} | source.head | layer-1, layer-2, layer-2-alone",
                "{\"kind\": \"simple\", \"head\": \"x\", \"table\": \"y\"} | source.table | not known here",
                "[] | source | fields in { }",
                "null | experiment | “source” is missing",
            })
    void sourcesAreNamedToo(String source, String place, String says) {
        assertThatThrownBy(() -> Lessons.read(lesson("{\"text\": \"a\", \"source\": " + source + "}"), "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("card 3, experiment")
                .hasMessageContaining(place)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"format\": 4, \"pages\": []} | newer Regard, in format 4",
                "{\"title\": \"x\"} | “format” is missing",
                "{\"format\": 1, \"cards\": []} | at least one card",
                "{\"format\": 1, \"cards\": [{\"stage\": 9}]} | card 1",
                "{\"format\": 1, \"format\": 1} | line 1, column ",
                "{\"format\": 1, \"cards\": [ | line 1, column ",
                "{\"format\": 1} x | line 1, column ",
                "hello | line 1, column ",
                "[1] | fields in { }",
            })
    void brokenLessonsAreRefused(String text, String says) {
        assertThatThrownBy(() -> Lessons.read(text, "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“l.regard”")
                .hasMessageContaining(says);
    }

    @Test
    void filesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("x.regard"), new byte[] {'{', (byte) 0xC3, '}'});
        assertThatThrownBy(() -> Lessons.read(file)).isInstanceOf(Refusal.class).hasMessageContaining("UTF-8");
        Path empty = Files.write(folder.resolve("empty.regard"), new byte[0]);
        assertThatThrownBy(() -> Lessons.read(empty))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is empty");
        Path deep = Files.writeString(folder.resolve("deep.regard"), "[".repeat(100_000));
        assertThatThrownBy(() -> Lessons.read(deep)).isInstanceOf(Refusal.class);
    }

    /** Cut anywhere, a lesson is refused with its line; nothing else is thrown. */
    @Test
    void aLessonCutAnywhereIsRefused() throws IOException {
        Path file = folder.resolve("a.regard");
        Lessons.write(file, false, Lesson.of(new Moments(new Random(4)).next()));
        String whole = Files.readString(file).strip();
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> Lessons.read(cut, "“a.regard”"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("line ");
        }
    }

    @Test
    void aLineNeedsOnlyItsText() {
        Experiment base = Experiment.of("unused", new Source.Seeded("simple", 7))
                .withMask(Mask.CAUSAL)
                .withTemperature(2);
        assertThat(Recipes.line("{\"text\": \"a b\"}", base, "line 3")).isEqualTo(base.withText("a b"));
        assertThat(Recipes.line(
                        "{\"text\": \"a b\", \"mask\": \"none\", \"positions\": \"sinusoidal\", \"temperature\": 1, "
                                + "\"source\": {\"kind\": \"preset\", \"table\": \"river\"}}",
                        base,
                        "line 3"))
                .isEqualTo(Experiment.of("a b", new Source.Preset("river")).withPositions(Positions.sinusoidal(1)));
        assertThatThrownBy(() -> Recipes.line("{\"texts\": 1}", base, "line 3"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("line 3, texts: ");
    }
}
