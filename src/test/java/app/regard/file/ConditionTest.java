package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on what is shown: which hold where, and what is refused with what there is. */
class ConditionTest {
    private static final Map<String, String> STATE = Map.of(
            "stage", "6.0",
            "focus", "It",
            "value", "0.401252",
            "text", "bank of the river",
            "temperature", "0.5",
            "setting k", "10",
            "setting where", "between",
            "result weight between", "0.188941");

    private static boolean holds(String condition) {
        return Condition.parse(condition)
                .holds((fact, name) -> Optional.ofNullable(STATE.get((fact.word() + " " + name).strip())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            focus = it and stage = 6 | true
            focus=it and stage=6 | true
            focus = it and stage = 5 | false
            focus != it | false
            focus != them | true
            stage >= 6 and stage <= 6 | true
            stage > 6 | false
            stage < 6.5 | true
            stage != 6 | false
            value = 0.4013 | true
            value = 0.40 | true
            value = 0.41 | false
            value = 0.4012 | false
            text = 'bank of the river' | true
            text = "Bank of the River" | true
            text = bank | false
            temperature <= 0.5 | true
            temperature < 0.5 | false
            setting k >= 5 | true
            setting k = 10 | true
            setting where = between | true
            setting where > 3 | false
            setting other = 3 | false
            setting other != 3 | false
            result 'weight between' < 0.2 and setting k = 10 | true
            result score < 2 | false
            lab = distance | false
            """)
    void holdsOfAState(String condition, boolean due) {
        assertThat(holds(condition)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | a fact is expected
            stages = 6 | there is no fact “stages”; there are stage, focus, pinned, cell, row, column, value, text, keys, head, mask, positions, temperature, scaling, edits, kept, lab, setting, result
            stage | one of = != < <= > >= is expected after “stage”
            stage == 6 | one of = != < <= > >= is expected after “stage”
            stage = | a value after = is expected
            stage = six | “stage” is a number, not “six”
            focus > it | “>” takes a number, not “it”
            focus > 3 | “focus” is no number
            stage = 9 | “stage” is never “9”
            cell = Z | “cell” is never “Z”, only one of X, P, H
            mask = diagonal | “mask” is never “diagonal”, only one of none, causal, local, local_causal
            stage = 6 focus = it | “and” is expected between comparisons, not “focus”
            text = bank of | “and” is expected between comparisons, not “of”; a value of several words stands in quotes
            stage = 6 and | a fact is expected
            text = 'bank | a quote is not closed
            setting = 3 | the name of a setting is expected
            """)
    void isRefusedInWordsThatSayWhatThereIs(String condition, String due) {
        assertThatThrownBy(() -> Condition.parse(condition))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(due);
    }

    private static String written(Lesson.Card card) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Lessons.write(bytes, new Lesson("", "", List.of(card)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void standsOnACardOfFormat2AndIsRefusedWithItsPlace() throws IOException {
        Moment moment = new Moment(Experiment.of("a b", new Source.Simple("similarity")), 6, 0);
        String plain = written(new Lesson.Card(moment, "", ""));
        assertThat(plain).contains("\"format\": 1").doesNotContain("done").doesNotContain("after");
        Lesson.Card asks = new Lesson.Card(
                moment, "", "Look.", Optional.of(Condition.parse("cell = A and row = b")), "You looked.", true);
        String text = written(asks);
        assertThat(text).contains("\"format\": 2", "\"weights\": \"hidden\"");
        assertThat(Lessons.read(text, "x").cards()).containsExactly(asks);
        assertThatThrownBy(() -> Lessons.read(text.replace("\"format\": 2", "\"format\": 1"), "x"))
                .hasMessageContaining("something to do")
                .hasMessageContaining("format 2");
        assertThatThrownBy(() -> Lessons.read(text.replace("cell = A", "sell = A"), "x"))
                .hasMessageStartingWith("x, card 1, done: there is no fact “sell”; there are stage")
                .hasMessageContaining("line");
        assertThatThrownBy(() -> Lessons.read(text.replace("\"hidden\"", "\"shown\""), "x"))
                .hasMessageStartingWith("x, card 1, weights: “hidden” is expected")
                .hasMessageContaining("line");
    }
}
