package app.regard.ui.export;

import app.regard.draw.Spot;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.export.picture.What;
import app.regard.file.Lesson;
import app.regard.stage.Exportable;
import app.regard.stage.Part;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/** The menu of what can be taken away, the header's and as the menu of every figure. */
public final class ExportMenu {
    private final PictureExport pictureExport;
    private final DataExport dataExport;
    private final Supplier<Optional<Lesson>> lesson;
    private final Supplier<Optional<Exportable>> lab;
    private final Command picture;
    private final Runnable classSheet;
    private final Consumer<PictureExport> open;

    /**
     * @param lesson the one that is open, if one is
     * @param lab what is open in place of the stages, if anything is
     * @param picture opens the choices for a picture
     * @param classSheet opens those for a class sheet
     * @param open opens the choices for something else
     */
    public ExportMenu(
            PictureExport pictureExport,
            DataExport dataExport,
            Supplier<Optional<Lesson>> lesson,
            Supplier<Optional<Exportable>> lab,
            Command picture,
            Runnable classSheet,
            Consumer<PictureExport> open) {
        this.open = open;
        this.classSheet = classSheet;
        this.pictureExport = pictureExport;
        this.dataExport = dataExport;
        this.lesson = lesson;
        this.lab = lab;
        this.picture = picture;
    }

    /** The entries for the whole window, as they make sense now. */
    public List<MenuItem> items() {
        return lab.get()
                .map(this::items)
                .orElseGet(() -> items(Optional.empty(), dataExport.parts(), dataExport.asked()));
    }

    private List<MenuItem> items(Exportable open) {
        List<MenuItem> items = new ArrayList<>();
        items.add(picture.item());
        items.addAll(NumbersMenu.of(open, dataExport));
        cards(items);
        last(items);
        return items;
    }

    /**
     * The entries for a figure.
     *
     * @param shown what the figure shows, or nothing where the whole window was asked
     * @param parts the matrices to be had
     * @param asked the cell that questions are made of, or around
     */
    private List<MenuItem> items(Optional<What> shown, List<Part> parts, Spot asked) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem choose = picture.item();
        choose.setOnAction(e -> {
            shown.ifPresent(pictureExport::prefer);
            picture.perform();
        });
        items.add(choose);
        items.add(item("export-copy-picture", "Copy picture", () -> {
            shown.ifPresent(pictureExport::prefer);
            pictureExport.copyPicture();
        }));
        items.add(new SeparatorMenuItem());
        items.add(item("export-json", "Numbers of this moment as JSON…", () -> dataExport.json(dataExport.stages())));
        items.add(item("export-npz", "Numbers of this moment as NPZ…", dataExport::npz));
        items.add(matrices("csv", "CSV", parts, part -> dataExport.csv(dataExport.stages(), Numbers.name(part))));
        items.add(matrices("npy", "NPY", parts, dataExport::npy));
        items.add(questions(asked));
        items.add(code());
        items.add(new SeparatorMenuItem());
        items.add(staged(item("export-page", "Web page…", dataExport.pages()::page)));
        lesson.get()
                .ifPresent(open -> items.add(item("export-lesson-page", "Lesson as a web page…", () -> dataExport
                        .pages()
                        .page(open))));
        items.add(staged(item("export-class-sheet", "Class sheet…", classSheet)));
        lesson.get()
                .ifPresent(open -> items.add(item("export-lesson-sheet", "Lesson as a class sheet…", () -> dataExport
                        .pages()
                        .classSheet(open))));
        cards(items);
        last(items);
        return items;
    }

    /** The cards of the lesson as pictures, where one is open. */
    private void cards(List<MenuItem> items) {
        lesson.get()
                .ifPresent(cards -> items.add(item(
                        "export-cards",
                        "Cards as pictures…",
                        () -> open.accept(pictureExport.of(
                                CardsExport.of(cards, pictureExport.session().resolver()))))));
    }

    /** The way to the file that was saved last, also when the notice of it has gone. */
    private void last(List<MenuItem> items) {
        pictureExport.saving().show().ifPresent(show -> {
            items.add(new SeparatorMenuItem());
            items.add(item("export-show", "Show the last file in its folder", show.run()));
        });
    }

    /** One matrix stands for itself; of several one is chosen. */
    private static MenuItem matrices(String ending, String format, List<Part> parts, Consumer<Part> save) {
        if (parts.size() == 1) {
            Part part = parts.get(0);
            return item("export-" + ending, name(part) + " as " + format + "…", () -> save.accept(part));
        }
        Menu menu = new Menu("A matrix of this stage as " + format);
        menu.setId("export-" + ending);
        for (Part part : parts) {
            menu.getItems()
                    .add(item(
                            "export-" + ending + "-" + Numbers.name(part), name(part) + "…", () -> save.accept(part)));
        }
        return menu;
    }

    private static String name(Part part) {
        String name = Numbers.name(part);
        return "Matrix " + (name.equals(part.label()) ? name : part.label() + " (" + name + ")");
    }

    private Menu questions(Spot asked) {
        Menu menu = new Menu("Numbers as questions (GIFT)");
        menu.setId("export-questions");
        for (CellRange range : CellRange.around(asked)) {
            String id = "export-questions-" + menu.getItems().size();
            menu.getItems().add(item(id, dataExport.said(range) + "…", () -> dataExport.questions(range)));
        }
        return menu;
    }

    private Menu code() {
        Menu menu = new Menu("Copy as code");
        menu.setId("export-code");
        menu.getItems()
                .addAll(
                        staged(item("export-numpy", "NumPy", dataExport::numpy)),
                        staged(item("export-java", "Java", dataExport::java)),
                        item("export-latex-matrix", "LaTeX matrix", dataExport::latexMatrix),
                        item("export-latex-table", "LaTeX table", dataExport::latexTable),
                        item(
                                "export-pgfplots",
                                "LaTeX heat map (PGFPlots)",
                                () -> dataExport.pgfPlot(
                                        pictureExport.choices().get().figures())));
        return menu;
    }

    /** Grey, with the reason, where there are only weights. */
    private MenuItem staged(MenuItem item) {
        if (!dataExport.hasStages()) {
            item.setDisable(true);
            item.setText(item.getText() + "  (needs the stages)");
        }
        return item;
    }

    /** Opens over a figure by the right button or the menu key. */
    public void on(FigureView figure, What what) {
        ContextMenu menu = new ContextMenu();
        menu.setId("menu-of-" + figure.getId());
        figure.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            Optional<Spot> under = figure.figure()
                    .spotAt(e.getX(), e.getY())
                    .filter(spot -> spot.isCell() && Part.named(spot.matrix()).isPresent());
            List<Part> parts = what == What.STAGE
                    ? figure.figure()
                            .spotAt(e.getX(), e.getY())
                            .map(Spot::matrix)
                            .flatMap(Part::named)
                            .map(List::of)
                            .orElseGet(dataExport::parts)
                    : List.of(Part.WEIGHTS);
            menu.getItems().setAll(items(Optional.of(what), parts, under.orElseGet(dataExport::asked)));
            menu.show(figure, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        figure.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> menu.hide());
    }

    private static MenuItem item(String id, String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setMnemonicParsing(false); // W_Q is no name with an underlined Q
        item.setOnAction(e -> action.run());
        return item;
    }
}
