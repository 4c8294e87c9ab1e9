package app.regard.ui.export;

import app.regard.file.Lesson;
import app.regard.text.Printable;
import app.regard.ui.kit.Controls;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of a lesson's cards: which of them, and whether on one sheet or in files of their own. */
final class CardRows extends VBox {
    private static final double WIDE = 310;
    private static final double HIGH = 128;

    private final Consumer<CardsExport> change;
    private final ToggleButton sheet;
    private CardsExport now;

    /** @param change is told what is chosen now */
    CardRows(CardsExport begin, Consumer<CardsExport> change) {
        super(8);
        this.change = change;
        now = begin;
        ToggleGroup group = new ToggleGroup();
        sheet = kind(group, "One sheet (a) (b) (c)", "export-cards-sheet", false);
        HBox kinds = new HBox(sheet, kind(group, "A file each", "export-cards-each", true));
        kinds.getStyleClass().add("segments");
        Controls.join(kinds);
        VBox boxes = new VBox(6);
        for (int card = 1; card <= begin.lesson().cards().size(); card++) {
            boxes.getChildren().add(box(card));
        }
        ScrollPane list = new ScrollPane(boxes);
        list.setFocusTraversable(false);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        list.getStyleClass().add("edge-to-edge");
        list.setMaxHeight(HIGH);
        getChildren().addAll(kinds, list);
    }

    Node first() {
        return sheet;
    }

    private ToggleButton kind(ToggleGroup group, String name, String id, boolean each) {
        ToggleButton button = Controls.segment(name, group);
        button.setId(id);
        button.setSelected(each == now.each());
        button.setOnAction(e -> set(now.withEach(each)));
        return button;
    }

    private CheckBox box(int card) {
        Lesson.Card of = now.lesson().cards().get(card - 1);
        CheckBox box = new CheckBox(card + "  " + Printable.label(of.title().isBlank() ? of.shows() : of.title()));
        box.setId("export-card-" + card);
        box.setMnemonicParsing(false);
        box.setMaxWidth(WIDE);
        box.setSelected(now.chosen().contains(card));
        box.setOnAction(e -> {
            Set<Integer> chosen = new TreeSet<>(now.chosen());
            List.of(card).forEach(box.isSelected() ? chosen::add : chosen::remove);
            set(now.with(chosen));
        });
        return box;
    }

    private void set(CardsExport other) {
        now = other;
        change.accept(other);
    }
}
