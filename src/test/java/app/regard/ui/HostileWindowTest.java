package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.source.WeightsContent;
import app.regard.text.Printable;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, nothing in the window is turned round, hidden or broken by it; fields show what is typed in them. */
class HostileWindowTest extends WindowTest {
    private static final String HOSTILE = "\\u001b[31m\\u009b31mX\\u202e\\u2066\\u2028";

    @TempDir
    private Path folder;

    @Test
    void whatAFileOfAttentionHoldsIsShown() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a\u202Enosj.json"),
                "{\"tokens\": [\"HOSTILE\", \"b\"], \"attHOSTILE\": [[0.5, 0.5], [0.4, 0.5]], \"moreHOSTILE\": [[0.5, 0.5], "
                                .replace("HOSTILE", HOSTILE)
                        + "[0.5, 0.5]]}");
        interact(() -> session().openAttention(file));
        until(() -> session().shown().get().content() instanceof WeightsContent);
        assertPrintable();
        interact(() -> session()
                .files()
                .useFile((of, now) -> of.withOther(now, "more\u001B[31m\u009B31mX\u202E\u2066\u2028")));
        assertPrintable();
    }

    @Test
    void whatALessonHoldsIsShownOrRefused() throws IOException {
        String lesson =
                "{\"format\": 1, \"title\": \"HOSTILE\", \"cards\": [{\"title\": \"HOSTILE\", \"notes\": \"HOSTILE\", "
                        + "\"stage\": 6, \"query\": 0, \"experiment\": {\"text\": \"bankHOSTILEriver\", \"source\": "
                        + "{\"kind\": \"simple\", \"head\": \"similarity\"}}}]}";
        Path file = Files.writeString(folder.resolve("a\u202Eb.regard"), lesson.replace("HOSTILE", HOSTILE));
        interact(() -> view().storage().open(file));
        until(() -> view().lessonModel().open().get().isPresent());
        assertPrintable();
        Path broken = Files.writeString(
                folder.resolve("c.regard"),
                "{\"format\": 1, \"cards\": [], \"HOSTILE\": 0}".replace("HOSTILE", HOSTILE));
        interact(() -> view().storage().open(broken));
        until(() -> label("notice").contains("c.regard"));
        assertThat(label("notice")).contains("\\u001B[31m\\u009B31mX\\u202E");
        assertPrintable();
    }

    private void assertPrintable() {
        List<String> shown = new ArrayList<>();
        interact(() -> texts(view(), shown));
        assertThat(shown).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(
                        text.codePoints().filter(c -> c != '\n' && !Printable.is(c)))
                .as("“%s”", Printable.message(text))
                .isEmpty());
    }

    private static void texts(Node node, List<String> shown) {
        if (node instanceof TextInputControl) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            shown.add(labeled.getText());
        }
        if (node instanceof Text text) {
            shown.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts(child, shown));
        }
    }
}
