package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.engine.Attention;
import app.regard.engine.Workers;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Progress;
import app.regard.trace.Trace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One model of each family, held against what transformers computes from the same folder (expected.json). */
class FamiliesTest {
    private static JsonNode expected(String name) throws IOException {
        return new ObjectMapper()
                .readTree(TinyModels.folder(name).resolve("expected.json").toFile());
    }

    private static void agree(Grid ours, JsonNode theirs, String what) {
        assertThat(ours.rows()).as(what).isEqualTo(theirs.size());
        for (int i = 0; i < ours.rows(); i++) {
            for (int j = 0; j < ours.cols(); j++) {
                double wanted = theirs.get(i).get(j).asDouble();
                assertThat(Math.abs(ours.at(i, j) - wanted))
                        .as("%s (%d, %d): %s beside %s", what, i, j, ours.at(i, j), wanted)
                        .isLessThanOrEqualTo(2e-5);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("app.regard.transformer.TinyModels#NAMES")
    void idsTokensWeightsAndStatesAreThoseOfTransformers(String name) throws IOException {
        Transformer model = TinyModels.read(name);
        for (JsonNode one : expected(name)) {
            ForwardPass passed = model.pass(one.get("sentence").asText(), Workers.ALONE, Progress.NONE);
            assertThat(passed.pieces().all().stream().map(Piece::id))
                    .containsExactlyElementsOf(
                            StreamSupport.stream(one.get("ids").spliterator(), false)
                                    .map(JsonNode::asInt)
                                    .toList());
            assertThat(passed.pieces().all().stream().map(Piece::text))
                    .containsExactlyElementsOf(
                            StreamSupport.stream(one.get("tokens").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList());
            for (int layer = 0; layer < passed.layers(); layer++) {
                for (int head = 0; head < passed.heads(); head++) {
                    HeadId of = new HeadId(layer, head);
                    JsonNode theirs = one.get("attention").get(layer).get(head);
                    agree(passed.weights(layer, head).a(), theirs, of.text());
                    Trace shown = Attention.trace(model.inputs(passed, of, Mask.NONE, 1));
                    agree(shown.weights().a(), theirs, of.text() + " in doubles");
                }
            }
            agree(passed.input(passed.layers()), one.get("hidden_last"), "last");
        }
    }

    /** Its places are counted by what is not padding (create_position_ids_from_input_ids in transformers). */
    @Test
    void robertaGivesPaddingThatIsTypedNoPlaceOfItsOwn() {
        Transformer model = TinyModels.read("roberta-tiny");
        ForwardPass without = model.pass("a b", Workers.ALONE, Progress.NONE);
        ForwardPass with = model.pass("a<pad> b", Workers.ALONE, Progress.NONE);
        assertThat(with.pieces().get(2).text()).isEqualTo("<pad>");
        assertThat(with.pieces().size()).isEqualTo(without.pieces().size() + 1);
        for (int i = 2; i < without.pieces().size(); i++) {
            for (int j = 0; j < with.input(0).cols(); j++) {
                assertThat(with.input(0).at(i + 1, j))
                        .isEqualTo(without.input(0).at(i, j));
            }
        }
    }
}
