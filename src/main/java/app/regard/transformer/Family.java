package app.regard.transformer;

/** The families of models that can be read: how their layers are built, and what their tensors are called. */
enum Family {
    BERT("bert", "BERT", "bert.", false, TensorNames.BERT),
    DISTILBERT("distilbert", "DistilBERT", "distilbert.", false, TensorNames.DISTILBERT),
    ROBERTA("roberta", "RoBERTa", "roberta.", false, TensorNames.BERT),
    GPT2("gpt2", "GPT-2", "transformer.", true, TensorNames.GPT2);

    private final String type;
    private final String title;
    private final String prefix;
    private final boolean decoder;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final TensorNames names;

    Family(String type, String title, String prefix, boolean decoder, TensorNames names) {
        this.type = type;
        this.title = title;
        this.prefix = prefix;
        this.decoder = decoder;
        this.names = names;
    }

    /** As config.json has it under “model_type”. */
    String type() {
        return type;
    }

    /** As people call it. */
    String title() {
        return title;
    }

    /** Whether a token sees none after it, and each half of a layer normalises what it reads instead of what it gives. */
    boolean decoder() {
        return decoder;
    }

    /** What may stand before the names of all tensors: where the file holds a model with a head for some task. */
    String prefix() {
        return prefix;
    }

    TensorNames names() {
        return names;
    }
}
