package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.lab.LabRun;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class's bets are read from files that the lab of bets itself wrote, and what is broken among them is named. */
class ClassBetsTest {
    @TempDir
    private Path folder;

    private void save(String name, Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "lab";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "-o";
        all[args.length + 2] = folder.resolve(name);
        InProcess run = InProcess.run(all);
        assertThat(run.err()).isEmpty();
    }

    @BeforeEach
    void threeReadersBet() {
        save("anna.json", "bet", "--preset", "river", "--set", "query=bank", "--set", "bet=0,0,0,1");
        save("ben.json", "bet", "--preset", "river", "--set", "query=bank", "--set", "bet=0.4,0,0,0.6?");
        save("cem.json", "bet", "--preset", "river", "--set", "query=bank", "--set", "bet=1,0,0,0");
        save("dora.json", "quiz", "--preset", "river", "--set", "question=3", "--set", "answer=b");
    }

    private LabRun open() {
        return LabRun.of("class", "bank of the river", "folder", folder.toString());
    }

    @Test
    void theClassIsOneHistogramAQuestion() {
        LabRun run = open();
        String most = "share of the class that put most on it";
        assertThat(run.fact("files")).isEqualTo(4);
        assertThat(run.last().panel("asked1").orElseThrow().title()).isEqualTo("Row of “bank”: n = 3");
        assertThat(run.number("asked1", "river", most)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(run.number("asked1", "bank", most)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(run.number("asked1", "river", "mean bet")).isCloseTo((1 + .6 + 0) / 3, within(1e-15));
        assertThat(run.last().panel("asked2").orElseThrow().title())
                .startsWith("Question 3 of 26")
                .endsWith("n = 1");
        assertThat(run.last().panel("asked2").orElseThrow().numbers().values().at(1, 0))
                .as("answer b")
                .isEqualTo(1);
        assertThat(LabRun.of("class", "a").fact("files")).isZero();
    }

    @Test
    void whatIsBrokenIsNamedAndTheOthersCount() throws IOException {
        String good = Files.readString(folder.resolve("anna.json"));
        Files.writeString(folder.resolve("x1.json"), good.substring(0, good.length() / 2));
        Files.writeString(folder.resolve("x2.json"), "{".repeat(100_000));
        Files.writeString(folder.resolve("x3.json"), good.replace("[1,", "[7,").replace("[1.0,", "[7,"));
        Files.writeString(folder.resolve("x4.json"), "{\"lab\": \"edit\", \"settings\": {}, \"panels\": []}");
        Files.writeString(folder.resolve("x5.json"), "[" + "1,".repeat(20_000) + "1]");
        Files.writeString(folder.resolve("x6.json"), good + " ".repeat(1 << 16));
        Files.writeString(folder.resolve("x7.json"), "");
        Files.write(folder.resolve("x8.json"), new byte[] {(byte) 0xff, 0, 1});
        Files.createDirectory(folder.resolve("x9.json"));
        Files.writeString(
                folder.resolve("xa.json"),
                "{\"lab\": \"bet\", \"settings\": {\"query\": \"a\"}, \"panels\": [{\"id\": \"bars\", \"rows\": [\"a\"], "
                        + "\"values\": [[]]}]}");
        Files.writeString(folder.resolve("notes.txt"), "not one of them");
        LabRun run = open();
        assertThat(run.fact("files")).isEqualTo(4);
        assertThat(run.fact("refused")).isEqualTo(9);
        assertThat(run.last().said())
                .contains("“x1.json” is not whole or not JSON", "“x2.json”")
                .endsWith("And 6 more.");
    }

    @Test
    void aFolderThatIsNoneIsRefusedInWords() throws IOException {
        assertThatThrownBy(() ->
                        LabRun.of("class", "a", "folder", folder.resolve("none").toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no folder that can be read");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> LabRun.of("class", "a", "folder", empty.toString()))
                .hasMessageContaining("no .json file");
        for (int i = 0; i <= ClassAnswers.MOST_FILES; i++) {
            Files.writeString(empty.resolve(i + ".json"), "");
        }
        assertThatThrownBy(() -> LabRun.of("class", "a", "folder", empty.toString()))
                .hasMessageContaining("more than 500");
    }
}
