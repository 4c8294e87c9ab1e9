package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.LabState;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is bet on is nowhere on the screen, nor spoken, until the bet stands, whatever stage lies below. */
class BetInWindowTest extends WindowTest {
    /** The weights of bank in the published example, in NumPy; they differ from all else that is shown. */
    private static final List<String> ROW = List.of("0.378", "37.8", "0.109", "10.9", "0.112", "11.2", "0.401", "40.1");

    private static final List<String> COLUMN = List.of("0.378", "0.114", "0.068", "0.350");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingOnTheScreenTellsARowOrColumnBeforeItsBetStands(int stage) {
        interact(() -> session().goTo(stage));
        interact(() -> view().lab().open("bet"));
        for (String kind : List.of("shares", "column")) {
            with("kind", kind);
            with("bet", kind.equals("column") ? "0.5,0.5,0.5,0.5?" : "0.5,0.5,0,0?");
            until(() -> label("lab-title-facts").equals("The truth is hidden"));
            List<String> told = kind.equals("column") ? COLUMN : ROW;
            for (String digits : told) {
                assertThat(seen()).as("stage %d, %s", stage, kind).noneMatch(text -> text.contains(digits));
            }
            assertThat(seen()).as("how widely the row is spread").noneMatch(text -> text.contains("1.76"));
            with("bet", kind.equals("column") ? "0.5,0.5,0.5,0.5" : "0.5,0.5,0,0");
            until(() -> label("lab-title-facts").equals("How far apart"));
            // both by hand: (.1222 + .3914 + .1124 + .4013) / 2, and (.1222 + .3861 + .4318 + .1503) / 4
            String score = kind.equals("column") ? "0.2726" : "0.5136";
            assertThat(seen()).anyMatch(text -> text.contains(score)).anyMatch(text -> text.contains("│p − a│"));
            assertThat(label("lab-why-question")).isEqualTo("Why 0.3778?");
        }
        interact(() -> view().lab().leave());
        assertThat(stage()).isEqualTo(stage);
        assertThat(seen()).as("back in the stages").anyMatch(text -> text.contains("1.76"));
    }

    private void with(String name, String value) {
        interact(() -> {
            LabState now = Objects.requireNonNull(session().lab().get());
            Map<String, String> settings = new LinkedHashMap<>(now.settings());
            settings.remove("bet"); // of another length, or not of a row
            settings.put(name, value);
            session().useLab(new LabState(now.id(), settings));
        });
    }

    /** All texts that can be seen, in labels and figures, and what a screen reader says of them. */
    private List<String> seen() {
        return onWindow(() -> {
            List<String> texts = new ArrayList<>();
            collect(view(), texts);
            return texts;
        });
    }

    private void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        texts.add(String.valueOf(node.getAccessibleText()).toLowerCase(Locale.ROOT));
        if (node instanceof Labeled label && label.getText() != null) {
            texts.add(label.getText());
        }
        if (node instanceof FigureView figure) {
            texts.addAll(app.regard.ui.Drawn.of(figure.figure()).texts());
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
