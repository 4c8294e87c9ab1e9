package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the labs that measure, learn and ask, worked out in NumPy, out of the files that the command writes. */
class LabNumbersTest {
    @TempDir
    private Path folder;

    /** All numbers of a file, by "panel/row/column"; the one row of a run's end is left out: "end/steps". */
    private Map<String, Double> numbers(String... args) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        for (JsonNode panel : LabJson.of(folder, args).get("panels")) {
            String id = panel.get("id").asText();
            for (int i = 0; i < panel.get("rows").size(); i++) {
                String row = id.equals("end") ? "" : panel.get("rows").get(i).asText() + "/";
                for (int j = 0; j < panel.get("columns").size(); j++) {
                    JsonNode value = panel.get("values").get(i).get(j);
                    numbers.put(
                            id + "/" + row + panel.get("columns").get(j).asText(),
                            value.isNull() ? Double.NaN : value.asDouble());
                }
            }
        }
        return numbers;
    }

    private static void close(Map<String, Double> all, String name, double value, double within) {
        assertThat(all).containsKey(name);
        assertThat(all.get(name)).as(name).isBetween(value - within, value + within);
    }

    private static void within(Map<String, Double> all, String name, double least, double most) {
        close(all, name, (least + most) / 2, (most - least) / 2);
    }

    private static void never(Map<String, Double> all, String name) {
        assertThat(all.get(name)).as(name).isNaN();
    }

    /** Whoever knows a lab by its page finds its settings under these names. */
    @ParameterizedTest
    @CsvSource({
        "edit, matrix",
        "parts, query key off",
        "compare, with word change",
        "order, order",
        "distance, from to filler k where",
        "positions, kind from to gap shift",
        "contribution, query without",
        "two-layers, layer",
        "growing, words",
        "heads-together, off",
        "scaling, dk n rows seed vectors",
        "cost, n d model bytes",
        "sink, n score ghost",
        "teach, targets dk rate seed steps",
        "discover, act seed steps layers positions fronted",
        "induction, layers cut seed steps positions batch",
        "bet, query bet",
        "quiz, file"
    })
    void settingsHaveTheirNames(String id, String names) {
        String help = InProcess.run("lab", id, "--help").out();
        String settings = help.substring(help.indexOf("Settings of “" + id));
        for (String name : names.split(" ", -1)) {
            assertThat(settings).containsPattern("(?m)^  " + name + " +\\S");
        }
    }

    @Test
    void scalingCostAndSink() throws IOException {
        Map<String, Double> scaling = numbers("scaling", "--set", "dk=64");
        double[][] entropies = {{1, 1.803, 1.803}, {4, 1.290, 1.750}, {16, .671, 1.729}, {64, .319, 1.723}};
        for (double[] one : entropies) {
            String row = "sweep/" + (int) one[0] + "/";
            close(scaling, row + "entropy raw", one[1], .02);
            close(scaling, row + "entropy scaled", one[2], .02);
        }
        for (int dk = 1; dk <= 512; dk *= 2) {
            close(scaling, "sweep/" + dk + "/variance", dk, dk * (dk == 1 ? .05 : dk <= 4 ? .03 : .02));
        }
        close(scaling, "sweep/4/mean ‖J‖_F raw", .342, .005);
        close(scaling, "sweep/4/mean ‖J‖_F scaled", .360, .005);
        close(scaling, "facts/mean ‖J‖_F raw/value", .153, .005);
        close(scaling, "facts/mean ‖J‖_F scaled/value", .366, .005);
        close(scaling, "facts/largest raw/value", .88, .01);
        Map<String, Double> table = numbers("scaling", "--set", "vectors=table");
        close(table, "facts/mean/value", .458, 5e-4);
        close(table, "facts/variance/value", .387, 5e-4);
        assertThat(table.get("facts/entropy scaled/value"))
                .as("dividing flattens the hand-made table")
                .isGreaterThan(table.get("facts/entropy raw/value"));

        Map<String, Double> cost = numbers("cost", "--set", "n=96", "--set", "d=64");
        close(cost, "facts/projections/value", 3 * 96 * 64 * 64, 0);
        close(cost, "facts/scores and blend/value", 2 * 96 * 96 * 64, 0);
        close(cost, "facts/equal at n/value", 96, 0);
        close(cost, "facts/equal at n with W_O/value", 128, 0);
        close(cost, "facts/equal at n with MLP/value", 384, 0);
        close(cost, "sweep/512/A in MB", 2.1, .05);
        close(cost, "sweep/2048/A in MB", 33.6, .05);
        close(cost, "recurrent/10/recurrent net keeps", .3487, 5e-5);
        close(cost, "recurrent/50/recurrent net keeps", .005154, 5e-7);
        close(cost, "facts/hops/value", 1, 0);
        close(cost, "facts/steps that must wait/value", 1, 0);
        close(cost, "facts/steps that must wait in a recurrent net/value", 96, 0);
        close(cost, "facts/numbers kept by attention/value", 2 * 96 * 64, 0);
        close(cost, "facts/numbers kept by a recurrent net/value", 64, 0);
        Map<String, Double> cache =
                numbers("cost", "--set", "n=1024", "--set", "d=16", "--set", "model=gpt2", "--set", "bytes=2");
        close(cache, "facts/cache in bytes/value", 37_748_736, 0);

        Map<String, Double> sink = numbers("sink", "--set", "n=8", "--set", "score=4.143");
        close(sink, "facts/weight/value", .9, 1e-4);
        close(sink, "facts/score for .9/value", 4.143, 5e-4);
        Map<String, Double> ghost = numbers("sink", "--set", "n=8", "--set", "score=2", "--set", "ghost=3");
        double all = Math.exp(2) + 7 + Math.exp(3);
        close(ghost, "facts/weight/value", Math.exp(2) / all, 1e-12);
        close(ghost, "facts/ghost/value", Math.exp(3) / all, 1e-12);
        close(ghost, "facts/spent on words/value", (Math.exp(2) + 7) / all, 1e-12);
    }

    @Test
    void teachAndBet() throws IOException {
        Map<String, Double> one = numbers("teach", "the animal was tired", "--set", "targets=tired>animal");
        within(one, "end/steps", 6, 15);
        within(one, "end/error", 0, .05);
        close(one, "end/floor", 0, 1e-12);
        within(
                numbers(
                        "teach",
                        "the animal was tired",
                        "--set",
                        "targets=the>animal,animal>tired,was>was,tired>animal"),
                "end/steps",
                14,
                32);
        String each = "1>1,2>2,3>3,4>4,5>5,6>6,7>7,8>8";
        Map<String, Double> king = numbers(
                "teach", "the old king saw a small red house", "--set", "targets=" + each, "--set", "steps=200");
        close(king, "end/floor", 3 * Math.log(3) / 8, 1e-12);
        never(king, "end/steps");
        assertThat(king.get("end/loss")).isGreaterThanOrEqualTo(king.get("end/floor"));
        String itself = "targets=1>1,2>2,3>3,4>4";
        Map<String, Double> narrow = numbers("teach", "the animal was tired", "--set", itself, "--set", "dk=1");
        never(narrow, "end/steps"); // a theorem, for three words and more
        assertThat(narrow.get("end/error")).isGreaterThan(.05);
        Map<String, Double> wide = numbers("teach", "the animal was tired", "--set", itself, "--set", "dk=2");
        within(wide, "end/error", 0, .05);
        within(wide, "end/steps", 1, 3000);
        Map<String, Double> even =
                numbers("bet", "--preset", "river", "--set", "query=bank", "--set", "bet=.25,.25,.25,.25");
        close(even, "facts/total variation/value", .2791, 5e-5);
        Map<String, Double> river = numbers("bet", "--preset", "river", "--set", "query=bank", "--set", "bet=0,0,0,1");
        close(river, "facts/total variation/value", .5987, 5e-5);
    }

    @Test
    void discoverActsOneAndTwo() throws IOException {
        Map<String, Double> one = numbers("discover", "the cat near the dogs");
        within(one, "end/held out", .95, 1);
        within(one, "end/steps", 30, 100);
        within(one, "end/fronted", 0, .1);
        within(one, "end/attention", .5, 1);
        Map<String, Double> none = numbers("discover", "the cat near the dogs", "--set", "positions=none");
        close(none, "end/mirrored", .5, 1e-12);
        Map<String, Double> two = numbers("discover", "near the dogs the cat", "--set", "act=2");
        within(two, "kinds/three qualities/1 layer", .29, .58);
    }

    @Test
    @Tag("long")
    @EnabledIfSystemProperty(named = "regard.long", matches = "true")
    void discoverActThreeAndInduction() throws IOException {
        Map<String, Double> two = numbers("discover", "near the dogs the cat", "--set", "act=3");
        within(two, "end/held out", .95, 1);
        within(two, "end/fronted", .95, 1);
        Map<String, Double> one = numbers("discover", "near the dogs the cat", "--set", "act=3", "--set", "layers=1");
        within(one, "end/fronted", 0, .9);
        within(one, "kinds/fronted, quality/1 layer", 0, .5);
        within(two, "kinds/fronted twice/2 layers", 0, .5); // never trained; mostly at most .17
        Map<String, Double> plain = numbers("discover", "a", "--set", "act=3", "--set", "fronted=0");
        within(plain, "end/fronted", 0, .4);
        Map<String, Double> copy = numbers("induction", "a");
        within(copy, "end/accuracy", .95, 1);
        within(copy, "end/steps", 170, 280);
        within(numbers("induction", "a", "--set", "batch=16"), "end/steps", 220, 310);
        within(copy, "end/prefix", .5, .65);
        within(copy, "off/layer 0 off/right", 0, .25);
        within(numbers("induction", "a", "--set", "layers=1"), "end/accuracy", 0, .45);
        within(numbers("induction", "a", "--set", "positions=none"), "end/accuracy", .6, .75);
    }
}
