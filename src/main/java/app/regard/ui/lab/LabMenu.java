package app.regard.ui.lab;

import app.regard.lab.About;
import app.regard.ui.kit.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The entries of the menu of labs, a menu for each group: all in one would be higher than a small screen. */
public final class LabMenu {
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

    private MenuItem item(About about) {
        return new MenuEntry(
                "lab-item-" + about.id(), about.title(), about.key(), about.question(), () -> model.open(about.id()));
    }
}
