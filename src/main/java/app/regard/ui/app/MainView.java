package app.regard.ui.app;

import app.regard.draw.View;
import app.regard.lab.About;
import app.regard.lab.catalog.Labs;
import app.regard.ui.export.ClassSheetPane;
import app.regard.ui.export.DataExport;
import app.regard.ui.export.ExportMenu;
import app.regard.ui.export.ExportPane;
import app.regard.ui.export.PictureExport;
import app.regard.ui.export.SavingBar;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Overlay;
import app.regard.ui.kit.ScaledPane;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lab.LabMenu;
import app.regard.ui.lab.LabModel;
import app.regard.ui.lab.LabPane;
import app.regard.ui.lesson.LessonBar;
import app.regard.ui.lesson.LessonFiles;
import app.regard.ui.lesson.LessonMenu;
import app.regard.ui.lesson.LessonModel;
import app.regard.ui.lesson.LessonStorage;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.Saving;
import app.regard.ui.session.Workspace;
import app.regard.ui.stages.FormulaStrip;
import app.regard.ui.stages.Rail;
import app.regard.ui.stages.SidePane;
import app.regard.ui.stages.StagePane;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole window: header, stages, stage, side and foot around one session. */
public final class MainView extends StackPane {
    private static final double NARROW = 1150;
    private static final double WIDE = 1600;
    private static final double BESIDE_LAB = 1200;
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    private static final PseudoClass NARROW_WINDOW = PseudoClass.getPseudoClass("narrow");

    private final Workspace session;
    private final TaskRunner tasks;
    private final Saving saving;
    private final PictureExport pictureExport;
    private final DataExport data;
    private final Overlay overlay = new Overlay();
    private final ScaledPane wall;
    private final LessonModel lessonModel;
    private final LessonStorage storage;
    private final LessonFiles lessons;
    private final AttentionFileDialogs attention;
    private final Opening opening;
    private final Commands commands;
    private final LabModel lab;
    private final LabPane labPane;
    private final SavingBar savingBar;
    private final VBox top = new VBox();
    private final BorderPane panes = new BorderPane();
    private final VBox bottom = new VBox();
    private final Header header;
    private final LessonBar lessonBar;
    private final List<KeyHints> hints = List.of(new KeyHints(this), new KeyHints(this));
    private final FormulaStrip strip;
    private final ScrollPane rail;
    private final StagePane stagePane;
    private final SidePane side;
    private final Footer foot;
    private final Presentation presentation;
    private final RevealModel reveal;

    /** @param files asks the reader for files */
    public MainView(Workspace session, TaskRunner tasks, FileDialogs files) {
        this(session, tasks, files, Labs.ALL);
    }

    /** @param labs the labs there are */
    MainView(Workspace session, TaskRunner tasks, FileDialogs files, Labs labs) {
        this.session = session;
        this.tasks = tasks;
        saving = new Saving(session, tasks, files);
        pictureExport = new PictureExport(session, files, saving);
        lessonModel = new LessonModel(session);
        storage = new LessonStorage(lessonModel, session, tasks);
        lessons = new LessonFiles(lessonModel, storage, session, files, overlay);
        attention = new AttentionFileDialogs(session, files);
        opening = new Opening(session, lessons);
        lab = new LabModel(session, tasks, labs);
        lab.asSaved(() -> lessonModel.open().get().isPresent() && !lessonModel.hasLeft());
        data = new DataExport(session, files, saving);
        wall = new ScaledPane(panes, overlay);
        presentation = new Presentation(session, lessonModel, this, wall, this::arrange);
        stagePane = new StagePane(session, tasks);
        reveal = new RevealModel(session, lessonModel);
        commands = WindowCommands.of(session, this);
        labPane = new LabPane(lab, tasks, commands.of("export-picture"), commands.of("lesson-add"), hints.get(1));
        ExportMenu menu = new ExportMenu(
                pictureExport,
                data,
                () -> lessonModel.open().get().map(LessonModel.Open::lesson),
                () -> lab.page().map(page -> page),
                commands.of("export-picture"),
                this::classSheet,
                of -> ExportPane.open(of, data, tasks, overlay));
        ControlStyle.load(this);
        header = new Header(
                session, menu, new LabMenu(lab), new LessonMenu(lessonModel, lessons, commands), commands, reveal);
        side = new SidePane(session, tasks, files);
        rail = new Rail(session).above(side.words());
        foot = new Footer(session, storage, commands, hints.get(0));
        getStyleClass().add("root-pane");
        savingBar = new SavingBar(saving);
        strip = new FormulaStrip(session, commands, files);
        panes.setMinSize(0, 0);
        lessonBar = new LessonBar(lessons, commands, session, lab::result, lab.seen(), this::leaveField, lab::hold);
        top.getChildren().setAll(header, strip, lessonBar);
        session.lab().addListener((o, was, is) -> place());
        place();
        getChildren().setAll(wall, presentation.bar());
        addEventFilter(MouseEvent.MOUSE_MOVED, presentation.bar()::moved);
        opening.droppedOn(this);
        stagePane.menus(menu::on);
        side.menus(menu::on);
        widthProperty().addListener((o, was, is) -> widths());
        heightProperty().addListener((o, was, is) -> widths());
        session.shown().addListener((o, was, is) -> {
            if (!was.view().equals(is.view())) {
                dress(is.view());
            }
        });
        dress(session.shown().get().view());
    }

