package app.regard.heads;

import app.regard.Fuzzed;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.transformer.WordPieces;
import app.regard.transformer.tensor.Onnx;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of any bytes, read as attention, as the trained model's weights and as its word pieces. */
class ModelFuzzTest {
    /** As many pieces as it takes to be a vocabulary. */
    private static final String VOCABULARY = "{\"normalizer\": {\"type\": \"BertNormalizer\", \"clean_text\": true, "
            + "\"handle_chinese_chars\": true, \"strip_accents\": null, \"lowercase\": true}, "
            + "\"pre_tokenizer\": {\"type\": \"BertPreTokenizer\"}, "
            + "\"model\": {\"continuing_subword_prefix\": \"##\", \"max_input_chars_per_word\": 100, "
            + "\"vocab\": {\"[PAD]\": 0, \"[UNK]\": 100, \"[CLS]\": 101, \"[SEP]\": 102, \"a\": 1, \"##a\": 2, "
            + "\"bank\": 3, \"##s\": 4, \"ι\": 5, \"犬\": 6, \"'\": 7}}}";

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void npy(byte[] bytes) {
        Fuzzed.file(bytes, "a.npy", ModelFuzzTest::heads);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void npz(byte[] bytes) {
        Fuzzed.file(bytes, "a.npz", ModelFuzzTest::heads);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void safetensors(byte[] bytes) {
        Fuzzed.file(bytes, "a.safetensors", ModelFuzzTest::heads);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void json(byte[] bytes) {
        Fuzzed.file(bytes, "a.json", ModelFuzzTest::heads);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void csv(byte[] bytes) {
        Fuzzed.file(bytes, "a.csv", ModelFuzzTest::heads);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void tokens(byte[] bytes) {
        Fuzzed.file(bytes, "tokens.txt", TokenFile::read);
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void onnx(byte[] bytes) {
        Fuzzed.read(() -> Onnx.read(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE, Refusal::new));
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void vocabulary(byte[] bytes) {
        Fuzzed.read(() -> WordPieces.read(new ByteArrayInputStream(bytes)));
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void pieces(byte[] bytes) throws IOException {
        WordPieces pieces = WordPieces.read(new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8)));
        Fuzzed.read(() -> pieces.split(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The first head of each of a file's arrays. */
    private static List<Weights> heads(Path file) {
        AttentionFile read = AttentionFile.open(file);
        List<Weights> first = new ArrayList<>();
        for (int at = 0; at < read.arrays().size(); at++) {
            first.add(read.weights(at, 0, 0, read.asking(at), read.answering(at)));
        }
        return first;
    }
}
