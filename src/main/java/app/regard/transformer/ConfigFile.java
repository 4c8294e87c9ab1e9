package app.regard.transformer;

import app.regard.file.JsonCursor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The reader of config.json, in which Hugging Face's transformers keep sizes and settings of a model. What is not computed
 * here is refused by the name of the field that asks for it.
 */
final class ConfigFile {
    private static final int MOST_LAYERS = 1000;
    private static final int WIDEST = 1 << 17;
    private static final int MOST_ROWS = 1 << 22;

    private ConfigFile() {}

    /**
     * Reads one.
     *
     * @param name what messages call it
     * @throws app.regard.trace.Refusal if it is no such file, or of a model that is not computed here
     */
    static ModelConfig read(String json, String name) {
        JsonCursor c = JsonCursor.of(json, name);
        String type = c.at("model_type").text();
        Family family = Arrays.stream(Family.values())
                .filter(f -> f.type().equals(type))
                .findFirst()
                .orElseThrow(() -> c.at("model_type")
                        .refusal(c.at("model_type").quoted() + " is not computed here; known are "
                                + Arrays.stream(Family.values())
                                        .map(Family::type)
                                        .collect(Collectors.joining(", "))));
        if (c.has("quantization_config")) {
            throw c.at("quantization_config").refusal("quantised weights are not read; save the model without");
        }
        if (c.has("position_embedding_type")
                && !c.at("position_embedding_type").text().equals("absolute")) {
            throw c.at("position_embedding_type")
                    .refusal(c.at("position_embedding_type").quoted()
                            + " positions are not computed here; absolute ones are");
        }
        for (String unread :
                List.of("is_decoder", "add_cross_attention", "scale_attn_by_inverse_layer_idx", "is_encoder_decoder")) {
            refuse(c, unread, true);
        }
        refuse(c, "scale_attn_weights", false);
        return switch (family) {
            case BERT, ROBERTA -> bert(c, family);
            case DISTILBERT -> distilbert(c);
            case GPT2 -> gpt2(c);
        };
    }

    private static void refuse(JsonCursor c, String field, boolean value) {
        if (c.has(field) && c.at(field).readBoolean() == value) {
            throw c.at(field).refusal("a model for which this is " + value + " is not computed here");
        }
    }

    private static ModelConfig bert(JsonCursor c, Family family) {
        int first = family == Family.ROBERTA
                ? c.has("pad_token_id") ? c.at("pad_token_id").whole(0, MOST_ROWS) + 1 : 2
                : 0; // RoBERTa counts positions on from that of padding
        return config(
                c,
                family,
                List.of("num_hidden_layers", "num_attention_heads", "hidden_size"),
                c.at("intermediate_size").whole(1, 4 * WIDEST),
                "max_position_embeddings",
                first,
                c.has("type_vocab_size") ? c.at("type_vocab_size").whole(1, MOST_ROWS) : 2,
                "hidden_act",
                "layer_norm_eps");
    }

    private static ModelConfig distilbert(JsonCursor c) {
        int inner = c.at("hidden_dim").whole(1, 4 * WIDEST);
        List<String> sizes = List.of("n_layers", "n_heads", "dim");
        return config(c, Family.DISTILBERT, sizes, inner, "max_position_embeddings", 0, 0, "activation", "");
    }

    private static ModelConfig gpt2(JsonCursor c) {
        int inner = c.has("n_inner")
                ? c.at("n_inner").whole(1, 4 * WIDEST)
                : 4 * c.at("n_embd").whole(1, WIDEST);
        return config(
                c,
                Family.GPT2,
                List.of("n_layer", "n_head", "n_embd"),
                inner,
                "n_positions",
                0,
                0,
                "activation_function",
                "layer_norm_epsilon");
    }

    private static ModelConfig config(
            JsonCursor c,
            Family family,
            List<String> sizes,
            int inner,
            String positions,
            int firstPosition,
            int kinds,
            String activation,
            String epsilon) {
        int layers = c.at(sizes.get(0)).whole(1, MOST_LAYERS);
        int width = c.at(sizes.get(2)).whole(1, WIDEST);
        int heads = c.at(sizes.get(1)).whole(1, width);
        if (width % heads != 0) {
            throw c.at(sizes.get(1)).refusal(heads + " heads do not share a width of " + width + " evenly");
        }
        JsonCursor function = c.at(activation);
        Optional<Activation> known = Activation.named(function.text());
        if (known.isEmpty()) {
            throw function.refusal(function.quoted() + " is not computed here; gelu, gelu_new, relu and silu are");
        }
        double added = epsilon.isEmpty() || !c.has(epsilon)
                ? family == Family.GPT2 ? 1e-5 : 1e-12
                : c.at(epsilon).number();
        if (added < 0 || added > 1) {
            throw c.at(epsilon).refusal("a number from 0 to 1 is expected");
        }
        return new ModelConfig(
                family,
                layers,
                heads,
                width,
                inner,
                c.at(positions).whole(firstPosition + 1, MOST_ROWS),
                firstPosition,
                c.at("vocab_size").whole(1, MOST_ROWS),
                kinds,
                known.get(),
                added);
    }
}
