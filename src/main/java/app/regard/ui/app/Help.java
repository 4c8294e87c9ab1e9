package app.regard.ui.app;

import app.regard.ui.session.TrainedModel;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** F1: what the keys do, what is computed and what is illustration. */
final class Help {
    private Help() {}

    private static final List<String> KEYS = List.of(
            "Page Up, Page Down",
            "step through the stages, always",
            "← →",
            "step, when not typing and not in a figure",
            "↑ ↓",
            "the word before or after",
            "arrows in a figure",
            "the cell, row label or column label that is asked about",
            "Enter in a figure",
            "pin the row’s word; Esc unpins",
            "Space",
            "play, pause",
            "Enter, Esc",
            "leave the sentence field",
            "Ctrl+Z, Ctrl+Shift+Z",
            "undo, redo, also while typing",
            "Ctrl+C",
            "copy the number that is asked about",
            "Ctrl+E",
            "export a picture; on a figure the right button or the menu key offers numbers and code too",
            "Ctrl+S, Ctrl+Shift+S, Ctrl+O",
            "save the lesson, save it elsewhere, open one",
            "Ctrl+Shift+O",
            "open attention that another program computed",
            "Ctrl+Page Up, Ctrl+Page Down",
            "the lesson’s card before or after",
            "Ctrl+D",
            "light or dark",
            "H",
            "all heads of the trained model or of the open file, when not typing; arrows, Enter, Esc",
            "L",
            "a word through the layers of the trained model, when not typing; Esc",
            "F11",
            "present: only stage and heat map, large",
            "F1",
            "this page");

    private static final String TRUTHS = """
            Every number is computed here, in double precision, when you type. Hover a cell, and the line below the stage \
            says which numbers it came from; they are lit.

            Rows are queries: who looks. Columns are keys: who is looked at. Rows add up to 1, columns need not.

            The simple table and its heads are made by hand, for illustration. A real transformer learns its projections, \
            has many heads in many layers, and adds what a head gives to the word’s vector.

            A trained head is a real one: under Head choose “trained”, then a layer and a head. \
            """ + TrainedModel.ABOUT + """
             It works on word pieces; [CLS] and [SEP] stand for the beginning and the end, and many heads park much of a \
            row there. It was trained without a mask and at temperature 1: anything else is marked “what if”.

            Averages over heads, rollout, merged words and hidden tokens are derived: no head has such weights, so they stand \
            alone, and the other stages are grey. So are they where attention was computed elsewhere and read from a file.

            Attention weights are not trainable weights: they come out anew for every sentence. A large weight is not a \
            large contribution, for the length of the value counts too; and it is not a cause.

            Order and distance play no part in plain attention; positions or a causal mask bring order back. The same \
            procedure serves any length, though the weights of a row have to share their 1. It takes O(n²·d) steps, and \
            O(n²) memory if the matrix is kept; every pair of words is one step apart, where a recurrent net squeezes the \
            whole sentence into one vector.

            Two words that fit equally well tie. That is no fault: without positions a head cannot prefer the nearer one.

            One head in one layer blends vectors. It does not understand a sentence or resolve a pronoun.""";

    static Stage show(Window owner, String style, Iterable<String> sheets) {
        GridPane keys = new GridPane(24, 4);
        for (int k = 0; k < KEYS.size(); k += 2) {
            Label key = new Label(KEYS.get(k));
            key.getStyleClass().add("help-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(KEYS.get(k + 1));
            does.setWrapText(true);
            does.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(key, VPos.TOP);
            keys.addRow(k / 2, key, does);
        }
        Label truths = new Label(TRUTHS);
        truths.setWrapText(true);
        VBox page = new VBox(12, heading("Keys"), keys, heading("What you see"), truths);
        page.getStyleClass().add("help");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setStyle(style);
        scroll.getStyleClass().add("root-pane");
        Scene scene = new Scene(scroll, 720, 640);
        sheets.forEach(scene.getStylesheets()::add);
        Stage window = new Stage();
        window.initOwner(owner);
        window.initModality(Modality.NONE);
        window.setTitle("Regard: help");
        window.setScene(scene);
        scene.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                window.close();
            }
        });
        window.show();
        return window;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("side-title");
        return label;
    }
}
