package app.regard.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that would change nothing are refused in one line that names them, and nothing is written. */
class OptionsInVainTest {
    @TempDir
    private Path folder;

    private InProcess run(String words) {
        List<String> args = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            args.add(word.replace('_', ' ').replace("@", folder + "/"));
        }
        return InProcess.run(args.toArray());
    }

    private void refused(String words, String... names) {
        InProcess run = run(words);
        assertThat(run.code()).as(words).isEqualTo(2);
        assertThat(run.problem()).as(words).hasSize(1);
        assertThat(run.err()).as(words).contains("nothing here").contains(names);
    }

    @ParameterizedTest
    @CsvSource({
        "render a_b -o @x.png --what heatmap --stage 3,--stage",
        "render a_b -o @x.png --what arcs --variant 2,--variant",
        "render a_b -o @x.gif --stage 3,--stage",
        "render a_b -o @x.png --pace 2,--pace",
        "render a_b -o @x.svg --scale 2,--scale",
        "render a_b -o @x.png --theme dark --ground white,--theme",
        "render a_b -o @x.png --focus b --no-focus,--focus",
        "render a_b -o @x.png --what arcs --no-focus,--no-focus",
        "render a_b -o @x.png --what bars --no-focus,--no-focus",
        "render a_b -o @x.png --what arcs --max 0.5,--max",
        "render a_b -o @x.png --what arcs --log --decimals 3 --colours cividis,'--decimals, --log'",
        "render a_b -o @x.png --what bars --no-legend --no-labels,'--no-labels, --no-legend'",
        "render a_b -o @x.png --stage 1 --max 0.5,--max",
        "trace a_b --force,--force",
        "trace a_b --matrix Q,--matrix",
        "trace a_b --matrix Q -o @x.npz,--matrix",
        "trace --input @one.json --before-mask causal --hide 1 --array x,'--array, --before-mask, --hide'",
        "code a_b --decimals 3,--decimals",
        "code a_b --as java --decimals 3,--decimals",
        "page --lesson @one.regard --stage 3 --before-mask causal -o @x.html,'--before-mask, --stage'",
        "classsheet --lesson @one.regard --before-mask causal -o @x.pdf,--before-mask",
        "lesson @one.regard -o @x.pdf --format svg,--format",
        "lesson @one.regard -o @x.pdf --pace 3,--pace",
        "heads --attention @x.npy --model minilm,--model",
        "quiz --focus a,--focus",
        "quiz --mask causal --seed 3,'--mask, --seed'",
        "lab --set k=1,--set",
        "show a_b --model minilm --rollout --layer 1 --head 2,--head",
        "show a_b --model minilm --average heads --layer 1 --head 2,--head",
        "show a_b --model minilm --average layers --layer 1 --head 2,--layer",
        "render a_b --model minilm --what heads --merge --mask causal --layer 2 -o @x.png,'--layer, --merge, --mask'"
    })
    void whatDecidesNothingIsRefused(String words, String names) throws IOException {
        Files.writeString(folder.resolve("one.json"), "{}");
        Files.writeString(folder.resolve("one.regard"), "{}");
        refused(words, names);
        assertThat(folder.toFile().listFiles()).as("nothing is written").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "render a_b -o @x.png --what heatmap --max 0.5 --log --no-legend --no-labels --no-focus --decimals 3",
        "render a_b -o @x.png --what arcs --colours grey --focus b",
        "render a_b -o @x.png --stage 2 --variant 2 --focus b --no-focus",
        "render a_b -o @x.gif --pace 1 --scale 1",
        "render a_b -o @x.png --theme dark --ground theme",
        "trace a_b --matrix Q -o @x.csv",
        "code a_b --as latex --decimals 3 --log",
        "lab scaling --colours grey -o @x.png",
        "lab order river_bank --focus bank --mask causal --max 0.5 -o @x.png"
    })
    void whatDecidesSomethingIsTaken(String words) {
        InProcess run = run(words);
        assertThat(run.code()).as("%s: %s", words, run.err()).isZero();
    }

    /** No option of an experiment, its file or what it is compared with is forgotten where a lab may not read it. */
    @Test
    void everyOptionOfAnExperimentBelongsToSomethingThatALabReads() {
        List<String> read =
                UnreadOptions.OPTIONS.values().stream().flatMap(List::stream).toList();
        List<String> due = Stream.of(new ExperimentOptions(), new BeforeOptions(), new AttentionOptions())
                .flatMap(options -> CommandSpec.forAnnotatedObject(options).options().stream())
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--preset")) // a sentence may always be given
                .toList();
        assertThat(read).containsAll(due);
    }

    /** A line too long for numbers has no say: the options are of all lines. */
    @Test
    void aBatchIsAskedForWhatPicturesOfItsKindHave() throws IOException {
        Path lines = folder.resolve("lines.txt");
        Files.writeString(lines, "the king of the old red house ".repeat(12) + "\n");
        InProcess kept = run("batch @lines.txt -o @out --decimals 3 --max 0.5");
        assertThat(kept.code()).as(kept.err()).isZero();
        refused("batch @lines.txt -o @other --what arcs --max 0.5", "--max");
        assertThat(folder.resolve("other")).doesNotExist();
    }
}
