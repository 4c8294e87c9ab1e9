package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.ui.app.WindowTest;
import app.regard.ui.export.PictureChoices;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;

/** A window whose pane for pictures is opened and saved from. */
abstract class ExportWindow extends WindowTest {
    @TempDir
    Path folder;

    void open() {
        together(KeyCode.CONTROL, KeyCode.E);
        assertThat(view().overlay().isOpen()).isTrue();
    }

    Path save(String name) {
        Path file = folder.resolve(name);
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled());
        click("export-save");
        until(() -> java.nio.file.Files.exists(file)
                && view().pictureExport().saving().idle());
        return file;
    }

    PictureChoices choices() {
        return view().pictureExport().choices().get();
    }
}
