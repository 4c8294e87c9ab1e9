package app.regard.ui.stages;

import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TextLimit;
import app.regard.ui.session.Workspace;
import javafx.scene.control.TextField;

/** The sentence. */
public final class SentenceField extends TextField {
    private boolean showing;

    public SentenceField(Workspace session) {
        setId("sentence");
        setPromptText("Type a sentence");
        setAccessibleText("Sentence");
        getStyleClass().add("sentence");
        setTextFormatter(TextLimit.sentence(said -> session.say(new Notice(Notice.Kind.CHANGE, said))));
        setText(session.experiment().get().text());
        textProperty().addListener((o, was, is) -> {
            if (!showing) {
                session.type(is);
            }
        });
        session.experiment().addListener((o, was, is) -> {
            if (!is.text().equals(getText())) {
                showing = true; // a sentence that is not typed is not changed where the field does not take all of it
                setText(is.text());
                showing = false;
                if (isFocused()) {
                    end();
                } else {
                    home(); // a long sentence is read from its beginning
                }
            }
        });
    }
}
