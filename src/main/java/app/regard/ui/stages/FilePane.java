package app.regard.ui.stages;

import app.regard.heads.AttentionFile;
import app.regard.source.WeightsContent;
import app.regard.text.Printable;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of a file's weights: its array, layer and head, and where the names of its tokens come from. */
final class FilePane extends VBox {
    private static final double WIDE = 380;

    private final Label name = new Label();
    private final ComboBox<String> array = new ComboBox<>();
    private final HBox arrays = new HBox(8);
    private final HeadPicker place;
    private final Label tokens = new Label();
    private final Button all = new Button("All heads (H)");
    private AttentionFile.Array shown = new AttentionFile.Array("", 1, 1, 1, 1);
    private boolean showing;

    /**
     * Makes it.
     *
     * @param files asks for files
     * @param heads shows all heads at once
     */
    FilePane(Workspace session, FileDialogs files, Runnable heads) {
        super(8);
        setId("file");
        name.setId("file-name");
        name.setWrapText(true);
        name.setMaxWidth(WIDE);
        array.setConverter(Controls.labels());
        control(array, "file-array", "Which array of the file");
        place = new HeadPicker("file-layer", "file-head", "file", id -> session.useFileHead(id.layer(), id.head()));
        place.say("Layer, counted from 0", "Head within its layer, counted from 0");
        array.setOnAction(e -> {
            if (!showing && array.getValue() != null) {
                String name = array.getValue();
                session.files().useFile((of, now) -> of.withOther(now, name));
            }
        });
        arrays.getChildren().addAll(Controls.whole(Controls.quiet("Array")), array);
        arrays.setAlignment(Pos.CENTER_LEFT);
        tokens.getStyleClass().add("quiet");
        tokens.setId("file-tokens");
        tokens.setWrapText(true);
        tokens.setMaxWidth(WIDE);
        tokens.setMinHeight(USE_PREF_SIZE);
        Button text = new Button("Tokens from a text file…");
        control(text, "file-text", "Tokens from a text file, one on each line");
        text.setOnAction(e -> files.open("Open the tokens, one on each line", List.of("txt", "tsv", "text"))
                .ifPresent(session.files()::useTokens));
        Button turn = new Button("Turn rows and columns");
        control(turn, "file-turn", "Exchanges rows and columns, for files whose columns ask");
        turn.setOnAction(e -> session.files().useFile((of, now) -> of.turned(now)));
        Button other = new Button("Another file…");
        control(other, "file-other", "Open another file");
        other.setOnAction(e -> new AttentionFileDialogs(session, files).open());
        control(all, "file-heads", "All heads at once");
        all.setOnAction(e -> heads.run());
        HBox more = new HBox(8, all, turn, other);
        getChildren().addAll(name, arrays, place, tokens, text, more);
        session.shown().addListener((o, was, is) -> {
            if (!was.content().equals(is.content()) || !was.experiment().equals(is.experiment())) {
                show(is);
            }
        });
        show(session.shown().get());
    }

    /** Whether a list is open, which Escape closes first. */
    boolean choosing() {
        return array.isShowing() || place.choosing();
    }

    /** Whether there are several heads to choose from. */
    boolean several() {
        return shown.layers() * shown.heads() > 1;
    }

    private void show(ViewState is) {
        WeightsContent.file(is.content()).ifPresent(open -> show(is, open));
    }

    private void show(ViewState is, WeightsContent.OpenFile open) {
        showing = true;
        shown = open.array();
        name.setText(Printable.label(open.fileName()) + "  ·  " + open.said());
        array.getItems()
                .setAll(open.arrays().stream().map(AttentionFile.Array::name).toList());
        array.setValue(shown.name());
        Controls.show(arrays, open.arrays().size() > 1);
        place.show(shown.layers(), shown.heads(), open.id());
        Controls.show(place, several());
        Controls.show(all, several());
        tokens.setText(tokens(is, open));
        showing = false;
    }

    private static String tokens(ViewState is, WeightsContent.OpenFile open) {
        boolean own = is.experiment().text().isBlank() || is.experiment().text().equals(open.ownTokens());
        return (own ? "" : "Tokens: as you typed or chose them. ")
                + "Type other tokens in the sentence field, with blanks between; emptied, it brings these back.";
    }

    private static void control(javafx.scene.layout.Region control, String id, String spoken) {
        Controls.named(control, id, spoken);
        control.setMinWidth(USE_PREF_SIZE);
    }
}
