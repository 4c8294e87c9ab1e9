package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Theme;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Keys, menus, help, foot and the README say the same, for they come from one list. */
class CommandsTest extends WindowTest {
    @Test
    void theTableOfKeysInTheReadmeIsTheList() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String table = view().commands().rows().stream()
                .map(row -> "| " + row.keys() + " | " + row.does() + " |")
                .collect(Collectors.joining("\n", "| Key | What it does |\n|---|---|\n", "\n\n"));
        assertThat(readme).contains(table);
    }

    @Test
    void everyCommandHasWordsAndAnIdOfItsOwn() {
        List<Command> all = view().commands().all();
        assertThat(all).extracting(Command::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(c -> {
            assertThat(c.help()).isNotBlank();
            assertThat(c.keys()).isNotEmpty();
        });
    }

    @Test
    void noKeyHasTwoMeaningsInOnePlace() {
        for (Command.Where where : Command.Where.values()) {
            assertThat(view().commands().all().stream()
                            .filter(c -> c.where() == where
                                    || c.where() == Command.Where.ANYWHERE
                                    || where == Command.Where.ANYWHERE)
                            .flatMap(c -> c.keys().stream())
                            .map(Key::text)
                            .collect(Collectors.groupingBy(k -> k, Collectors.counting()))
                            .entrySet())
                    .filteredOn(e -> e.getValue() > 1 && where != Command.Where.ANYWHERE)
                    .as("%s", where)
                    .isEmpty();
        }
    }

    @Test
    void menusNameTheKeyOfEveryCommandThatHasATitle() {
        List<String> entries = List.of("view", "lesson", "export").stream()
                .map(id -> node(id, MenuButton.class))
                .flatMap(menu -> {
                    interact(menu::show);
                    List<MenuItem> items = List.copyOf(menu.getItems());
                    interact(menu::hide);
                    return items.stream();
                })
                .filter(item -> item.getAccelerator() != null)
                .map(item -> item.getId() + ": " + item.getText() + " "
                        + item.getAccelerator().getDisplayText())
                .toList();
        List<String> buttons = List.of("undo", "redo");
        for (Command c : view().commands().all()) {
            if (!c.title().isEmpty() && !buttons.contains(c.id())) {
                assertThat(entries)
                        .contains(c.id() + ": " + c.title() + " "
                                + c.keys().get(0).text());
            }
        }
        for (String id : buttons) {
            assertThat(node(id, ButtonBase.class).getTooltip().getText())
                    .isEqualTo(view().commands().of(id).entry());
        }
    }

    @Test
    void theHelpShowsTheWholeList() {
        keys(KeyCode.F1);
        List<String> shown = onWindow(() -> lookup(".help-key").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList());
        assertThat(shown)
                .containsExactlyElementsOf(view().commands().rows().stream()
                        .map(Commands.Row::keys)
                        .toList());
        assertThat(listWindows()).hasSize(1);
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(focused()).isEqualTo("sentence");
        keys(KeyCode.F1, KeyCode.F1);
        assertThat(view().overlay().isOpen()).isFalse();
    }

    @Test
    void theFootSaysWhatTheListSaysWhereverTheKeyboardIs() {
        assertThat(foot()).isEqualTo("Enter leave PgUp PgDn step");
        keys(KeyCode.ENTER);
        assertThat(foot()).isEqualTo("↑ ↓ ← → cell Enter open PgUp PgDn step");
        interact(() -> node("next", Node.class).requestFocus());
        assertThat(foot()).isEqualTo("← → step ↑ ↓ word Space press");
    }

    @Test
    void theFootIsTrueAfterAMenuInTheListInAFigureAndInTheStrip() {
        interact(() -> node("view", MenuButton.class).show());
        interact(() -> node("view", MenuButton.class).hide());
        interact(() -> node("view", Node.class).requestFocus());
        assertThat(foot()).isEqualTo("← → step ↑ ↓ word Space press");
        keys(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(stage()).isEqualTo(2);
        assertThat(query()).isEqualTo(1);
        tabTo("temperature-slider");
        assertThat(foot()).isEqualTo("← → change Ctrl+Z undo");
        keys(KeyCode.RIGHT);
        assertThat(session().experiment().get().temperature()).isGreaterThan(1);
        tabTo("lines");
        assertThat(foot()).startsWith("↑ ↓ word");
        keys(KeyCode.DOWN);
        assertThat(stage()).isEqualTo(2);
        tabTo("mask");
        assertThat(foot()).isEqualTo("↑ ↓ choose PgUp PgDn step");
        tabTo("temperature");
        assertThat(foot()).isEqualTo("Enter take Esc leave");
        keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("stage");
    }

    /** Keys and words of the foot, from left to right. */
    private String foot() {
        return onWindow(() -> lookup(".foot .key").query().getParent().getChildrenUnmodifiable().stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" ")));
    }

    @Test
    void shiftTellsTwoCommandsApartAndElseDoesNotMatter() {
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D); // as without
        assertThat(session().shown().get().view().theme()).isEqualTo(Theme.DARK);
        keys(KeyCode.ENTER, KeyCode.PAGE_DOWN);
        interact(() -> field().setText("the cat sat"));
        until(() -> session().experiment().get().text().equals("the cat sat"));
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !session().experiment().get().text().equals("the cat sat"));
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> session().experiment().get().text().equals("the cat sat"));
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !session().experiment().get().text().equals("the cat sat"));
        together(KeyCode.CONTROL, KeyCode.Y);
        until(() -> session().experiment().get().text().equals("the cat sat"));
    }
}
