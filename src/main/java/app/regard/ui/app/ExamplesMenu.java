package app.regard.ui.app;

import app.regard.ui.kit.Controls;
import app.regard.ui.kit.MenuEntry;
import app.regard.ui.session.Workspace;
import app.regard.words.ExampleGroup;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** The menu of examples, by what they teach. */
final class ExamplesMenu extends MenuButton {
    private final Workspace session;

    ExamplesMenu(Workspace session) {
        super("Examples ▾");
        this.session = session;
        setId("examples");
        setAccessibleText("Examples");
        Controls.whole(this);
        session.library().groups().forEach(group -> getItems().add(menu(group)));
    }

    private Menu menu(ExampleGroup group) {
        boolean trained = group.entries().stream().allMatch(e -> e.example().trained());
        boolean missing = trained && !session.model().present();
        Menu menu = new Menu(group.title() + (missing ? " (this copy has no trained model)" : ""));
        menu.setId("examples-" + group.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
        menu.setDisable(missing);
        group.entries().forEach(entry -> menu.getItems().add(item(entry)));
        return menu;
    }

    private MenuItem item(ExampleGroup.Entry entry) {
        String head =
                entry.example().source().headId().map(id -> id.text() + " · ").orElse("");
        String keys = entry.example().keyText();
        String answered = keys == null ? "" : ", answered by: " + keys;
        return new MenuEntry(
                "example-" + entry.example().id(),
                entry.title(),
                "",
                head + entry.example().sentence() + answered,
                () -> session.choose(entry.example()));
    }
}
