package app.regard.ui.export;

import app.regard.stage.Exportable;
import app.regard.text.Printable;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/** The entries for the numbers of whatever is taken away: all of it as JSON, each table as CSV. */
final class NumbersMenu {
    private NumbersMenu() {}

    static List<MenuItem> of(Exportable all, DataExport data) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("json", "All as JSON…", () -> data.json(all)));
        all.numbers().forEach((name, table) -> {
            if (!table.rows().isEmpty()) {
                String title = "“" + Printable.label(name) + "” as CSV…";
                items.add(item("csv-" + name, title, () -> data.csv(all, name)));
            }
        });
        return items;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId("numbers-" + id);
        item.setMnemonicParsing(false); // W_Q is no name with an underlined Q
        item.setOnAction(e -> action.run());
        return item;
    }
}
