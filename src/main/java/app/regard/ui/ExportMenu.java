package app.regard.ui;

import app.regard.export.What;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be taken away, as the header's menu and as the menu of every figure. */
final class ExportMenu {
    private final Takeaway takeaway;
    private final Runnable pane;

    /** @param pane opens the choices for a picture */
    ExportMenu(Takeaway takeaway, Runnable pane) {
        this.takeaway = takeaway;
        this.pane = pane;
    }

    /**
     * The entries; an entry can be in one menu only, so each menu gets its own.
     *
     * @param shown what the figure that was asked shows, or nothing where the whole window was
     */
    List<MenuItem> items(Optional<What> shown) {
        MenuItem picture = item("export-picture", "Picture… (Ctrl+E)", () -> {
            shown.ifPresent(takeaway::prefer);
            pane.run();
        });
        MenuItem copy = item("export-copy-picture", "Copy picture", () -> {
            shown.ifPresent(takeaway::prefer);
            takeaway.copyPicture();
        });
        return List.of(picture, copy);
    }

    /** Opens over a figure by the right button or the menu key. */
    void on(FigureView figure, What what) {
        ContextMenu menu = new ContextMenu();
        menu.setId("menu-of-" + figure.getId());
        figure.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            menu.getItems().setAll(items(Optional.of(what)));
            menu.show(figure, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        figure.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, e -> menu.hide());
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
