package app.regard.ui.app;

import app.regard.draw.ColourRange;
import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.ui.export.ExportMenu;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.lab.LabMenu;
import app.regard.ui.lesson.LessonMenu;
import app.regard.ui.session.History;
import app.regard.ui.session.Workspace;
import app.regard.ui.stages.SentenceField;
import app.regard.ui.stages.SentencePane;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The top of the window: the sentence, the way back and forth, and the menus. */
final class Header extends HBox {
    private final Workspace session;
    private final SentencePane sentence;

    Header(
            Workspace session,
            ExportMenu export,
            LabMenu labs,
            LessonMenu lesson,
            Commands commands,
            RevealModel reveal) {
        this.session = session;
        this.sentence = new SentencePane(session);
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Controls.whole(new Label("Regard"));
        name.getStyleClass().add("name");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMinWidth(80);
        getChildren()
                .addAll(
                        name,
                        sentence,
                        backAndForth(commands),
                        new ExamplesMenu(session),
                        menu("labs", "Labs ▾", "Labs: small experiments on this sentence", labs::items),
                        menu("lesson", "Lesson ▾", "Lesson: open, save, add this moment", lesson::items),
                        viewMenu(commands, reveal),
                        exportMenu(export));
    }

    /** Undo and redo side by side, grey where there is nothing to go to. */
    private HBox backAndForth(Commands commands) {
        History history = session.experimentModel().history();
        Button undo = commands.of("undo").button();
        undo.setGraphic(Controls.icon("undo"));
        undo.disableProperty().bind(history.undoable().not());
        Button redo = commands.of("redo").button();
        redo.setGraphic(Controls.icon("redo"));
        redo.disableProperty().bind(history.redoable().not());
        HBox both = new HBox(Controls.whole(undo), Controls.whole(redo));
        both.getStyleClass().add("back-and-forth");
        both.setAlignment(Pos.CENTER);
        Controls.join(both);
        return both;
    }

    SentenceField field() {
        return sentence.field();
    }

    private static MenuButton exportMenu(ExportMenu export) {
        MenuButton menu = menu("export", "Export ▾", "Export: pictures, numbers, code", export::items);
        menu.getStyleClass().add("accent");
        return menu;
    }

    /** A menu whose entries are made when it opens. */
    private static MenuButton menu(String id, String text, String spoken, Supplier<List<MenuItem>> items) {
        MenuButton menu = new MenuButton(text);
        menu.setId(id);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(spoken);
        menu.getItems().setAll(new MenuItem()); // an empty menu would not open
        menu.setOnShowing(e -> menu.getItems().setAll(items.get()));
        return menu;
    }

    private MenuButton viewMenu(Commands commands, RevealModel reveal) {
        MenuButton menu = new MenuButton("View ▾");
        menu.setId("view");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("View: colours, decimals, text size, light or dark, heads, presenting, help");
        menu.getItems()
                .addAll(
                        radios(
                                "Colours",
                                List.of("Blue", "Cividis", "Grey"),
                                List.of(Ramp.values()),
                                View::ramp,
                                View::withRamp),
                        range(),
                        radios(
                                "Decimals",
                                List.of("0", "1", "2", "3", "4", "5", "6"),
                                List.of(0, 1, 2, 3, 4, 5, 6),
                                View::decimals,
                                View::withDecimals),
                        radios(
                                "Text size",
                                List.of("Small", "Usual", "Large", "Largest"),
                                List.of(0.9, 1.0, 1.2, 1.4),
                                View::textScale,
                                View::withTextScale),
                        commands.of("theme").item(),
                        commands.of("reveal").toggle(reveal.on()),
                        commands.of("reveal-row").item(),
                        new SeparatorMenuItem());
        commands.all().stream().filter(c -> c.id().startsWith("view-")).forEach(c -> menu.getItems()
                .add(c.item()));
        menu.getItems()
                .addAll(
                        menu.getItems().size() - 2,
                        List.of(
                                commands.of("open-attention").item(),
                                commands.of("open-model").item()));
        menu.getItems().add(menu.getItems().size() - 2, new SeparatorMenuItem());
        return menu;
    }

    /** The range of weights over which colours run; any other number can be typed. */
    private Menu range() {
        Menu menu = radios(
                "Colour range",
                List.of("0 to the largest", "0 to 1", "0 to 0.5", "0 to 0.1", "Logarithmic"),
                List.of(
                        ColourRange.LARGEST,
                        new ColourRange(1, false),
                        new ColourRange(0.5, false),
                        new ColourRange(0.1, false),
                        new ColourRange(0, true)),
                View::range,
                View::withRange);
        TextField end = new TextField();
        end.setId("colour-range-end");
        end.setPromptText("0.25");
        end.setPrefColumnCount(5);
        end.setAccessibleText("The weight at which the colours end");
        end.setOnAction(e -> NumberFields.number(end.getText())
                .filter(most -> most > 0)
                .ifPresentOrElse(
                        most -> session.look(now().withRange(
                                        new ColourRange(most, now().range().logarithmic()))),
                        () -> end.setText("")));
        HBox line = new HBox(8, new Label("0 to"), end);
        line.setAlignment(Pos.CENTER_LEFT);
        menu.getItems().add(new CustomMenuItem(line, false));
        return menu;
    }

    private <T> Menu radios(
            String title, List<String> names, List<T> values, Function<View, T> read, BiFunction<View, T, View> write) {
        Menu menu = new Menu(title);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < names.size(); i++) {
            T value = values.get(i);
            RadioMenuItem item = new RadioMenuItem(names.get(i));
            item.setId((title + "-" + names.get(i)).toLowerCase(Locale.ROOT).replace(' ', '-'));
            item.setToggleGroup(group);
            item.setSelected(value.equals(read.apply(now())));
            item.setOnAction(e -> session.look(write.apply(now(), value)));
            menu.getItems().add(item);
        }
        session.shown().addListener((o, was, is) -> {
            int at = values.indexOf(read.apply(is.view()));
            group.selectToggle(at < 0 ? null : group.getToggles().get(at));
        });
        return menu;
    }

    private View now() {
        return session.shown().get().view();
    }
}
