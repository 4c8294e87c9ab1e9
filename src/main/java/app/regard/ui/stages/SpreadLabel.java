package app.regard.ui.stages;

import app.regard.draw.DecimalFormatter;
import app.regard.engine.Spread;
import app.regard.stage.Words;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The spread of the focused row in two lines: its entropy in bits, and how many words that is. */
final class SpreadLabel extends VBox {
    private final Label bits = new Label();
    private final Label words = new Label();
    private final Tooltip tip = new Tooltip();
    private boolean brief;
    private boolean line;

    SpreadLabel() {
        setAlignment(Pos.CENTER_LEFT);
        setId("spread");
        bits.setId("spread-bits");
        bits.getStyleClass().add("spread-bits");
        words.setId("spread-words");
        words.getStyleClass().add("spread-words");
        bits.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(USE_PREF_SIZE);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        Tooltip.install(this, tip);
        getChildren().addAll(bits, words);
    }

    void show(ViewState is) {
        int query = is.focus().query();
        Spread spread = Spread.of(is.weights(), is.trace(), query);
        String h = is.hides(query) ? "?" : DecimalFormatter.text(spread.bits(), 2);
        String over = is.hides(query) ? "?" : DecimalFormatter.text(spread.words(), 1);
        String row = row(is.weights().from().shown(query));
        write(h, over, spread.of(), row);
        tip.setText("The entropy of the row of " + row + ": H = −Σ a · log₂ a = "
                + (is.hides(query) ? "?" : DecimalFormatter.claimed(spread.bits(), 2))
                + " bits. So many words of equal weight would be spread as widely: 2^H = "
                + (is.hides(query) ? "?" : DecimalFormatter.claimed(spread.words(), 1))
                + ". 0 bits is all on one word, log₂ " + spread.of()
                + " the most there is; masked words are left out.");
    }

    private void write(String h, String over, int of, String row) {
        bits.setText(h + " bits" + (line ? " · " + over : brief ? "" : " in the row of " + row));
        words.setText((brief ? "" : "spread ") + "over " + over + " of " + of + " word" + (of == 1 ? "" : "s"));
    }

    private static String row(String word) {
        return "“" + Words.brief(word) + "”";
    }

    /** The longest word whose row may be asked for: it decides, so that going from word to word moves nothing. */
    static String widest(ViewState is) {
        return row(is.weights().from().shown().stream()
                .max(Comparator.comparingInt(String::length))
                .orElse(""));
    }

    /** Needs less room, in two short lines or in one, for whichever row comes. */
    void shorten(boolean shorter, boolean oneLine, ViewState is) {
        brief = shorter;
        line = oneLine;
        Controls.show(words, !line);
        setPrefWidth(USE_COMPUTED_SIZE);
        int most = is.weights().to().size();
        write(DecimalFormatter.text(Math.log(most) / Math.log(2), 2), DecimalFormatter.text(most, 1), most, widest(is));
        setPrefWidth(prefWidth(-1));
        show(is);
    }
}
