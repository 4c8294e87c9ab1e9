package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.Throwaway;
import app.regard.lab.catalog.Labs;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.transformer.TinyModels;
import app.regard.words.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Labs from the command line: listed, run, written; what is wrong is said in one line. */
class LabCommandTest {
    @TempDir
    private Path folder;

    private JsonNode json(String... args) throws IOException {
        return LabJson.of(folder, args);
    }

    static JsonNode panel(JsonNode lab, String id) {
        return StreamSupport.stream(lab.get("panels").spliterator(), false)
                .filter(p -> p.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double fact(JsonNode lab, String name) {
        JsonNode facts = panel(lab, "facts");
        int row = 0;
        while (!facts.get("rows").get(row).asText().equals(name)) {
            row++;
        }
        assertThat(facts.get("columns").get(0).asText()).isEqualTo("value");
        return facts.get("values").get(row).get(0).asDouble();
    }

    @Test
    void farWordsAreNotLookedAtLess() throws IOException {
        double[] weights = {.401252, .360718, .327623, .188941};
        int[] copies = {0, 1, 2, 10};
        for (int i = 0; i < copies.length; i++) {
            JsonNode lab = json(
                    "distance",
                    "--preset",
                    "river",
                    "--set",
                    "from=bank",
                    "--set",
                    "to=river",
                    "--set",
                    "filler=the",
                    "--set",
                    "k=" + copies[i]);
            assertThat(fact(lab, "score")).isCloseTo(1.539400, within(5e-7));
            assertThat(fact(lab, "weight between")).isCloseTo(weights[i], within(5e-7));
            assertThat(fact(lab, "weight before")).isCloseTo(fact(lab, "weight between"), within(1e-12));
            JsonNode sweep = panel(lab, "sweep").get("values").get(copies[i]);
            assertThat(sweep.get(1).asDouble()).isEqualTo(fact(lab, "weight between"));
            assertThat(lab.get("settings").get("k").asText()).isEqualTo(String.valueOf(copies[i]));
        }
        JsonNode local =
                json("distance", "--preset", "river", "--mask", "local:2", "--set", "to=river", "--set", "k=0");
        assertThat(fact(local, "weight between"))
                .as("beyond the window exactly 0")
                .isZero();
    }

    @Test
    void labsAreListedAndTellTheirSettingsWithoutASentence() {
        InProcess list = InProcess.run("lab");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines()).hasSize(Labs.ALL.all().size());
        Labs.ALL.all().stream().map(lab -> lab.about()).forEach(about -> assertThat(list.out())
                .containsPattern(about.id() + " +" + about.group().label() + " +")
                .contains(about.question()));
        InProcess help = InProcess.run("lab", "distance", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Settings of “distance”")
                .containsPattern("k +Copies of the filler: 0 to 12")
                .contains("a word of the sentence, or its place from 1")
                .contains("count from 1");
        assertThat(InProcess.run("lab", "truths", "--help").out()).contains("“truths” has no settings.");
    }

    @Test
    void whatIsWrongIsSaidInOneLineThatNamesWhatThereIs() {
        Stream.of(
                        List.of("lab", "near", "a b"),
                        List.of("lab", "near", "--help"),
                        List.of("lab", "distance", "bank of river", "--set", "q=1"),
                        List.of("lab", "distance", "bank of river", "--set", "k=13"),
                        List.of("lab", "distance", "bank of river", "--set", "k"),
                        List.of("lab", "distance", "bank of river", "--set", "to=4"),
                        List.of("lab", "distance", "bank of river", "--set", "filler=a b"),
                        List.of("lab", "distance", "bank of river", "--step", "2"))
                .forEach(args -> {
                    InProcess run = InProcess.run(args.toArray());
                    assertThat(run.code()).as("%s", args).isEqualTo(2);
                    assertThat(run.problem()).as("%s", args).hasSize(1);
                });
        InProcess none = InProcess.run("lab", "distance");
        assertThat(none.code()).isZero();
        assertThat(none.err()).contains("No sentence was given: this is on “bank of the river”.");
        assertThat(InProcess.run("lab", "near").err())
                .contains("There is no lab “near”. Choose one of heads, layers, edit");
        assertThat(InProcess.run("lab", "distance", "bank of river", "--set", "q=1")
                        .err())
                .contains("has no setting “q”. It has k, where, from, to, filler.");
        assertThat(InProcess.run("lab", "distance", "bank of river", "--set", "k=13")
                        .err())
                .contains("“k” takes 0 to 12");
        assertThat(InProcess.run("lab", "distance", "bank of river", "--set", "to=4")
                        .err())
                .contains("“to” takes bank, of, river, or a place from 1 to 3");
    }

    @Test
    void everyFormatIsWritten() throws IOException {
        for (String ending : List.of("png", "svg", "pdf", "csv")) {
            Path file = folder.resolve("x." + ending);
            assertThat(InProcess.run("lab", "distance", "bank of river", "-o", file)
                            .err())
                    .isEmpty();
            assertThat(Files.size(file)).isPositive();
        }
        assertThat(Files.readString(folder.resolve("x.svg")))
                .contains("Are far words looked at less?", "“bank” attends to", "Lab distance: k 2 · where between");
        assertThat(Files.readString(folder.resolve("x.csv")))
                .startsWith("panel/row/column,value")
                .contains("facts/weight between/value,");
        assertThat(InProcess.run("lab", "distance", "bank of river").out())
                .contains("Score still 0.5750; the weight goes from 0.3833");
    }

    /** Maps that a lab compares have the range of colours that is chosen, and their legends say it. */
    @Test
    void theRangeOfColoursHoldsForTheWeightsOfALab() throws IOException {
        Path file = folder.resolve("x.svg");
        for (String lab : List.of("compare bank_of_river", "order bank_of_river", "cross", "heads-together")) {
            List<Object> words = new ArrayList<>(List.of("lab"));
            Stream.of(lab.split(" ", -1)).map(word -> word.replace('_', ' ')).forEach(words::add);
            words.addAll(List.of("-o", file, "--force", "--max", "0.8"));
            assertThat(InProcess.run(words.toArray()).err()).isEmpty();
            assertThat(Files.readString(file)).as(lab).contains(">0.80</text>");
            words.subList(words.size() - 2, words.size()).clear();
            words.add("--log");
            assertThat(InProcess.run(words.toArray()).err()).isEmpty();
            assertThat(Files.readString(file)).as(lab).contains(" log</text>");
        }
        assertThat(InProcess.run("lab", "order", "bank of river", "--max", "0", "-o", file)
                        .code())
                .isEqualTo(2);
    }

    /** Also among the numbers that are printed: a count has no decimals, and what is next to nothing is not nothing. */
    @Test
    void namedNumbersArePrintedAsWhatTheyAre() {
        assertThat(InProcess.run("lab", "growing", "bank of the river").out()).containsPattern("(?m)^words +4$");
        Object[] layer = {"lab", "heads-together", "a cat", "--model", TinyModels.folder("gpt2-tiny")};
        assertThat(InProcess.run(layer).out())
                .containsPattern("(?m)^change of the sum +0$") // no head is off
                .containsPattern("(?m)^the model’s own less the sum of the parts +\\d\\.\\de−\\d+$");
    }

    @Test
    void aRunIsWrittenAtItsLastStepOrAtAnyOther() throws IOException {
        Path file = folder.resolve("run.json");
        int code = new CommandLine(new LabCommand(new Labs(List.of(new Throwaway()))))
                .execute("throwaway", "bank of the river", "--set", "order=3,1,2", "-o", file.toString());
        assertThat(code).isZero();
        JsonNode last = new ObjectMapper().readTree(file.toFile());
        assertThat(last.get("said").asText()).isEqualTo("Level 3 at step 50.");
        assertThat(panel(last, "left").get("values").get(0).get(0).asDouble()).isEqualTo(3 * 3 * 50);
        new CommandLine(new LabCommand(new Labs(List.of(new Throwaway()))))
                .execute("throwaway", "bank of the river", "--step", "2", "--force", "-o", file.toString());
        JsonNode second = new ObjectMapper().readTree(file.toFile());
        assertThat(panel(second, "right").get("values").get(2).get(0).asDouble())
                .isEqualTo(3 * 3 * 2);
    }

    @Test
    void aPageOfALessonShowsTheLabOfACard() throws IOException {
        Experiment river = new Library().example("river").orElseThrow().experiment();
        LabState lab = new LabState("distance", Map.of("k", "10", "where", "before"));
        Moment moment = new Moment(river, 6, 0, null, lab);
        Path lesson = folder.resolve("x.regard");
        Lessons.write(lesson, true, Lesson.of(moment));
        Path page = folder.resolve("x.html");
        assertThat(InProcess.run("page", "--lesson", lesson, "-o", page).err()).isEmpty();
        assertThat(Files.readString(page))
                .contains(
                        "Are far words looked at less?", "from 0.4013 to 0.1889", "Lab distance: k 10 · where before");
        Lessons.write(lesson, true, Lesson.of(moment.withLab(null)));
        assertThat(Files.readString(lesson))
                .as("without a lab a lesson is as it was")
                .contains("\"format\": 1");
        assertThat(InProcess.run("page", "--lesson", lesson, "-o", page, "--force")
                        .err())
                .isEmpty();
        assertThat(Files.readString(page)).doesNotContain("Lab distance");
    }

    @Test
    void sheetsAndPicturesOfALessonShowTheLabOfACard() throws IOException {
        Experiment river = new Library().example("river").orElseThrow().experiment();
        LabState lab = new LabState("distance", Map.of("k", "10", "where", "before"));
        Moment plain = new Moment(river, 6, 0);
        Lesson both = new Lesson(
                "Two", "", List.of(new Lesson.Card(plain, "", ""), new Lesson.Card(plain.withLab(lab), "", "Look.")));
        Path lesson = folder.resolve("x.regard");
        Lessons.write(lesson, true, both);
        Path sheet = folder.resolve("x.pdf");
        assertThat(InProcess.run("classsheet", "--lesson", lesson, "-o", sheet).err())
                .isEmpty();
        try (PDDocument pdf = Loader.loadPDF(sheet.toFile())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Self-attention by hand", "Are far words looked at less?")
                    .contains("from 0.4013 to 0.1889", "Lab distance: k 10");
        }
        assertThat(InProcess.run("classsheet", "--lesson", lesson, "bank of", "-o", sheet, "--force")
                        .code())
                .isEqualTo(2);
        Path pictures = folder.resolve("pictures");
        assertThat(InProcess.run("lesson", lesson, "--format", "svg", "-o", pictures)
                        .err())
                .isEmpty();
        try (Stream<Path> files = Files.list(pictures)) {
            Path second = files.filter(f -> f.getFileName().toString().startsWith("2"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(second)).contains("Are far words looked at less?");
        }
    }

    /** Of a file with several heads the one that is chosen, not the first. */
    @Test
    void aLabOnAFileLooksAtTheChosenHead() throws IOException {
        Path weights = folder.resolve("two.json");
        Files.writeString(weights, "[[[0.5, 0.5], [0.5, 0.5]], [[0.125, 0.875], [0.25, 0.75]]]");
        List<Object> args = new ArrayList<>(List.of("lab", "bet", "--attention", weights, "--tokens", "a b"));
        args.addAll(List.of("--set", "bet=0.5,0.5", "--layer", 0, "--head", 1, "-o", folder.resolve("bet.csv")));
        assertThat(InProcess.run(args.toArray()).code()).isZero();
        assertThat(Files.readString(folder.resolve("bet.csv"))).contains("bars/a/truth,0.125", "bars/b/truth,0.875");
    }
}
