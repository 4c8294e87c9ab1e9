package app.regard.ui.export;

import app.regard.trace.Refusal;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** A field whose entry is taken while it is typed; what makes no sense is said when the typing stops. */
final class Entry extends TextField {
    private static final Duration TYPING = Duration.millis(700);

    private final Consumer<String> take;
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final PauseTransition pause = new PauseTransition(TYPING);
    private String refused = "";

    /**
     * @param name what a screen reader calls it
     * @param take takes the entry, or refuses it
     */
    Entry(String id, String name, int columns, String text, Consumer<String> take) {
        this.take = take;
        setId(id);
        setAccessibleText(name);
        setPrefColumnCount(columns);
        setMinWidth(USE_PREF_SIZE);
        setText(text);
        textProperty().addListener((o, was, is) -> check());
        pause.setOnFinished(e -> say());
        focusedProperty().addListener((o, was, is) -> say());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                say();
            }
        });
    }

    /** Whether what stands there is refused. */
    ReadOnlyBooleanProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** What is wrong and what to do, once it is said; else nothing. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Takes what stands there, which other choices may have made possible. */
    void check() {
        try {
            take.accept(getText().strip().replace(',', '.'));
            refused = "";
            say();
        } catch (Refusal refusal) {
            refused = String.valueOf(refusal.getMessage());
            pause.playFromStart();
        }
        wrong.set(!refused.isEmpty());
    }

    private void say() {
        pause.stop();
        problem.set(refused);
        setAccessibleHelp(refused);
    }
}
