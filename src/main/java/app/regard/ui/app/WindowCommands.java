package app.regard.ui.app;

import static app.regard.ui.kit.Command.Where.ANYWHERE;
import static app.regard.ui.kit.Command.Where.FIGURE;
import static app.regard.ui.kit.Command.Where.NOTES;
import static app.regard.ui.kit.Command.Where.OUTSIDE_NOTES;
import static app.regard.ui.kit.Command.Where.SENTENCE;
import static app.regard.ui.kit.Command.Where.UNTAKEN;

import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.file.Digits;
import app.regard.stage.Why;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Commands;
import app.regard.ui.lab.LabModel;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The list of what a key does in the window: keys, menus, help, foot and the README's table are made or held to it. */
final class WindowCommands {
    private static final String STAGES = "step through the stages, always, also while typing";
    private static final String STEP = "step, where nothing else takes the key (a field, a list or a figure does)";
    private static final String WORD = "the word before or after, likewise";
    private static final String TEXT = "presenting: larger or smaller text";
    private static final String CARD = "the lesson’s card before or after";

    private WindowCommands() {}

    static Commands of(Workspace session, MainView view) {
        List<Command> all = new ArrayList<>(List.of(
                Command.of("stage-before", ANYWHERE, () -> session.step(-1), "Page Up")
                        .when(() -> !view.lab().isOpen())
                        .hint("step")
                        .help(STAGES),
                Command.of("stage-after", ANYWHERE, () -> session.step(1), "Page Down")
                        .when(() -> !view.lab().isOpen())
                        .hint("step")
                        .help(STAGES),
                Command.of("step-back", UNTAKEN, () -> session.step(-1), "←")
                        .when(() -> !view.lab().isOpen())
                        .hint("step")
                        .help(STEP),
                Command.of("step-on", UNTAKEN, () -> session.step(1), "→")
                        .when(() -> !view.lab().isOpen())
                        .hint("step")
                        .help(STEP),
                Command.of("word-before", UNTAKEN, () -> session.moveQuery(-1), "↑")
                        .when(() -> !view.lab().isOpen())
                        .hint("word")
                        .help(WORD),
                Command.of("word-after", UNTAKEN, () -> session.moveQuery(1), "↓")
                        .when(() -> !view.lab().isOpen())
                        .hint("word")
                        .help(WORD),
                Command.of("view-keep", UNTAKEN, session.experimentModel()::keep, "B")
                        .when(() -> !view.lab().isOpen())
                        .title("Keep as before")
                        .help("keep as before, when not typing: what comes is compared with this; again: let go"),
                Command.of("view-swap", UNTAKEN, session.experimentModel()::swap, "Shift+B")
                        .when(() -> !view.lab().isOpen())
                        .title("Exchange with what was kept")
                        .help("exchange what is shown and what was kept"),
                Command.of("leave-sentence", SENTENCE, view::leaveField, "Enter", "Esc")
                        .hint("leave")
                        .help("leave the field for the stage’s matrices"),
                inFigure("cell", "↑", "↓", "←", "→")
                        .hint("cell")
                        .help("move the cell that is asked about, over its labels and on to the matrix beside it"),
                inFigure("pin", "Enter")
                        .hint("pin")
                        .help(
                                "in the stage open a cell of X, W, b, or in step 4 of the mask, to change it, as a digit or a "
                                        + "double click does; else pin the row’s word, or unpin it; on a bar, go to its word"),
                inFigure("menu", "Context Menu")
                        .help("export what the figure shows, as the right button does: picture, numbers, code"),
                Command.of("give-up", UNTAKEN, view::giveUp, "Esc")
                        .hint("unpin")
                        .help("give up a file or the model that is being read; else unpin, else end presenting"),
                Command.of("play", UNTAKEN, () -> view.foot().togglePlay(), "Space")
                        .when(() -> !view.lab().isOpen())
                        .hint("play")
                        .help("play the stages, three seconds each, or pause; on a button, press it"),
                Command.of("undo", OUTSIDE_NOTES, session::undo, "Ctrl+Z")
                        .when(session.experimentModel().history().undoable()::get)
                        .title("Undo")
                        .hint("undo")
                        .help("undo, also while typing; 200 steps"),
                Command.of("redo", OUTSIDE_NOTES, session::redo, "Ctrl+Shift+Z", "Ctrl+Y")
                        .title("Redo")
                        .help("redo, also while typing"),
                Command.of(
                                "copy-number",
                                UNTAKEN,
                                () -> asked(session, view).ifPresent(WindowCommands::copyNumber),
                                "Ctrl+C")
                        .help("copy the number that is asked about, in full; in a field, the text"),
                Command.of("export-picture", ANYWHERE, view::export, "Ctrl+E")
                        .when(() -> !view.lab().isOpen() || view.lab().page().isPresent()) // not what lies below
                        .title("Picture…")
                        .help("export: choose a picture, see it, save or copy it; Esc closes"),
                Command.of("lesson-add", ANYWHERE, () -> view.lessonModel().add(), "Ctrl+K")
                        .title("Add this moment")
                        .hint("add card")
                        .help(
                                "add what is shown to the lesson as a card, with the lab that is open; without a lesson, begin one"),
                Command.of("lesson-words", ANYWHERE, () -> view.lessonBar().write(), "Ctrl+T")
                        .when(() -> view.lessonModel().open().get().isPresent()
                                && !view.presentation().isOn())
                        .title("Title and notes of this card")
                        .help("write the card’s title; Enter goes on to its notes"),
                Command.of("lesson-retake", ANYWHERE, () -> view.lessonModel().update(), "Ctrl+U")
                        .when(() -> view.lessonModel().hasLeft())
                        .title("Update this card")
                        .help("make the card show what is shown now"),
                Command.of("lesson-return", ANYWHERE, () -> view.lessonModel().show(), "Ctrl+R")
                        .when(() -> view.lessonModel().hasLeft())
                        .title("Back to this card")
                        .help("show the card again as it is"),
                Command.of("lesson-cards", ANYWHERE, () -> view.lessons().cards(), "Ctrl+L")
                        .when(() -> view.lessonModel().open().get().isPresent())
                        .title("Cards…")
                        .help(
                                "list the cards: Alt+↑ and Alt+↓ move one, Ctrl+D duplicates it, Delete removes it, Ctrl+Z takes back"),
                Command.of("lesson-save", ANYWHERE, () -> view.lessons().save(), "Ctrl+S")
                        .title("Save")
                        .hint("save")
                        .help("save the lesson"),
                Command.of("lesson-save-as", ANYWHERE, () -> view.lessons().saveAs(), "Ctrl+Shift+S")
                        .title("Save as…")
                        .when(() -> view.lessonModel().open().get().isPresent())
                        .help("save the lesson elsewhere"),
                Command.of("lesson-open", ANYWHERE, () -> view.lessons().open(), "Ctrl+O")
                        .title("Open…")
                        .help("open a lesson"),
                Command.of("card-before", ANYWHERE, () -> view.lessonModel().back(), "Ctrl+Page Up")
                        .help(CARD),
                Command.of("card-after", ANYWHERE, () -> view.lessonModel().next(), "Ctrl+Page Down")
                        .hint("next card")
                        .help(CARD),
                Command.of("leave-notes", NOTES, view::leaveField, "Esc")
                        .hint("leave")
                        .help("leave them for the stage’s matrices"),
                Command.of("open-attention", ANYWHERE, () -> view.attention().open(), "Ctrl+Shift+O")
                        .title("Open attention…")
                        .help("open attention that another program computed: .npy, .npz, .safetensors, .json, .csv"),
                Command.of("open-model", ANYWHERE, () -> view.attention().openModel(), "Ctrl+Shift+M")
                        .title("Open a model’s folder…")
                        .help("open a model’s folder: config.json, model.safetensors and tokenizer.json"),
                Command.of("reveal", UNTAKEN, () -> view.reveal().toggle(), "R")
                        .title("Reveal the weights at their stage")
                        .help(
                                "hide the weights until stage 6, so that a class can be asked first, or show them always"),
                Command.of("reveal-row", UNTAKEN, () -> view.reveal().next(), "Shift+R")
                        .title("Show the next hidden row")
                        .help(
                                "of hidden weights, the row of the word that is asked about; again: that of the next word"),
                Command.of("sentence", ANYWHERE, view::start, "F2")
                        .when(() -> !view.presentation().isOn())
                        .help("to the sentence, to type"),
                Command.of("menus", ANYWHERE, () -> view.lookup("#examples").requestFocus(), "F10")
                        .when(() -> !view.presentation().isOn())
                        .help("to the menus: Space opens one, Tab goes on to the next, Esc leaves"),
                Command.of("theme", ANYWHERE, () -> toggleTheme(session), "Ctrl+D")
                        .title("Light or dark")
                        .help("light or dark")));
        all.addAll(labs(view.lab()));
        all.addAll(List.of(
                Command.of("view-present", ANYWHERE, view.presentation()::toggle, "F11")
                        .title("Present")
                        .help(
                                "present: stage and heat map fill the screen, large enough for a wall; again, or Esc: back"),
                Command.of("notes", UNTAKEN, () -> view.presentation().bar().toggleNotes(), "N")
                        .when(() -> view.presentation().isOn())
                        .help("presenting: the notes to the card, or away with them"),
                Command.of("text-larger", UNTAKEN, () -> view.presentation().resize(true), "Plus", "Equals", "Add")
                        .when(() -> view.presentation().isOn())
                        .help(TEXT),
                Command.of("text-smaller", UNTAKEN, () -> view.presentation().resize(false), "Minus", "Subtract")
                        .when(() -> view.presentation().isOn())
                        .help(TEXT),
                Command.of("view-help", ANYWHERE, view::help, "F1")
                        .title("Help")
                        .hint("help")
                        .help("help: this table, and what is computed")));
        return new Commands(all);
    }

    private static void toggleTheme(Workspace session) {
        View view = session.shown().get().view();
        session.look(view.withTheme(view.theme() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT));
    }

    /** A command for each lab that has a key. */
    private static List<Command> labs(LabModel model) {
        return model.labs().all().stream()
                .map(lab -> lab.about())
                .filter(about -> !about.key().isEmpty())
                .map(about -> Command.of("view-" + about.id(), UNTAKEN, () -> model.open(about.id()), about.key())
                        .title(about.title())
                        .hint(about.title().toLowerCase(Locale.ROOT))
                        .help("the lab “" + about.title() + "”, when not typing: " + about.question()))
                .toList();
    }

    /** The number that is asked about, in the lab that is open or else in the stages. */
    private static Optional<Why> asked(Workspace session, MainView view) {
        return view.lab().isOpen()
                ? view.lab().why()
                : Optional.of(session.shown().get().why());
    }

    /** A number in full to the clipboard, in the fewest digits that read back. */
    private static void copyNumber(Why asked) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Digits.of(asked.value()).replaceFirst("\\.0$", ""));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A command of every figure, which answers its keys itself: it is listed here, and done there. */
    private static Command inFigure(String id, String... keys) {
        return Command.of(id, FIGURE, () -> {}, keys);
    }
}
