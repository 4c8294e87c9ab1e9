package app.regard.ui.kit;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An entry of a menu in two lines: a title with its key at the right, and what it is about. */
public final class MenuEntry extends CustomMenuItem {
    /** @param key the key that does the same, or empty */
    public MenuEntry(String id, String title, String key, String about, Runnable action) {
        Label name = new Label(title);
        name.getStyleClass().add("example-sentence");
        VBox lines = new VBox(1, new HBox(12, name, Controls.spring(), Controls.quiet(key)), Controls.quiet(about));
        lines.getStyleClass().add("menu-entry-lines");
        lines.parentProperty().addListener((o, was, is) -> {
            if (is instanceof Region row) { // else a click beside the text would be lost, though the entry is lit
                row.widthProperty().addListener((of, before, now) -> lines.setPrefWidth(now.doubleValue()));
            }
        });
        setContent(lines);
        getStyleClass().add("menu-entry");
        setId(id);
        setOnAction(e -> action.run());
    }
}
