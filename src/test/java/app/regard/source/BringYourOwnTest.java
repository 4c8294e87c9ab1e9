package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import app.regard.stage.Content;
import app.regard.trace.Progress;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of Python in docs/bring-your-own.md that need nothing but NumPy, run as they stand there. */
class BringYourOwnTest {
    private static final String GIVEN = """
            import numpy as np
            q = k = v = np.arange(24.0).reshape(2, 3, 4) / 24
            weights = np.full((2, 2, 3, 3), 1 / 3)
            tokens = ["The", "Ġcat", "Ġsat"]
            """;

    @TempDir
    private Path folder;

    private Content written(String start, String name) throws IOException {
        String page = Files.readString(Path.of("docs", "bring-your-own.md"));
        int what = page.indexOf(start);
        int from = page.indexOf("```python\n", what) + "```python\n".length();
        String script = GIVEN + page.substring(from, page.indexOf("```", from));
        Files.writeString(folder.resolve("save.py"), script);
        Outside.Result run = Outside.run(List.of(Outside.python().toString(), "save.py"), folder, Map.of());
        assertThat(run.err()).isEmpty();
        Resolver resolver = new Resolver(new Library());
        return resolver.content(resolver.files().open(folder.resolve(name)), Progress.NONE);
    }

    @Test
    void queriesKeysAndValuesAreSavedInTwoLines() throws IOException {
        Content content = written("**Queries, keys and values**", "qkv.npz");
        assertThat(content.trace()).isPresent();
        assertThat(content.weights().from().shown(1)).isEqualTo("·cat");
        assertThat(WeightsContent.opened(content)).contains("1 layer × 2 heads × 3 × 3");
    }

    @Test
    void weightsAreSavedInTwoLines() throws IOException {
        Content content = written("**Weights**", "attention.npz");
        assertThat(content.caution()).isEmpty();
        assertThat(WeightsContent.opened(content))
                .contains("2 layers × 2 heads × 3 × 3", "tokens from the file’s “tokens”");
    }
}
