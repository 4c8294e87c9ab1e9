package app.regard.transformer;

import java.util.List;

/**
 * The names of a family's tensors, without “.weight” and “.bias”; those from query on stand behind that of their layer.
 *
 * @param word the table of tokens
 * @param place the table of positions
 * @param kind the table of first and second sentence; empty where there is none
 * @param first the normalisation of what the first layer reads; empty where there is none
 * @param layers what stands before a layer's number
 * @param projections W_Q, W_K and W_V: three, or one that holds them side by side
 * @param output W_O
 * @param norms the two normalisations of a layer
 * @param up the first of the two maps
 * @param down the second
 * @param last the normalisation of what the last layer gives; empty where there is none
 */
record TensorNames(
        String word,
        String place,
        String kind,
        String first,
        String layers,
        List<String> projections,
        String output,
        List<String> norms,
        String up,
        String down,
        String last) {
    static final TensorNames BERT = new TensorNames(
            "embeddings.word_embeddings",
            "embeddings.position_embeddings",
            "embeddings.token_type_embeddings",
            "embeddings.LayerNorm",
            "encoder.layer.",
            List.of("attention.self.query", "attention.self.key", "attention.self.value"),
            "attention.output.dense",
            List.of("attention.output.LayerNorm", "output.LayerNorm"),
            "intermediate.dense",
            "output.dense",
            "");
    static final TensorNames DISTILBERT = new TensorNames(
            "embeddings.word_embeddings",
            "embeddings.position_embeddings",
            "",
            "embeddings.LayerNorm",
            "transformer.layer.",
            List.of("attention.q_lin", "attention.k_lin", "attention.v_lin"),
            "attention.out_lin",
            List.of("sa_layer_norm", "output_layer_norm"),
            "ffn.lin1",
            "ffn.lin2",
            "");
    static final TensorNames GPT2 = new TensorNames(
            "wte",
            "wpe",
            "",
            "",
            "h.",
            List.of("attn.c_attn"),
            "attn.c_proj",
            List.of("ln_1", "ln_2"),
            "mlp.c_fc",
            "mlp.c_proj",
            "ln_f");
}
