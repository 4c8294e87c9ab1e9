package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.text.Printable;
import app.regard.ui.kit.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The header's menu of what can be done with lessons. */
public final class LessonMenu {
    private final LessonModel lessonModel;
    private final LessonFiles files;
    private final Commands commands;

    public LessonMenu(LessonModel lessonModel, LessonFiles files, Commands commands) {
        this.lessonModel = lessonModel;
        this.files = files;
        this.commands = commands;
    }

    /** The entries as they make sense now. */
    public List<MenuItem> items() {
        Optional<LessonModel.Open> open = lessonModel.open().get();
        boolean none = open.isEmpty();
        boolean single = open.filter(o -> o.cards() > 1).isEmpty();
        List<MenuItem> items = new ArrayList<>(List.of(
                item("lesson-new", "New lesson", false, files::begin),
                commands.of("lesson-open").item(),
                recent(),
                tours(),
                new SeparatorMenuItem(),
                commands.of("lesson-save").item(),
                commands.of("lesson-save-as").item(),
                item("lesson-close", "Close the lesson", none, files::close),
                new SeparatorMenuItem(),
                commands.of("lesson-add").item(),
                commands.of("lesson-words").item(),
                commands.of("lesson-return").item(),
                commands.of("lesson-retake").item(),
                commands.of("lesson-cards").item()));
        if (!none) {
            items.add(item("lesson-remove", "Remove this card", single, lessonModel::remove));
            items.add(item("lesson-undo", "Undo the last change of cards", !lessonModel.canUndo(), lessonModel::undo));
        }
        return items;
    }

    /** The tours; what a copy without the trained model lacks is said. */
    private Menu tours() {
        Menu menu = new Menu("Tours");
        menu.setId("lesson-tours");
        for (String name : Tours.NAMES) {
            Lesson tour = Tours.read(name);
            List<Lesson.Card> cards = files.trained() ? tour.cards() : Tours.untrained(tour);
            boolean lacks = cards.size() < tour.cards().size();
            String said = !lacks
                    ? ""
                    : cards.isEmpty()
                            ? " (this copy has no trained model)"
                            : " (without its trained head: this copy has no model)";
            menu.getItems()
                    .add(item(
                            "tour-" + name,
                            tour.title() + said,
                            cards.isEmpty(),
                            () -> files.tour(new Lesson(tour.title(), tour.notes(), cards))));
        }
        return menu;
    }

    private Menu recent() {
        Menu menu = new Menu("Recent");
        menu.setId("lesson-recent");
        List<Path> recent = lessonModel.recent().get();
        for (int i = 0; i < recent.size(); i++) {
            Path file = recent.get(i);
            Path folder = file.getParent();
            String where = folder == null ? "" : "  ·  " + folder;
            MenuItem item = item(
                    "lesson-recent-" + i, Printable.label(file.getFileName() + where), false, () -> files.open(file));
            item.setMnemonicParsing(false); // an underscore in a name is an underscore
            menu.getItems().add(item);
        }
        menu.setDisable(recent.isEmpty());
        return menu;
    }

    private static MenuItem item(String id, String name, boolean grey, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setDisable(grey);
        item.setOnAction(e -> action.run());
        return item;
    }
}
