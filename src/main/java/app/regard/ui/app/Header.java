package app.regard.ui.app;

import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.ui.export.ExportMenu;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.lab.LabMenu;
import app.regard.ui.lesson.LessonMenu;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import app.regard.ui.stages.HeadPopover;
import app.regard.ui.stages.SentenceField;
import app.regard.words.Example;
import app.regard.words.TrainedExample;
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
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The top of the window: the sentence, the examples, the head, and how things look. */
final class Header extends HBox {
    private final Workspace session;
    private final SentenceField field;
    private final Button head = new Button();
    private final HeadPopover popover;

    Header(
            Workspace session,
            ExportMenu export,
            LabMenu labs,
            LessonMenu lesson,
            Commands commands,
            FileDialogs files) {
        this.session = session;
        this.field = new SentenceField(session);
        this.popover = new HeadPopover(session, () -> commands.of("view-heads").perform(), files);
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Regard");
        name.getStyleClass().add("name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(80);
        head.setId("head");
        head.setMinWidth(Region.USE_PREF_SIZE);
        head.setOnAction(e -> popover.toggle(head));
        session.shown().addListener((o, was, is) -> head.setText(headName(is)));
        head.setText(headName(session.shown().get()));
        head.setAccessibleText("Head, mask, positions, temperature");
        getChildren()
                .addAll(
                        name,
                        field,
                        examples(),
                        head,
                        themeButton(commands.of("theme")),
                        viewMenu(commands),
                        menu("labs", "Labs ▾", "Labs: small experiments on this sentence", labs::items),
                        menu("lesson", "Lesson ▾", "Lesson: open, save, add this moment", lesson::items),
                        exportMenu(export));
    }

    SentenceField field() {
        return field;
    }

    private static String headName(ViewState is) {
        return is.content().name() + " ▾";
    }

    private MenuButton examples() {
        MenuButton menu = new MenuButton("Examples ▾");
        menu.setId("examples");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Examples");
        session.library().examples().forEach(one -> menu.getItems().add(item(one.sentence(), one)));
        boolean present = session.model().present();
        Menu trained = new Menu(present ? "Trained heads" : "Trained heads (this copy has no trained model)");
        trained.setId("examples-trained");
        trained.setDisable(!present);
        session.library().trainedExamples().forEach(one -> trained.getItems()
                .add(item(headAndSentence(one), one.example())));
        menu.getItems().addAll(new SeparatorMenuItem(), trained);
        return menu;
    }

    /** Several of these share a sentence: the head is what parts them. */
    private static String headAndSentence(TrainedExample one) {
        return one.source().headId().orElseThrow().text() + "  " + one.example().sentence();
    }

    private MenuItem item(String title, Example example) {
        Label sentence = new Label(title);
        sentence.getStyleClass().add("example-sentence");
        Label notice = new Label(example.notice());
        notice.getStyleClass().add("quiet");
        notice.setWrapText(true);
        notice.setMaxWidth(470);
        CustomMenuItem item = new CustomMenuItem(new VBox(1, sentence, notice));
        item.setId("example-" + example.id());
        item.setOnAction(e -> session.choose(example));
        return item;
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

    private static Button themeButton(Command theme) {
        Button button = new Button("◐");
        button.setId("theme");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText("Light or dark");
        button.setOnAction(e -> theme.perform());
        return button;
    }

    private MenuButton viewMenu(Commands commands) {
        MenuButton menu = new MenuButton("View ▾");
        menu.setId("view");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("View: colours, decimals, text size, help");
        menu.getItems()
                .addAll(
                        radios(
                                "Colours",
                                List.of("Blue", "Cividis", "Grey"),
                                List.of(Ramp.values()),
                                View::ramp,
                                View::withRamp),
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
                        new SeparatorMenuItem());
        commands.all().stream().filter(c -> c.id().startsWith("view-")).forEach(c -> menu.getItems()
                .add(c.item()));
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
