package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.Workspace;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** The sentence, and below it another one that answers it, where one is wanted. */
public final class SentencePane extends VBox {
    private static final double GAP = 40;

    private final SentenceField asking;
    private final SentenceField answering;
    private final Button more = Controls.whole(new Button());
    private final HBox below;

    public SentencePane(Workspace session) {
        super(5);
        asking = SentenceField.asking(session);
        answering = SentenceField.answering(session);
        setAlignment(Pos.CENTER);
        more.setId("keys-add");
        more.getStyleClass().add("in-field");
        more.setAccessibleText("Answered by another sentence");
        more.setTooltip(new Tooltip("Another sentence answers: its words are the keys and values, n × m"));
        more.setOnAction(e -> {
            session.change(x -> x.withKeyText(x.text()));
            answering.requestFocus();
            answering.selectAll();
        });
        StackPane.setAlignment(more, Pos.CENTER_RIGHT);
        Button remove = Controls.whole(new Button("✕"));
        Controls.named(remove, "keys-remove", "The sentence answers itself again");
        remove.setTooltip(new Tooltip("The sentence answers itself again"));
        remove.setOnAction(e -> {
            asking.requestFocus(); // the button goes
            asking.end();
            session.change(x -> x.withKeyText(null));
        });
        HBox.setHgrow(answering, Priority.ALWAYS);
        below = new HBox(8, Controls.whole(Controls.quiet("answered by")), answering, remove);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new StackPane(asking, more), below);
        asking.textProperty().addListener((o, was, is) -> fit());
        asking.widthProperty().addListener((o, was, is) -> fit());
        session.experiment().addListener((o, was, is) -> show(is));
        show(session.experiment().get());
    }

    /** The sentence that asks. */
    public SentenceField field() {
        return asking;
    }

    private void show(Experiment e) {
        boolean file = e.source().traits().file(); // whose tokens that answer are its own
        boolean two = e.keyText() != null && !file;
        Controls.show(below, two);
        Controls.show(more, !two && !file);
    }

    /** The words give way to the sentence. */
    private void fit() {
        Text words = new Text(asking.getText());
        words.setFont(asking.getFont());
        Text offer = new Text("+ answered by another sentence");
        offer.setFont(more.getFont());
        double room = asking.getWidth() - words.getLayoutBounds().getWidth() - GAP;
        boolean brief = offer.getLayoutBounds().getWidth() + GAP > room;
        more.setText(brief ? "+" : offer.getText());
    }
}
