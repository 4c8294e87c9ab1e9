package app.regard.ui.stages;

import app.regard.trace.Refusal;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.RuleEditing;
import app.regard.ui.session.Workspace;
import atlantafx.base.controls.Popover;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The button that opens a head's rules, and the words' named dimensions, as sentences which can be written otherwise. */
final class RulesButton extends Button {
    private static final double WIDE = 420;

    private final RuleEditing editing;
    private final Runnable letGo;
    private final TextArea rules;
    private final TextArea words;
    private final Label problem = new Label();
    private boolean showing;

    RulesButton(Workspace session) {
        super("Rules ▾");
        setId("rules");
        setTooltip(new Tooltip("The head's rules and the words' dimensions, as sentences that can be changed"));
        editing = new RuleEditing(session);
        letGo = () -> session.experimentModel().history().letGo();
        rules = area("rules-text", "Rules of the head, one a line", editing::takeRules);
        words = area("words-text", "Words and their named dimensions, one a line", editing::takeWords);
        problem.setId("rules-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(WIDE);
        VBox all = new VBox(
                8,
                title("Rules: a word with the first dimension asks for words with the second"),
                rules,
                title("Words: what a line leaves out is 0"),
                words,
                problem);
        all.getStyleClass().add("head-popover");
        Popover popover = new Popover(all);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        setOnAction(e -> {
            if (popover.isShowing()) {
                popover.hide();
            } else {
                show();
                popover.show(this);
                rules.requestFocus();
            }
        });
    }

    private static Label title(String text) {
        Label title = Controls.quiet(text);
        title.setWrapText(true);
        title.setMaxWidth(WIDE);
        return title;
    }

    private TextArea area(String id, String name, Consumer<String> take) {
        TextArea area = new TextArea();
        Controls.named(area, id, name);
        Controls.tabLeaves(area);
        area.setPrefRowCount(6);
        area.setPrefWidth(WIDE);
        area.textProperty().addListener((o, was, is) -> {
            if (!showing) {
                take(take, is);
            }
        });
        area.focusedProperty().addListener((o, was, is) -> letGo.run()); // what is written in one go is one step
        return area;
    }

    /** What is written is taken as soon as it makes sense; until then it is said what is missing. */
    private void take(Consumer<String> by, String text) {
        try {
            by.accept(text);
            problem.setText("");
        } catch (Refusal refused) {
            problem.setText(refused.getMessage());
        }
    }

    private void show() {
        showing = true;
        rules.setText(editing.rules());
        words.setText(editing.words());
        problem.setText("");
        showing = false;
    }
}
