package app.regard.words;

import app.regard.Fuzzed;
import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text as a sentence. */
class WordsFuzzTest {
    private static final Library LIBRARY = new Library();

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void sentence(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.read(() -> Attention.trace(LIBRARY.resolve(Experiment.of(text, new Source.Simple("coreference")))));
    }
}
