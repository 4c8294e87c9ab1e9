package app.regard.ui.app;

import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.TrainedModel;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of help: what the keys do, what is computed and what is illustration. */
final class Help extends VBox {
    private static final double WIDE = 780;
    private static final double HIGH = 680;

    private static final String TRUTHS = """
            Every number is computed here, in double precision, when you type. Hover a cell, and the line below the stage \
            says which numbers it came from; they are lit.

            Rows are queries: who looks. Columns are keys: who is looked at. Rows add up to 1, columns need not.

            The simple table and its heads are made by hand, for illustration. A real transformer learns its projections, \
            has many heads in many layers, and adds what a head gives to the word’s vector.

            The strip under the sentence has all that decides the numbers besides the words, and the spread of the row that is \
            asked about: its entropy H in bits, and 2^H as a number of words. What is not the paper’s formula is amber there.

            A trained head is a real one: press “Trained” beside Head, then choose a layer and a head. \
            """ + TrainedModel.ABOUT + """
             It works on word pieces; [CLS] and [SEP] stand for the beginning and the end, and many heads park much of a \
            row there. It was trained without a mask and at temperature 1: anything else is marked “what if”. \
            A folder with another model (BERT, DistilBERT, RoBERTa or GPT-2, as Hugging Face saves it) opens beside it, or is \
            dropped on the window; the causal mask of GPT-2 is its own and no “what if”.

            Averages over heads, rollout, merged words and hidden tokens are derived: no head has such weights, so they stand \
            alone, and the other stages are grey. So are they where weights were computed elsewhere and read from a file; queries, keys and \
            values in a file bring stages 2 to 8 to life. Where a file's tokens are the patches of an image, a square of them or \
            one more, “Patches” above the heat map lays the focused row over the image that you open or drop there.

            Attention weights are not trainable weights: they come out anew for every sentence. A large weight is not a \
            large contribution, for the length of the value counts too; and it is not a cause.

            Order and distance play no part in plain attention; positions or a causal mask bring order back. The same \
            procedure serves any length, though the weights of a row have to share their 1. It takes O(n²·d) steps, and \
            O(n²) memory if the matrix is kept; every pair of words is one step apart, where a recurrent net squeezes the \
            whole sentence into one vector.

            Two words that fit equally well tie. That is no fault: without positions a head cannot prefer the nearer one.

            One head in one layer blends vectors. It does not understand a sentence or resolve a pronoun.

            All of this can be tested: Labs ▸ Ask ▸ Truths lists it, and each statement opens where its number stands.""";

    private final ScrollPane scroll;

    /**
     * @param rows the table of keys
     * @param close closes it
     */
    Help(List<Commands.Row> rows, Runnable close) {
        GridPane keys = new GridPane(24, 4);
        for (Commands.Row row : rows) {
            Label key = new Label(row.keys());
            key.getStyleClass().add("help-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(row.does());
            does.setWrapText(true);
            does.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(key, VPos.TOP);
            keys.addRow(keys.getRowCount(), key, does);
        }
        Label truths = new Label(TRUTHS);
        truths.setWrapText(true);
        VBox page = new VBox(12, heading("Keys"), keys, heading("What you see"), truths);
        page.getStyleClass().add("help");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Help");
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button end = Controls.button("help-close", "Close (Esc)", close);
        HBox foot = new HBox(Controls.spring(), end);
        getChildren().setAll(scroll, foot);
        setMaxSize(WIDE, HIGH);
    }

    /** What has the keyboard first: arrows and Page Down turn the page. */
    Node first() {
        return scroll;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("side-title");
        return label;
    }
}