    private void dress(View view) {
        ControlStyle.apply(view, this);
        widths();
    }

    private void widths() {
        double text = session.shown().get().view().textScale();
        double width = getWidth() / wall.scale();
        rail.setPrefWidth((width < NARROW ? 200 : 230) * Math.min(1.25, text));
        pseudoClassStateChanged(NARROW_WINDOW, width < NARROW || getHeight() / wall.scale() < 740);
        boolean open = lab.isOpen();
        boolean slim = width < NARROW || (open && width < WIDE);
        side.setPrefWidth(
                presentation.isOn() ? width * 0.325 : slim ? 310 : width < WIDE ? 376 : Math.min(620, width * 0.3));
        side.setMinWidth(side.getPrefWidth());
        side.setMaxWidth(side.getPrefWidth());
        boolean keyboard = side.isFocusWithin();
        boolean sides = open && (presentation.isOn() || !lab.in(About.Group.CHANGE) || width < BESIDE_LAB);
        panes.setRight(sides ? null : side);
        if (keyboard && panes.getRight() == null) {
            leaveField();
        }
    }

    public Workspace session() {
        return session;
    }

    public Footer foot() {
        return foot;
    }

    /** The caret is in the sentence at the start. */
    void start() {
        header.field().requestFocus();
        header.field().end();
    }

    LessonBar lessonBar() {
        return lessonBar;
    }

    /** What the keys do where the keyboard is, in the foot and in that of a lab. */
    List<KeyHints> keyHints() {
        return hints;
    }

    public Commands commands() {
        return commands;
    }

    /** Gives up what is waited for, or else unpins. */
    void giveUp() {
        boolean pinned = session.shown().get().focus().pinned();
        if (lab.isOpen() && !(pinned && panes.getRight() == side)) {
            lab.leave();
        } else if (!foot.cancel() && (pinned || !presentation.giveUp())) {
            session.unpin();
        }
    }

    public void leaveField() {
        if (lab.isOpen()) {
            labPane.first().requestFocus();
        } else {
            stagePane.requestFigure();
        }
    }

    public Overlay overlay() {
        return overlay;
    }

    public LessonModel lessonModel() {
        return lessonModel;
    }

    public Opening opening() {
        return opening;
    }

    AttentionFileDialogs attention() {
        return attention;
    }

    public LessonFiles lessons() {
        return lessons;
    }

    public LessonStorage storage() {
        return storage;
    }

    public Saving saving() {
        return saving;
    }

    /** Before the program ends: what is being exported is given up, and a lesson that is being saved is saved. */
    void end() {
        saving.end();
        storage.end();
    }

    public PictureExport pictureExport() {
        return pictureExport;
    }

    /** Opens the choices for a picture, or closes them. */
    public void export() {
        boolean open = overlay.isOpen();
        overlay.close();
        if (!open) {
            pictureExport.revalidate();
            ExportPane.open(lab.page().map(pictureExport::of).orElse(pictureExport), data, tasks, overlay);
        }
    }

    private void classSheet() {
        ClassSheetPane pane = data.pages().classSheet(tasks, overlay::close);
        overlay.open(pane, pane.first(), () -> {});
    }

    void help() {
        Help help = new Help(commands.rows(), overlay::close);
        overlay.open(help, help.first(), () -> {});
    }

    RevealModel reveal() {
        return reveal;
    }

    Presentation presentation() {
        return presentation;
    }

    private void arrange(boolean presenting) {
        pseudoClassStateChanged(PRESENTING, presenting);
        place();
        leaveField(); // the sentence is not on the wall
    }

    /** Puts everything where it belongs: a lab takes the place of the stages, presenting that of all around. */
    private void place() {
        boolean open = lab.isOpen();
        panes.setTop(presentation.isOn() ? presentation.heading() : top);
        panes.setLeft(presentation.isOn() || open ? null : rail);
        if (open != (panes.getCenter() == labPane) || panes.getCenter() == null) {
            panes.setCenter(open ? labPane : stagePane);
            leaveField();
        }
        bottom.getChildren().setAll(savingBar, open ? labPane.bottom() : foot);
        strip.showSpread(!lab.in(About.Group.ASK)); // it tells something of what is asked
        panes.setBottom(presentation.isOn() ? null : bottom);
        widths();
    }

    /** The lab that is open, if one is. */
    public LabModel lab() {
        return lab;
    }
}
