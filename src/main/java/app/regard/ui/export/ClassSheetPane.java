package app.regard.ui.export;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.export.sheet.ClassSheet;
import app.regard.export.sheet.SheetChoices;
import app.regard.stage.Stages;
import app.regard.stage.Words;
import app.regard.trace.Trace;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.Preview;
import app.regard.ui.kit.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pane of a class sheet: which word, which steps are to be computed, which pages; and the pages as they will be. */
public final class ClassSheetPane extends VBox {
    private static final double WIDE = 860;
    private static final double HIGH = 640;
    private static final double FORM = 300;

    private final Trace trace;
    private final SheetChoices usual;
    private final View view;
    private final ComboBox<String> word = new ComboBox<>();
    private final ComboBox<SheetChoices.Pages> pages = new ComboBox<>();
    private final ComboBox<String> what = new ComboBox<>();
    private final List<CellRange> ranges = new ArrayList<>();
    private final Set<Integer> steps = new TreeSet<>(SheetChoices.ALL);
    private final Label warning = new Label();
    private final Label place = Controls.whole(new Label());
    private final Preview preview;
    private final Button save = new Button("Save…");
    private int page;

    /**
     * @param usual the word that is chosen first, and what the sheet is compared with
     * @param asked the cell that the window asks about, which can be asked for instead of the word's way
     * @param view how numbers are printed
     * @param saves saves the sheet as it is chosen
     * @param close closes the pane
     */
    public ClassSheetPane(
            Trace trace,
            SheetChoices usual,
            Spot asked,
            View view,
            TaskRunner tasks,
            Consumer<SheetChoices> saves,
            Runnable close) {
        this.trace = trace;
        this.usual = usual;
        this.view = view;
        preview = new Preview(tasks);
        setId("class-sheet");
        setMaxSize(WIDE, HIGH);
        Label title = new Label("Class sheet");
        title.getStyleClass().add("stage-title");
        Controls.named(word, "sheet-word", "The word whose way is computed");
        List<String> words = Words.labels(trace.weights().from());
        for (int i = 0; i < words.size(); i++) {
            word.getItems().add((i + 1) + "  " + words.get(i));
        }
        word.getSelectionModel().select(usual.query());
        word.setOnAction(e -> show(0));
        what.setId("sheet-asked");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAccessibleText("To be computed");
        what.getItems().add("the way of the word");
        ranges.addAll(CellRange.around(asked));
        ranges.forEach(range -> what.getItems().add(range.said(Numbers.matrix(trace, usual.query(), range.part()))));
        what.getSelectionModel().select(0);
        what.setOnAction(e -> show(0));
        place.setId("sheet-place");
        Controls.named(pages, "sheet-pages", "Pages");
        pages.getItems().setAll(SheetChoices.Pages.values());
        pages.setValue(SheetChoices.Pages.BOTH);
        pages.setOnAction(e -> show(0));
        warning.setId("sheet-warning");
        warning.getStyleClass().add("problem");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        VBox form = new VBox(8, Controls.quiet("The word"), word, Controls.quiet("To be computed"), what);
        for (int step = 2; step <= Stages.ALL.size(); step++) {
            form.getChildren().add(box(step));
        }
        form.getChildren().addAll(Controls.quiet("Pages"), pages, warning);
        form.setMinWidth(FORM);
        form.setMaxWidth(FORM);
        HBox.setHgrow(preview, Priority.ALWAYS);
        HBox middle = new HBox(20, form, preview);
        VBox.setVgrow(middle, Priority.ALWAYS);
        Button before = button("sheet-before", "◀", "The page before", () -> show(page - 1));
        Button after = button("sheet-after", "▶", "The next page", () -> show(page + 1));
        save.setId("sheet-save");
        save.getStyleClass().add("accent");
        save.setOnAction(e -> saves.accept(choices()));
        Button end = button("sheet-close", "Close (Esc)", "Close", close);
        HBox foot = new HBox(8, before, place, after, Controls.spring(), end, save);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, middle, foot);
        show(0);
    }

    private static Button button(String id, String text, String spoken, Runnable action) {
        Button button = Controls.whole(new Button(text));
        Controls.named(button, id, spoken);
        button.setOnAction(e -> action.run());
        return button;
    }

    private CheckBox box(int step) {
        CheckBox box = new CheckBox(step + "  " + Stages.of(step).title());
        box.setId("sheet-step-" + step);
        box.setSelected(true);
        box.disableProperty()
                .bind(what.getSelectionModel().selectedIndexProperty().greaterThan(0));
        box.selectedProperty().addListener((o, was, is) -> {
            if (is) {
                steps.add(step);
            } else {
                steps.remove(step);
            }
            show(0);
        });
        return box;
    }

    public Node first() {
        return word;
    }

    private SheetChoices choices() {
        int query = word.getSelectionModel().getSelectedIndex();
        int range = what.getSelectionModel().getSelectedIndex() - 1;
        SheetChoices way = new SheetChoices(query, steps, pages.getValue()).comparedWith(usual.before());
        return range < 0
                ? way
                : way.asking(ranges.get(range).cells(ranges.get(range).part().grid(trace, query)));
    }

    /** @param wanted the page to show, as far as there is one */
    private void show(int wanted) {
        SheetChoices choices = choices();
        boolean blank = !choices.asked().isEmpty() || steps.stream().anyMatch(step -> step > 1);
        String alike = choices.alike(trace, view.decimals())
                ? "All weights of this word are alike: whoever finds one has them all. Choose another word or sentence."
                : "";
        warning.setText(blank ? alike : "Choose at least one step that is to be computed.");
        save.setDisable(!blank);
        AtomicInteger count = new AtomicInteger(1);
        preview.show(
                progress -> {
                    List<Figure> made = ClassSheet.pages(trace, choices, view);
                    count.set(made.size());
                    return List.of(made.get(bounded(wanted, made.size())));
                },
                1,
                shown -> {
                    page = bounded(wanted, count.get());
                    place.setText("Page " + (page + 1) + " of " + count.get());
                },
                refused -> {
                    warning.setText(String.valueOf(refused.getMessage()));
                    save.setDisable(true);
                });
    }

    private static int bounded(int wanted, int pages) {
        return Math.max(0, Math.min(pages - 1, wanted));
    }
}
