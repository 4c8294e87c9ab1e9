package app.regard.file;

import app.regard.Fuzzed;
import app.regard.file.array.Csv;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Texts of any bytes, read as lessons, recipes, cases, tables and the saved session: a value or a refusal, nothing else. */
class FilesFuzzTest {
    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void lesson(byte[] bytes) {
        Fuzzed.read(() -> Lessons.read(WholeFile.text(bytes, "“a.regard”"), "“a.regard”"));
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void recipe(byte[] bytes) {
        Fuzzed.read(() -> recipe(WholeFile.text(bytes, "line 1")));
    }

    /** No lambda may have an Experiment in its signature: Java 17 breaks such records where Jazzer finds them loaded. */
    private static Object recipe(String line) {
        return Recipes.line(line, Experiment.of("a", new Source.Simple("similarity")), "line 1");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void cases(byte[] bytes) {
        Fuzzed.read(() -> Cases.read(WholeFile.text(bytes, "“a.json”"), "“a.json”"));
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void table(byte[] bytes) {
        Fuzzed.read(() -> Csv.read(WholeFile.text(bytes, "“a.csv”"), "“a.csv”"));
    }

    /** What cannot be read is set aside, so nothing is refused here. */
    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void session(byte[] bytes) {
        Fuzzed.file(bytes, "session.json", Saved::read);
    }
}
