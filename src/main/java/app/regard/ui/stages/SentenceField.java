package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TextLimit;
import app.regard.ui.session.Workspace;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A sentence: the one that asks, or another one that answers it. */
public final class SentenceField extends TextField {
    private boolean showing;

    private SentenceField(
            Workspace session, Function<Experiment, @Nullable String> read, Consumer<String> type, String id) {
        setId(id);
        getStyleClass().add("sentence");
        setTextFormatter(TextLimit.sentence(said -> {
            if (!showing) { // the tokens of a file are whole, also where the field does not take all of them
                Platform.runLater(() -> session.say(new Notice(Notice.Kind.CHANGE, said)));
            }
        }));
        showing = true;
        setText(shown(read, session.experiment().get()));
        showing = false;
        textProperty().addListener((o, was, is) -> {
            if (!showing) {
                type.accept(is);
            }
        });
        session.experiment().addListener((o, was, is) -> {
            String text = shown(read, is);
            if (!text.equals(getText())) {
                showing = true; // a sentence that is not typed is not changed where the field does not take all of it
                setText(text);
                showing = false;
                if (isFocused()) {
                    end();
                } else {
                    home(); // a long sentence is read from its beginning
                }
            }
        });
    }

    private static String shown(Function<Experiment, @Nullable String> read, Experiment e) {
        return Objects.requireNonNullElse(read.apply(e), "");
    }

    /** The sentence whose words ask. */
    static SentenceField asking(Workspace session) {
        SentenceField field = new SentenceField(session, Experiment::text, session::type, "sentence");
        field.setPromptText("Type a sentence");
        field.setAccessibleText("Sentence");
        return field;
    }

    /** The sentence whose words answer, where it is another one. */
    static SentenceField answering(Workspace session) {
        SentenceField field = new SentenceField(
                session, Experiment::keyText, session.experimentModel().typing()::typeKeys, "keys-sentence");
        field.setPromptText("Type the sentence that answers");
        field.setAccessibleText("Sentence that answers");
        return field;
    }
}
