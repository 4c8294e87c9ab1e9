package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.data.Numbers;
import app.regard.export.page.Page;
import app.regard.heads.AttentionFile;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Why;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries, keys and values of a file; tl-cache.safetensors was written by make_cache.py out of a small GPT-2. */
class GivenContentTest {
    @TempDir
    private Path folder;

    private static Path resource(String name) {
        return Path.of("src/test/resources/app/regard/heads", name);
    }

    private static Content content(Experiment e) {
        return new Resolver(new app.regard.words.Library()).content(e, Progress.NONE);
    }

    private static Experiment opened(Path file) {
        return new AttentionFiles().open(file);
    }

    private static Experiment head(Experiment e, int layer, int head) {
        return e.withSource(e.source().withHead(new HeadId(layer, head)));
    }

    @Test
    void aCacheOfActivationsComesToLifeFromItsQueriesOn() {
        Path file = resource("tl-cache.safetensors");
        AttentionFile read = AttentionFile.open(file);
        assertThat(read.arrays()).containsExactly(new AttentionFile.Array("blocks.*.attn.hook_pattern", 2, 4, 5, 5));
        List<String> tokens = List.of("The", "Ġanimal", "Ġwas", "Ġtired", ".");
        for (int at = 0; at < 8; at++) {
            Content shown = content(head(opened(file), at / 4, at % 4));
            Trace t = shown.trace().orElseThrow();
            assertThat(shown.caution()).isEmpty(); // weights as in hook_pattern, outputs as in hook_z
            assertThat(t.in().mask()).isEqualTo(Mask.CAUSAL);
            assertThat(t.divisor()).isEqualTo(Math.sqrt(8));
            assertThat(t.in().from().words().words()).isEqualTo(tokens);
            var pattern = read.weights(0, at / 4, at % 4, tokens, tokens).a();
            for (int cell = 0; cell < 25; cell++) {
                assertThat(t.weights().a().at(cell / 5, cell % 5))
                        .isCloseTo(pattern.at(cell / 5, cell % 5), within(1e-5));
            }
            for (int stage = 1; stage <= 8; stage++) {
                assertThat(shown.offers(stage)).isTrue();
                assertThat(shown.base(stage, 1, new Frame(900, 500, View.USUAL)).marks())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aMaskThatIsChosenBesideTheFilesOwnIsSaidToBeLeftOut() {
        Experiment e = head(opened(resource("tl-cache.safetensors")), 0, 0);
        Content local = content(e.withMask(Mask.local(1)));
        assertThat(local.trace().orElseThrow().in().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(local.caution()).contains("show a causal mask, which stands in place of the one that was chosen");
        assertThat(content(e.withMask(Mask.CAUSAL)).caution()).isEmpty();
    }

    @Test
    void everyCellSaysWhereItComesFromAndNothingIsSaidOfW() {
        Content shown = content(head(opened(resource("tl-cache.safetensors")), 1, 2));
        Trace t = shown.trace().orElseThrow();
        Why q = shown.why(0, new Spot("Q", 1, 3));
        assertThat(q.how()).isEqualTo(Operation.GIVEN);
        assertThat(q.note()).contains("the W that made it is not in it");
        Why x = shown.why(0, new Spot("X", 1, 3));
        assertThat(x.note()).contains("blocks.1.hook_resid_pre");
        for (Part part : List.of(Part.Q, Part.SCORES, Part.SCALED, Part.EXPONENTIALS, Part.WEIGHTS, Part.OUTPUTS)) {
            Why why = shown.why(0, new Spot(part.label(), 2, 1));
            assertThat(why.result()).as(part.name()).isCloseTo(why.value(), within(1e-12));
        }
        assertThat(shown.has(Part.W_Q, new Spot("W_Q", 0, 0))
                        && t.in().head().q().w().rows() > 0)
                .isFalse();
        assertThat(shown.plain(1, 0)).contains("W_Q, W_K and W_V are not in the file");
        assertThat(shown.plain(2, 0)).contains("are not in it");
        assertThat(shown.title(1)).isEqualTo("Layer input");
    }

    /** Every weight of the last layer's last head is the same float in the file; one of them is changed. */
    @Test
    void whatIsNotTheFilesIsSaidWithItsWorstCell() throws IOException {
        byte[] bytes = Files.readAllBytes(resource("tl-cache.safetensors"));
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) file.getLong(0);
        String json = new String(bytes, 8, header, StandardCharsets.UTF_8);
        int entry = json.indexOf("data_offsets", json.indexOf("blocks.0.attn.hook_pattern"));
        int start = Integer.parseInt(json.substring(json.indexOf('[', entry) + 1, json.indexOf(',', entry))
                .strip());
        int cell = 8 + header + start + 4 * (25 + 2 * 5 + 1); // L0·H1, row 3, column 2
        file.putFloat(cell, file.getFloat(cell) + 0.01f);
        Path changed = Files.write(folder.resolve("changed.safetensors"), bytes);
        assertThat(content(head(opened(changed), 0, 1)).caution())
                .startsWith("The weights computed here are not the file’s weights: they differ most in row 3")
                .contains("column 2");
        assertThat(content(head(opened(changed), 0, 0)).caution()).isEmpty();
        file.putFloat(8 + header + start + 4 * (25 + 1), 0.01f); // row 1, column 2: not causal any more
        Path seesAhead = Files.write(folder.resolve("ahead.safetensors"), bytes);
        Experiment whole = head(opened(seesAhead), 0, 1);
        assertThat(content(whole).caution()).startsWith("The weights computed here are not the file’s weights");
        assertThat(content(whole.withMask(Mask.CAUSAL)).caution())
                .as("a mask that was chosen makes other weights")
                .isEmpty();
    }

    @Test
    void averagesAndRolloutAreThoseOfTheFilesWeights() {
        Experiment e = opened(resource("tl-cache.safetensors"));
        assertThat(content(e.withReading(Reading.PLAIN.with(Reading.Combine.ROLLOUT)))
                        .weights()
                        .a()
                        .at(0, 0))
                .isCloseTo(1, within(1e-6));
        assertThat(content(e.withReading(Reading.PLAIN.with(Reading.Combine.ALL)))
                        .trace())
                .isEmpty();
    }

    /** The formula of make_kinds.py. */
    private static double number(int head, int place, int column, int step) {
        return ((head * 5 + place * 3 + column * 7 + step) % 11 - 5) / 4.0;
    }

    @Test
    void fewerHeadsOfKeysServeSeveralOfQueries() {
        Experiment e = opened(resource("kinds/qkv.npz"));
        for (int head = 0; head < 4; head++) {
            int shared = head / 2;
            Trace t = content(head(e, 0, head)).trace().orElseThrow();
            for (int i = 0; i < 3; i++) {
                double[] exponentials = new double[3];
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    double score = number(head, i, 0, 0) * number(shared, j, 0, 1)
                            + number(head, i, 1, 0) * number(shared, j, 1, 1);
                    exponentials[j] = Math.exp(score / Math.sqrt(2));
                    sum += exponentials[j];
                }
                double output = 0;
                for (int j = 0; j < 3; j++) {
                    assertThat(t.weights().a().at(i, j)).isCloseTo(exponentials[j] / sum, within(1e-12));
                    output += exponentials[j] / sum * number(shared, j, 0, 2);
                }
                assertThat(t.outputs().at(i, 0)).isCloseTo(output, within(1e-12));
            }
        }
        Content shown = content(e);
        assertThat(shown.offers(1)).isFalse();
        assertThat(shown.absence()).contains("W is in the file");
        assertThat(WeightsContent.opened(shown))
                .contains("1 layer × 4 heads × 3 × 3", "computed of its queries and keys");
        assertThat(shown.weights().from().words()).containsExactly("a", "b", "c");
    }

    @Test
    void aMaskAndATemperatureApplyToWhatIsComputed() {
        Experiment e = opened(resource("kinds/qkv.npz"));
        Trace masked = content(e.withMask(Mask.CAUSAL)).trace().orElseThrow();
        assertThat(masked.weights().a().at(0, 0)).isEqualTo(1);
        Trace hot = content(e.withTemperature(1e9)).trace().orElseThrow();
        assertThat(hot.weights().a().at(0, 0)).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void pageSheetAndNumbersBeginWithWhatIsGiven() throws IOException {
        for (String name : List.of("tl-cache.safetensors", "kinds/qkv.npz")) {
            Experiment e = opened(resource(name));
            Trace t = content(e).trace().orElseThrow();
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            Page.write("given", List.of(new Page.Card("", "", t, 6, 0)), View.USUAL, page);
            assertThat(page.toString(StandardCharsets.UTF_8)).contains("Scores");
            assertThat(Numbers.arrays(t))
                    .containsKeys("Q", "K", "V", "scores", "outputs")
                    .doesNotContainKeys("W_Q", "P");
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            Numbers.json(json, new Numbers.Subject("given", t, null));
            assertThat(json.toString(StandardCharsets.UTF_8)).contains("\"Q\"").doesNotContain("W_Q", "NaN");
        }
    }

    @Test
    void queriesAndKeysMayDifferInNumberAndLayers() {
        Content shown = content(head(opened(resource("kinds/qkv-layers.npz")), 1, 3));
        Trace t = shown.trace().orElseThrow();
        assertThat(t.weights().a().rows()).isEqualTo(3);
        assertThat(t.weights().a().cols()).isEqualTo(5);
        assertThat(t.q()).isEqualTo(Matrix.fill(3, 2, (i, c) -> number(3, i, c, 4)));
        assertThat(shown.self()).isFalse();
        for (int stage = 2; stage <= Stages.ALL.size(); stage++) {
            assertThat(shown.base(stage, 0, new Frame(900, 500, View.USUAL)).marks())
                    .isNotEmpty();
        }
    }
}
