package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.lab.catalog.Labs;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lessons claim of attention is tested in the window in a minute: every row of docs/labs/claims.md is done with mouse and
 * keys, its numbers stand in the window's text and among the lab's facts, and its time is reckoned anew.
 */
class ClaimsTest extends WindowTest {
    private static final int MOST_ACTIONS = 8;
    private static final Set<String> HARD = Set.of(
            "√d_k matters",
            "Softmax saturates",
            "The cost grows with the square of the length, O(n²)",
            "Any two words are one hop apart",
            "Learned, not programmed",
            "A large weight is not an explanation");

    private static final double DECISION = 1.35;
    private static final double POINTING = 1.1;
    private static final double PRESS = 0.2;
    private static final double LETTER = 0.28;
    private static final double HAND = 0.4;
    private static final double WORDS_A_SECOND = 4;

    /** A text may be worded otherwise without the page being wrong. */
    private static final double SLACK = 3;

    private double seconds;
    private int actions;
    private boolean onKeys;

    static Stream<Claim> claims() {
        return Claim.all();
    }

    @Test
    void thePageHasARowForEveryClaim() {
        List<String> all = claims().map(Claim::claim).toList();
        assertThat(all).hasSize(17).doesNotHaveDuplicates().containsAll(HARD);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void isTestedInAMinute(Claim claim) {
        claim.steps().forEach(this::step);
        reads();
        assertThat(actions).as("actions").isBetween(2, MOST_ACTIONS);
        assertThat(seconds)
                .as("seconds")
                .isCloseTo(claim.seconds(), within(SLACK))
                .isLessThanOrEqualTo(HARD.contains(claim.claim()) ? 120 : 60);
        int before = actions;
        claim.control().forEach(this::step);
        assertThat(actions - before).as("actions to the control").isEqualTo(1);
    }

    private void step(String step) {
        if (step.startsWith("**")) {
            see(step.replace("**", ""));
        } else if (step.contains(" ▸ ")) {
            menu(List.of(step.split(" ▸ ")));
        } else if (step.startsWith("point at ")) {
            act(POINTING, false);
            pointAt("lab-panel-facts", fact(step.substring("point at ".length())));
        } else if (step.startsWith("type ")) {
            String number = step.substring("type ".length());
            act(number.length() * LETTER + PRESS, true);
            typed(number);
            keys(KeyCode.ENTER);
        } else if (step.equals("click the first cell")) {
            act(POINTING + PRESS, false);
            FigureView matrix = figure("lab-panel-matrix");
            clickAt(
                    "lab-panel-matrix",
                    matrix.area(new Spot(setting("matrix"), 0, 0))
                            .orElseThrow()
                            .first()
                            .orElseThrow());
        } else if (step.equals("press Ctrl+Z")) {
            act(2 * PRESS, true);
            together(KeyCode.CONTROL, KeyCode.Z);
        } else if (step.equals("press Run")) {
            act(POINTING + PRESS, false);
            click("lab-run");
        } else {
            control(step.substring(0, step.indexOf(": ")), step.substring(step.indexOf(": ") + 2));
        }
    }

    /** An action: somebody decides, and where the other hand is wanted, changes hands. */
    private void act(double takes, boolean keys) {
        seconds += DECISION + takes + (keys == onKeys ? 0 : HAND);
        onKeys = keys;
        actions++;
    }

    private void menu(List<String> path) {
        String menu = path.get(0).toLowerCase(Locale.ROOT);
        boolean labs = menu.equals("labs");
        List<String> ids = List.of(
                menu,
                (labs ? "lab-group-" : "examples-") + path.get(1).toLowerCase(Locale.ROOT),
                labs ? "lab-item-" + lab(path.get(2)) : "example-" + path.get(2));
        for (String id : ids) {
            act(POINTING + PRESS, false);
            until(() -> has("#" + id));
            String text = "#" + id + " .example-sentence";
            if (has(text)) {
                clickText(text); // only the texts of an entry hear a click
            } else {
                click(id);
            }
        }
        until(() -> listWindows().size() == 1);
    }

    private static String lab(String title) {
        return Labs.ALL.all().stream()
                .map(lab -> lab.about())
                .filter(about -> about.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String setting(String name) {
        return String.valueOf(session().lab().get().settings().get(name));
    }

    private Spot fact(String name) {
        until(() -> view().lab().result(name).isPresent());
        var facts = view().lab().page().orElseThrow().numbers().get("facts");
        List<String> names = Objects.requireNonNull(facts).rows();
        return new Spot("facts", names.indexOf(name), 0);
    }

    /** Another value of a control of the lab, or of the strip above. */
    private void control(String name, String value) {
        String id = has("#lab-" + name) ? "lab-" + name : name.toLowerCase(Locale.ROOT);
        Node node = node(id, Node.class);
        if (node instanceof ComboBox<?> box) {
            int steps = box.getItems().indexOf(value) - box.getSelectionModel().getSelectedIndex();
            act(POINTING + PRESS + HAND + (Math.abs(steps) + 1) * PRESS, false);
            onKeys = true;
            click(id);
            times(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps));
            keys(KeyCode.ENTER);
            until(() -> value.equals(box.getValue()));
            until(() -> listWindows().size() == 1);
        } else {
            act(POINTING + PRESS + HAND + PRESS + value.length() * LETTER + PRESS, false);
            onKeys = true;
            click(id);
            together(KeyCode.CONTROL, KeyCode.A);
            typed(value);
            keys(KeyCode.ENTER);
        }
    }

    /** Presses the keys of small letters, digits and spaces one by one. */
    private void typed(String text) {
        keys(text.chars()
                .mapToObj(c -> KeyCode.getKeyCode(c == ' ' ? "Space" : Character.toString(Character.toUpperCase(c))))
                .toArray(KeyCode[]::new));
    }

    /** Reads all that the lab says in the end, what to notice too where that comes later. */
    private void reads() {
        for (String id : List.of("lab-question", "lab-task", "lab-said", "lab-notice")) {
            seconds += label(id).split("\\s+").length / WORDS_A_SECOND;
        }
    }

    /** A number stands among the facts, and as it is written in what the window says. */
    private void see(String what) {
        String name = what.substring(0, what.indexOf(" = "));
        String[] value = what.substring(what.indexOf(" = ") + 3).split(" ", 2);
        String text = value.length > 1 ? value[1].substring(1, value[1].length() - 1) : value[0];
        int point = value[0].indexOf('.');
        double room = point < 0 ? 1e-9 : 0.5 * Math.pow(10, point + 1.0 - value[0].length());
        double due = Double.parseDouble(value[0]);
        try {
            until(() -> view().lab().result(name).stream().anyMatch(is -> Math.abs(is - due) <= room + 1e-12));
            until(() -> said().contains(text));
        } catch (AssertionError e) {
            throw new AssertionError(
                    what + ", not " + view().lab().result(name) + " in: " + label("lab-said") + label("lab-why-why"),
                    e);
        }
    }

    /** What the window says to those who do not see it: its texts, and what its figures are called. */
    private String said() {
        return onWindow(() -> view().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled || node instanceof FigureView)
                .map(node -> node instanceof Labeled text ? text.getText() : node.getAccessibleText())
                .collect(Collectors.joining("\n")));
    }
}
