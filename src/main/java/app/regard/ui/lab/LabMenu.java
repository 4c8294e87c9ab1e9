package app.regard.ui.lab;

import app.regard.lab.About;
import app.regard.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** The entries of the menu of labs, a menu for each group: all in one would be higher than a small screen. */
public final class LabMenu {
    /** Only the texts of an entry hear a click: short ones are as wide as the menu. */
    private static final double WIDE = 330;

    private final LabModel model;

    public LabMenu(LabModel model) {
        this.model = model;
    }

    public List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (About.Group group : About.Group.values()) {
            List<About> labs = model.labs().all().stream()
                    .map(lab -> lab.about())
                    .filter(about -> about.group() == group)
                    .toList();
            if (!labs.isEmpty()) {
                Menu menu = new Menu(group.label() + "   " + group.does());
                menu.setId("lab-group-" + group.name().toLowerCase(Locale.ROOT));
                labs.forEach(about -> menu.getItems().add(item(about)));
                items.add(menu);
            }
        }
        return items;
    }

    private CustomMenuItem item(About about) {
        Label title = new Label(about.title());
        title.getStyleClass().add("example-sentence");
        VBox both = new VBox(1, title, Controls.quiet(about.question()));
        both.setMinWidth(WIDE);
        CustomMenuItem item = new CustomMenuItem(both);
        item.setId("lab-item-" + about.id());
        item.setOnAction(e -> model.open(about.id()));
        return item;
    }
}
