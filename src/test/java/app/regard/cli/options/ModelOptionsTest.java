package app.regard.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong options of the trained model are told before it is read, and so also where it is not there. */
class ModelOptionsTest {
    static Stream<Arguments> wrong() {
        return Stream.of(
                args("needs --layer 0 to 5 and --head 0 to 11", "--model", "minilm"),
                args("needs --layer 0 to 5", "--model", "minilm", "--head", "3"),
                args("“semantic” is no number", "--model", "minilm", "--layer", "1", "--head", "semantic"),
                args("not 6 and 0", "--model", "minilm", "--layer", "6", "--head", "0"),
                args("not 0 and 12", "--model", "minilm", "--layer", "0", "--head", "12"),
                args("no model “gpt”", "--model", "gpt", "--layer", "0", "--head", "1"),
                args(
                        "excludes --rule, --preset",
                        "--model",
                        "minilm",
                        "--layer",
                        "0",
                        "--head",
                        "1",
                        "--preset",
                        "river"),
                args(
                        "excludes --rule, --preset and --seed",
                        "--model",
                        "minilm",
                        "--layer",
                        "0",
                        "--head",
                        "1",
                        "--seed",
                        "1"),
                args("positions already", "--model", "minilm", "--layer", "0", "--head", "1", "--positions", "1"),
                args("positions already", "--preset", "it-animal", "--positions", "1"),
                args("leave --seed out", "--preset", "it-animal", "--seed", "1"),
                args("--layer belongs to", "--layer", "3"),
                args("or --model for trained ones", "--head", "5"),
                args("say --model minilm", "--rollout"),
                args("say --model minilm", "--hide-special"),
                args("leave --mask", "--model", "minilm", "--rollout", "--mask", "causal"));
    }

    private static Arguments args(String says, Object... args) {
        return Arguments.of(
                says, Stream.concat(Stream.of("show", "a b"), Stream.of(args)).toArray());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageIsOneLineThatSaysWhatToDo(String says, Object[] args) {
        InProcess run = InProcess.run(args);
        assertThat(run.err().lines()).singleElement().asString().contains(says);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
