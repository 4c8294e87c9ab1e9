package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.source.Resolver;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons, cases and lists that a stranger made: each is refused in one line that names the place. */
class HostileFilesTest {
    private static final Source SIMPLE = new Source.Simple("similarity");

    @TempDir
    private Path folder;

    private static String card(String experiment) {
        return "{\"format\": 1, \"cards\": [{\"experiment\": " + experiment + ", \"stage\": 6, \"query\": 0}]}";
    }

    private Path saved(String text) throws IOException {
        return Files.writeString(folder.resolve("a.regard"), text);
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0})
    void aFormatThatNeverWasIsRefused(long format) {
        String json = card("{\"text\": \"a\", \"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}}")
                .replace("1", Long.toString(format));
        assertThatThrownBy(() -> Lessons.read(json, "“a.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessage("“a.regard”, format: there is no format " + format
                        + "; lessons are of format 1 to 3 (line 1, column 12).");
    }

    @Test
    void aTableThatIsNotThereIsRefusedWithItsCard() throws IOException {
        Path file =
                saved(card("{\"text\": \"a\", \"source\": {\"kind\": \"preset\", \"table\": \"../../etc/passwd\"}}"));
        assertThatThrownBy(() -> Lessons.read(file, new Resolver(new Library())::check))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "“a.regard”, card 1: There is no table “../../etc/passwd”. Choose one of simple, ")
                .hasMessageEndingWith(" (line 1, column 25).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u202E ", "\u200B"})
    void aCardWithoutAWordIsRefused(String text) throws IOException {
        Path file = saved(
                card("{\"text\": \"" + text + "\", \"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}}"));
        assertThatThrownBy(() -> Lessons.read(file, new Resolver(new Library())::check))
                .isInstanceOf(Refusal.class)
                .hasMessage("“a.regard”, card 1: There is no word in the sentence (line 1, column 25).");
    }

    @Test
    void anEditThatFitsNoMatrixIsRefused() throws IOException {
        Path file =
                saved(card("{\"text\": \"river bank\", \"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}, "
                        + "\"edits\": [{\"matrix\": \"W_Q\", \"row\": 0, \"col\": 99, \"value\": 1.0}]}"));
        assertThatThrownBy(() -> Lessons.read(file, new Resolver(new Library())::check))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“a.regard”, card 1: The edit W_Q[0,99]=1 does not fit");
    }

    /** Jackson's limits know no place of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingBeyondAllUseIsRefusedInOneLine(String open) {
        List<Consumer<String>> parsers = List.of(
                text -> Lessons.read(text, "“a”"),
                text -> Cases.read(text, "“a”"),
                text -> Recipes.line(text, Experiment.of("a", SIMPLE), "“a”"));
        for (Consumer<String> parser : parsers) {
            assertThatThrownBy(() -> parser.accept(open.repeat(2000)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("“a” is not whole or not JSON: line 1, column ")
                    .hasMessageContaining("nested deeper than 40 levels");
        }
    }

    /** Python writes numbers that JSON has not, and comments come by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"[NaN", "[-Infinity", "[1, /* two */ 3", "[1, # two", "[+1", "[01", "[.5"})
    void whatJsonHasNotIsRefusedWithoutTheParsersOwnSettings(String text) {
        assertThatThrownBy(() -> Cases.read(text + "]", "“a”"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“a” is not whole or not JSON: line 1, column ")
                .message()
                .doesNotContain("eature", "enable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\": 0, \""})
    void numbersAndNamesBeyondAllUseAreRefused(String piece) {
        String text = piece.equals("1") ? "[" + "1".repeat(1200) + "]" : "{\"" + "n".repeat(2000) + "\": 0}";
        assertThatThrownBy(() -> Cases.read(text, "“a”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1100 digits");
    }

    @Test
    void moreValuesThanAnyFileNeedsAreRefusedBeforeTheyFillTheMemory() {
        String lists = "[" + "[],".repeat(400_000) + "[]]";
        assertThatThrownBy(() -> Cases.read(lists, "“a”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4000000 values, or more than 400000 lists");
    }

    static List<Lesson> tooLong() {
        Experiment e = Experiment.of("a", SIMPLE);
        Moment moment = new Moment(e, 1, 0);
        Lesson.Card card = new Lesson.Card(moment, "", "");
        Edit edit = new Edit("W_Q", "", 0, 0, 1);
        List<Edit> edits = Collections.nCopies(4097, edit);
        Experiment edited = new Experiment("a", null, SIMPLE, Mask.NONE, Positions.NONE, 1, edits, Reading.PLAIN, true);
        return List.of(
                new Lesson("", "", Collections.nCopies(1001, card)),
                new Lesson("t".repeat(1001), "", List.of(card)),
                new Lesson("", "n".repeat(100_001), List.of(card)),
                new Lesson("", "", List.of(new Lesson.Card(moment, "t".repeat(1001), ""))),
                new Lesson("", "", List.of(new Lesson.Card(moment, "", "n".repeat(100_001)))),
                Lesson.of(new Moment(e.withText("a".repeat(100_001)), 1, 0)),
                Lesson.of(new Moment(e.withKeyText("a".repeat(100_001)), 1, 0)),
                Lesson.of(new Moment(edited, 1, 0)));
    }

    /** What is written has to be read again, so both sides know the limits. */
    @ParameterizedTest
    @MethodSource("tooLong")
    void whatIsTooLongToBeReadIsNotWritten(Lesson lesson) {
        Path file = folder.resolve("long.regard");
        assertThatThrownBy(() -> Lessons.write(file, false, lesson))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("A lesson has at most ");
        assertThat(file).doesNotExist();
    }

    @Test
    void theLongestLessonThatIsWrittenIsRead() {
        Moment moment = new Moment(Experiment.of("a".repeat(100_000), SIMPLE), 1, 0);
        Lesson.Card small = new Lesson.Card(new Moment(Experiment.of("a", SIMPLE), 1, 0), "", "");
        List<Lesson.Card> cards = new java.util.ArrayList<>(Collections.nCopies(999, small));
        cards.add(new Lesson.Card(moment, "t".repeat(1000), "n".repeat(100_000)));
        Lesson lesson = new Lesson("t".repeat(1000), "n".repeat(100_000), cards);
        Path file = folder.resolve("long.regard");
        Lessons.write(file, false, lesson);
        assertThat(Lessons.read(file)).isEqualTo(lesson);
    }

    @Test
    void moreCardsOrEditsThanAreReadAreCounted() {
        String cards = "{\"format\": 1, \"cards\": [" + "0,".repeat(1000) + "0]}";
        assertThatThrownBy(() -> Lessons.read(cards, "“a”"))
                .hasMessage("“a”, cards: there are 1001 of them; at most 1000 are read (line 1, column 24).");
        String edits =
                card("{\"text\": \"a\", \"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}, \"edits\": ["
                        + "0,".repeat(4096) + "0]}");
        assertThatThrownBy(() -> Lessons.read(edits, "“a”")).hasMessageContaining("at most 4096 are read");
    }

    @Test
    void tokensNamesAndCasesHaveLimits() {
        String token = "{\"tokens\": [\"" + "t".repeat(1001)
                + "\"], \"X\": [[1]], \"W_Q\": [[1]], \"W_K\": [[1]], \"W_V\": [[1]]}";
        assertThatThrownBy(() -> Cases.read(token, "“a”"))
                .hasMessageContaining("a text of at most 1000 characters is expected, not of 1001");
        assertThatThrownBy(() -> Cases.read("[" + "0,".repeat(10_000) + "0]", "“a”"))
                .hasMessageContaining("at most 10000 are read");
    }

    @Test
    @Timeout(20)
    @DisabledOnOs(OS.WINDOWS)
    void pipesDevicesAndFoldersAreRefusedInWords() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path none : List.of(pipe, Path.of("/dev/zero"))) {
            assertThatThrownBy(() -> Lessons.read(none))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("“" + none.getFileName()
                            + "” is a pipe or a device, not a file on a disk. Save what it holds as a file.");
            assertThatThrownBy(() -> Cases.read(none)).hasMessageContaining("is a pipe or a device");
            assertThatThrownBy(() -> Csv.read(none)).hasMessageContaining("is a pipe or a device");
        }
        assertThatThrownBy(() -> Lessons.read(folder)).hasMessageContaining("is a folder. Choose a file in it.");
        assertThat(Saved.read(pipe)).isEqualTo(Saved.NOTHING);
    }

    /** The text after the specification of Git LFS, version 1. */
    @Test
    void aNoteInTheFilesPlaceSaysHowToFetchIt() throws IOException {
        Path note = Files.writeString(
                folder.resolve("note"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b125"
                        + "8daaa5e2ca24d17e2393\nsize 12345\n");
        for (ThrowingCallable read : List.<ThrowingCallable>of(
                () -> Lessons.read(note), () -> Csv.read(note), () -> Npy.read(note), () -> WholeFile.open(note))) {
            assertThatThrownBy(read)
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "“note” is only the note that Git LFS keeps in its place. Fetch the file itself, as “git "
                                    + "lfs pull” does.");
        }
    }

    /** A generous time: a quadratic pattern needs far longer for this. */
    @Test
    void rowsOfHyphensTakeNoQuadraticTime() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(FileName.suggest("-".repeat(1_000_000) + "a", "", "csv")).isEqualTo("a.csv");
            assertThat(FileName.suggest("a'-".repeat(500_000) + "z", "", "csv")).startsWith("a-a-a");
        });
    }
}
