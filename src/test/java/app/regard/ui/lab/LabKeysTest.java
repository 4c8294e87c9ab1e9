package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.lab.Form;
import app.regard.lab.Setting;
import app.regard.lab.Setup;
import app.regard.ui.app.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labs' own fields are typed into, and all that a lab has is set by keys alone. */
class LabKeysTest extends WindowTest {
    private void open(String id) {
        interact(() -> view().lab().open(id));
        until(() -> has("#lab-said") && !label("lab-said").isEmpty());
        until(() -> view().lab().page().isPresent());
    }

    private Map<String, String> settings() {
        return Objects.requireNonNull(session().lab().get()).settings();
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings().get(name), name);
    }

    /** Goes to a field by Tab and writes over what stands there. */
    private void type(String field, String text) {
        tabTo("lab-" + field);
        together(KeyCode.CONTROL, KeyCode.A);
        write(text);
        settle();
    }

    private double fact(String name) {
        return view().lab().page().orElseThrow().numbers().values().stream()
                .flatMap(table -> table.rows().contains(name)
                        ? java.util.stream.Stream.of(
                                table.values().at(table.rows().indexOf(name), 0))
                        : java.util.stream.Stream.of())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The head of similarity: river had .4888 of bank's row; with "account" instead bank has .5331 of it, cosine .8790. */
    @Test
    void theOtherSentenceIsTyped() {
        interact(() -> session().useHead("similarity"));
        retype("river bank");
        open("compare");
        type("with", "bank account");
        keys(KeyCode.ENTER);
        until(() -> setting("with").equals("bank account"));
        until(() -> Math.abs(fact("cosine out") - .8790) < 5e-5);
        assertThat(fact("change of output")).isCloseTo(.7526, org.assertj.core.api.Assertions.within(5e-5));
        type("with", "none");
        type("change", "temperature=2");
        keys(KeyCode.ENTER);
        until(() -> setting("change").equals("temperature=2"));
        until(() -> label("lab-said").length() > 10 && label("lab-problem").isEmpty());
        type("with", "money");
        keys(KeyCode.ENTER);
        until(() -> label("lab-problem").contains("set one of them to none"));
    }

    @Test
    void howManyCopiesIsTypedAndTheFillerToo() {
        open("distance");
        type("k", "10");
        keys(KeyCode.ENTER);
        until(() -> Math.abs(fact("weight between") - .188941) < 5e-7);
        type("filler", "of");
        keys(KeyCode.ENTER);
        until(() -> setting("filler").equals("of"));
        until(() -> Math.abs(fact("weight between") - .188941) > 5e-7);
        assertThat(fact("score")).isCloseTo(1.5394, org.assertj.core.api.Assertions.within(5e-5));
    }

    @Test
    void anOrderIsTypedAndWhatIsNoneIsSaid() {
        open("order");
        type("order", "2,1,4,3");
        keys(KeyCode.ENTER);
        until(() -> setting("order").equals("2,1,4,3"));
        until(() -> label("lab-said").contains("Order plays no part"));
        type("order", "1,1,2,3");
        keys(KeyCode.ENTER);
        until(() -> !label("lab-problem").isEmpty());
    }

    /** What a mouse does to a panel, a key does: swap who asks, add a word, slide a pair. */
    @Test
    void gesturesHaveKeys() {
        open("growing");
        type("words", "2");
        keys(KeyCode.ENTER);
        until(() -> setting("words").equals("2"));
        panel("lab-panel-weights");
        write("+");
        until(() -> setting("words").equals("3"));
        interact(() -> session().useLab(null));
        open("positions");
        String shift = setting("shift");
        panel("lab-panel-sweep");
        write("+");
        until(() -> !setting("shift").equals(shift));
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> setting("shift").equals(shift));
        interact(() -> session().useLab(null));
        open("cross");
        panel("lab-panel-weights");
        String asks = label("lab-said");
        keys(KeyCode.ENTER);
        until(() -> !label("lab-said").equals(asks));
        assertThat(session().experiment().get().keyText()).isNotNull();
    }

    private void panel(String id) {
        if ("sentence".equals(focused())) {
            keys(KeyCode.ENTER);
        }
        tabTo(id);
    }

    /** Every control is reached by Tab; numbers and lines are typed, choices and flags take keys. */
    @ParameterizedTest
    @ValueSource(strings = {"edit", "compare", "order", "distance", "contribution", "parts", "growing", "positions"})
    void everySettingIsSetByKeys(String id) {
        open(id);
        Setup<?> setup = Objects.requireNonNull(view().lab().setup().get());
        List<String> tried = new ArrayList<>();
        for (Setting<?> one : setup.settings()) {
            String name = one.name();
            Form form = one.form();
            String before = settings().get(name);
            if (form instanceof Form.Gestured || form instanceof Form.Press) {
                continue;
            }
            tabTo("lab-" + name);
            if (form instanceof Form.Range range) {
                String other = Form.Range.plain(
                        Double.parseDouble(setting(name)) == range.low() ? range.low() + range.step() : range.low());
                together(KeyCode.CONTROL, KeyCode.A);
                write(other);
                settle();
                keys(KeyCode.ENTER);
                until(() -> setting(name).equals(other));
            } else if (form instanceof Form.Choice choice) {
                assertThat(choice.values()).hasSizeGreaterThan(1);
                boolean last = choice.place(setting(name)) == choice.values().size() - 1;
                keys(last ? KeyCode.UP : KeyCode.DOWN);
                until(() -> !setting(name).equals(before));
            } else if (form instanceof Form.Flag) {
                keys(KeyCode.SPACE);
                until(() -> !setting(name).equals(before));
            }
            tried.add(name);
        }
        assertThat(tried).isNotEmpty();
        assertThat(view().lab().isOpen()).isTrue();
        keys(KeyCode.ESCAPE, KeyCode.ESCAPE);
        until(() -> !view().lab().isOpen());
        assertThat(stage()).as("closing returns to where one was").isEqualTo(1);
    }
}
