package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.trace.Traits;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The choices that decide the numbers besides the words: the head, or the file that the weights come from, and the options. */
public final class HeadPopover {
    private static final String OWN = "this example’s own";
    private static final String RANDOM = "random";
    private static final String FILE = "from a file…";
    private static final String FOLDER = "a model’s folder…";

    /** The head that is shown first: in it "it" looks at what it may stand for. */
    private static final HeadId FIRST = new HeadId(3, 1);

    /** How wide the names at the left are. */
    private static final double NAMES = 78;

    private final Workspace session;
    private final FileDialogs files;
    private final String trainedHead;
    private final AttentionFileDialogs attention;
    private final Popover popover;
    private final ComboBox<String> head = new ComboBox<>();
    private final TrainedPane trained;
    private final FilePane file;
    private final ReadingPane reading;
    private final OptionsPane options;
    private boolean showing;

    /**
     * Makes it.
     *
     * @param heads shows all heads at once
     * @param files asks for files
     */
    public HeadPopover(Workspace session, Runnable heads, FileDialogs files) {
        this.session = session;
        this.files = files;
        trainedHead = trained(session.model().shape().name());
        Runnable all = () -> {
            toggle(head);
            heads.run();
        };
        attention = new AttentionFileDialogs(session, files);
        trained = new TrainedPane(session, all);
        file = new FilePane(session, files, all);
        reading = new ReadingPane(session);
        options = new OptionsPane(session, names());
        popover = new Popover(content());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> { // a closed list would swallow Escape
                    if (e.getCode() == KeyCode.ESCAPE
                            && !head.isShowing()
                            && !trained.choosing()
                            && !file.choosing()
                            && !options.choosing()) {
                        popover.hide();
                        e.consume();
                    }
                });
        session.experiment().addListener((o, was, is) -> show(is));
        session.shown().addListener((o, was, is) -> {
            several();
            if (was.content() != is.content()) {
                trained.show(session.experiment().get().source());
            }
        });
        show(session.experiment().get());
        head.setOnAction(e -> {
            if (!showing && head.getValue() != null) {
                choose(head.getValue());
            }
        });
    }

    public void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            show(session.experiment().get());
            popover.show(owner);
            head.requestFocus();
        }
    }

    private static ColumnConstraints names() {
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        return names;
    }

    private VBox content() {
        GridPane grid = new GridPane(12, 10);
        grid.getColumnConstraints().setAll(names());
        Label name = new Label("Head");
        name.getStyleClass().add("quiet");
        grid.add(name, 0, 0);
        grid.add(head, 1, 0);
        head.setId("head-choice");
        head.setAccessibleText("Head");
        head.setCellFactory(list -> new Choice(session.model().present() ? "" : trainedHead));
        grid.add(new VBox(12, trained, file, reading), 1, 1);
        VBox all = new VBox(10, grid, options);
        all.getStyleClass().add("head-popover");
        return all;
    }

    /** The controls follow the experiment. */
    private void show(Experiment e) {
        showing = true;
        List<String> heads = new ArrayList<>();
        if (session.library().example(e.source().table()).isPresent()) {
            heads.add(OWN);
        }
        heads.addAll(session.library().heads());
        heads.add(RANDOM);
        heads.add(trainedHead);
        if (ofFolder(e.source())) {
            heads.add(choice(e.source()));
        }
        heads.add(FOLDER);
        heads.add(FILE);
        head.getItems().setAll(heads);
        Source source = e.source();
        head.setValue(choice(source));
        Traits traits = source.traits();
        part(trained, traits.trained());
        part(file, traits.file());
        part(reading, traits.heads());
        part(options, !traits.file()); // a file's weights are what they are
        several();
        if (traits.trained()) {
            trained.show(source);
        }
        options.show(e);
        showing = false;
    }

    private static void part(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** A file may hold one head only. */
    private void several() {
        reading.several(!session.experiment().get().source().traits().file() || file.several());
    }

    private static String trained(String model) {
        return "trained: " + model;
    }

    private boolean ofFolder(Source source) {
        return source.traits().trained()
                && !source.table().equals(session.model().shape().id());
    }

    private static String folderName(Source source) {
        return String.valueOf(Path.of(source.table()).getFileName());
    }

    private String choice(Source source) {
        Traits traits = source.traits();
        return traits.file()
                ? FILE
                : traits.trained()
                        ? ofFolder(source) ? trained(folderName(source)) : trainedHead
                        : source.randomSeed().isPresent()
                                ? RANDOM
                                : source.handmadeHead().orElse(OWN);
    }

    /** A head in the list; the trained one is grey, with the reason, where the program came without it. */
    private static final class Choice extends ListCell<String> {
        private final String missing;

        /** @param missing the one that is grey, or nothing */
        Choice(String missing) {
            this.missing = missing;
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean grey = missing.equals(item);
            setText(item == null || empty ? "" : grey ? item + " (not in this copy)" : item);
            setDisable(grey);
        }
    }

    private void choose(String chosen) {
        if (chosen.equals(trainedHead)) {
            useTrained();
            return;
        }
        switch (chosen) {
            case RANDOM -> session.generate();
            case FOLDER -> {
                show(session.experiment().get());
                files.folder("Open a model’s folder").ifPresent(session::openModel);
            }
            case FILE -> {
                show(session.experiment().get()); // where no file is chosen, the head stays
                attention.open();
            }
            case OWN ->
                session.change(x -> x.withSource(new Source.Preset(x.source().table())));
            default -> {
                if (session.library().heads().contains(chosen)) {
                    session.useHead(chosen);
                }
            }
        }
    }

    private void useTrained() {
        if (session.model().present()) {
            session.useTrained(FIRST.layer(), FIRST.head());
        } else {
            show(session.experiment().get());
            options.say(TrainedModel.MISSING);
        }
    }
}
