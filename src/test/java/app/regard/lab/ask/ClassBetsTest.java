package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.trace.NumberTable;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class's bets and answers are read from files that the labs themselves wrote, and what is broken among them is named. */
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
    void theClassIsOneFigureAQuestion() {
        LabRun run = open();
        String most = "share with most on it";
        assertThat(run.fact("files")).isEqualTo(4);
        assertThat(run.last().panel("asked1").orElseThrow().title()).isEqualTo("n = 3: Row of “bank”");
        assertThat(run.number("asked1", "river", most)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(run.number("asked1", "bank", most)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(run.number("asked1", "river", "mean bet")).isCloseTo((1 + .6 + 0) / 3, within(1e-15));
        assertThat(run.number("asked1", "river", "truth")).as("published").isCloseTo(.4013, within(5e-5));
        assertThat(run.last().panel("asked2").orElseThrow().title())
                .isEqualTo("n = 1: Question 3 of 26 · Rows and columns · Whose row");
        assertThat(run.last().panel("asked2").orElseThrow().numbers().rows())
                .filteredOn(name -> name.startsWith("✓"))
                .containsExactly("✓ a bank takes 40 % of its blend from river.");
        assertThat(run.number("right", "n = 3: Row of “bank”", "value")).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(run.last().said()).isEqualTo("4 files, 2 questions.");
    }

    @Test
    void numbersAreAHistogramWithTheRightOneMarked() {
        String[] answers = {"768", "768", "512", "1024", "3,6", "1e300", "-1e300", "768.0"};
        for (int i = 0; i < answers.length; i++) {
            save(
                    "number" + i + ".json",
                    "quiz",
                    "--preset",
                    "river",
                    "--set",
                    "question=9",
                    "--set",
                    "answer=" + answers[i]);
        }
        save("unanswered.json", "quiz", "--preset", "river", "--set", "question=9");
        save("word.json", "quiz", "--preset", "river", "--set", "question=9", "--set", "answer=many");
        LabRun run = open();
        assertThat(run.fact("files")).isEqualTo(12);
        assertThat(run.fact("refused")).isEqualTo(2);
        Panel panel = run.last().panel("asked1").orElseThrow();
        assertThat(panel.title()).startsWith("n = 8: Question 9 of 26 · Cost");
        NumberTable bins = panel.numbers();
        double all = 0;
        for (int b = 0; b < bins.rows().size(); b++) {
            all += bins.values().at(b, 0);
        }
        assertThat(all)
                .as("none is lost, the two that are far away stand at the edges")
                .isEqualTo(8);
        assertThat(Double.parseDouble(bins.rows().get(0))).isBetween(-5000.0, 0.0);
        Figure figure = panel.base(new Frame(454, 300, View.USUAL));
        assertThat(figure.marks()).filteredOn(Mark.Text.class::isInstance).anySatisfy(mark -> assertThat(
                        ((Mark.Text) mark).text())
                .isEqualTo("dashed: right: 768; 2 beyond, at the edge"));
        assertThat(run.number("right", panel.title(), "value"))
                .as("768, 768 and 768.0 of eight")
                .isCloseTo(3.0 / 8, within(1e-15));
    }

    @Test
    void whoBetsAsMuchOnSeveralWordsCountsInPartsForEach() {
        save("even.json", "bet", "--preset", "river", "--set", "query=bank", "--set", "bet=.25,.25,.25,.25");
        String most = "share with most on it";
        LabRun run = open();
        assertThat(run.number("asked1", "river", most)).isCloseTo(2.25 / 4, within(1e-15));
        assertThat(run.number("asked1", "of", most)).isCloseTo(.25 / 4, within(1e-15));
    }

    @Test
    void theSameWordsOfAnotherHeadAreAnotherQuestion() {
        save("else.json", "bet", "bank of the river", "--set", "query=bank", "--set", "bet=0,0,0,1");
        save(
                "masked.json",
                "bet",
                "--preset",
                "river",
                "--mask",
                "causal",
                "--set",
                "query=bank",
                "--set",
                "bet=1,0,0,0");
        assertThat(open().fact("questions")).isEqualTo(4);
    }

    @Test
    void copiesCountOnceForeignFilesAreNamedAndReadersWhoAnswerAlikeBothCount() throws IOException {
        String anna = Files.readString(folder.resolve("anna.json"));
        Files.writeString(folder.resolve("anna (1).json"), anna);
        Files.writeString(folder.resolve("anna - Kopie.json"), anna);
        Files.createSymbolicLink(folder.resolve("zlink.json"), folder.resolve("anna.json"));
        Files.writeString(folder.resolve("hans.json"), anna);
        Files.writeString(folder.resolve("notes.txt"), "not one of them");
        Files.writeString(folder.resolve(".hidden"), "left by a file manager");
        Files.writeString(folder.resolve("forged.json"), anna.replaceFirst("0\\.4012\\d*", "0.4999"));
        LabRun run = open();
        assertThat(run.fact("files")).as("anna, ben, cem, dora, hans").isEqualTo(5);
        assertThat(run.fact("alike")).isEqualTo(2);
        assertThat(run.last().panel("left-out").orElseThrow().numbers().rows())
                .hasSize(5)
                .contains(
                        "“anna (1).json” is a copy of “anna.json”: it counts once.",
                        "“anna - Kopie.json” is a copy of “anna.json”: it counts once.",
                        "“zlink.json” is a copy of “anna.json”: it counts once.",
                        "“notes.txt” is no .json file.")
                .anyMatch(line -> line.startsWith("“forged.json”"));
    }

    @Test
    void theFolderStandsInPlaceOfASentence() {
        InProcess run = InProcess.run("lab", "class", folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("4 files, 2 questions.", "n = 3: Row of “bank”");
        assertThat(InProcess.run("lab", "class", "any words", "--set", "folder=" + folder)
                        .out())
                .isEqualTo(run.out());
        InProcess later = InProcess.run("lab", "class", folder, "--set", "from=2");
        assertThat(later.out()).contains("Question 3 of 26").doesNotContain("mean bet");
        assertThat(InProcess.run("lab", "class", folder.resolve("none")).code()).isNotZero();
        assertThat(InProcess.run("lab", "truths").err()).isEmpty();
        assertThat(InProcess.run("lab", "distance").err()).contains("No sentence was given");
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
        assertThat(run.fact("refused")).isEqualTo(11);
        assertThat(run.last().said())
                .contains("“x1.json” is not whole or not JSON", "“x2.json”")
                .endsWith("And 8 more.");
        assertThat(run.last().panel("left-out").orElseThrow().numbers().rows())
                .as("each in one line that begins with its name")
                .hasSize(11)
                .allMatch(line -> line.startsWith("“") && !line.contains("\n"))
                .anyMatch(line -> line.startsWith("“x9.json” is a folder"));
    }

    @Test
    void aFolderThatIsNoneIsRefusedInWords() throws IOException {
        assertThatThrownBy(() ->
                        LabRun.of("class", "a", "folder", folder.resolve("none").toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no folder that can be read");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> LabRun.of("class", "a", "folder", empty.toString()))
                .hasMessageContaining("no file");
        for (int i = 0; i <= ClassAnswers.MOST_FILES; i++) {
            Files.writeString(empty.resolve(i + ".json"), "");
        }
        assertThatThrownBy(() -> LabRun.of("class", "a", "folder", empty.toString()))
                .hasMessageContaining("more than 500");
    }

    /** Both words “dog” get the same of the row, so that a bet on either is right. */
    @Test
    void whoBetsOnEitherOfTwoTwinsIsRight() throws IOException {
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        String sentence = "the dog saw the dog";
        save("a.json", "bet", sentence, "--set", "query=dog", "--set", "bet=0,1,0,0,0");
        save("b.json", "bet", sentence, "--set", "query=dog", "--set", "bet=0,0,0,0,1");
        save("c.json", "bet", sentence, "--set", "query=dog", "--set", "bet=1,0,0,0,0");
        save("d.json", "bet", "a dog", "--set", "query=dog", "--set", "bet=0,1");
        LabRun run = open();
        assertThat(run.number("right", "n = 3: Row of “dog”", "value")).isCloseTo(2.0 / 3, within(1e-15));
    }
}
