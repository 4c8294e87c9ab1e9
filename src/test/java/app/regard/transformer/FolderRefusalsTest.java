package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.regard.Fifo;
import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not computed, and folders that lie: each is refused in one line that names the field, and takes no memory. */
class FolderRefusalsTest {
    private static final long LITTLE = 30_000_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        copy("bert-tiny");
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.list(TinyModels.folder(name))) {
            for (Path file : files.filter(f -> !f.endsWith("expected.json")).toList()) {
                Files.write(folder.resolve(String.valueOf(file.getFileName())), Files.readAllBytes(file));
            }
        }
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private ForwardPass pass() {
        return ModelFolder.open(folder.toString())
                .load(Progress.NONE)
                .pass("The animal was tired.", Workers.ALONE, Progress.NONE);
    }

    private void refused(String... says) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        assertThatThrownBy(this::pass)
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(says)
                .message()
                .doesNotContain("\n");
        assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(LITTLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model_type\": \"bert\" | \"model_type\": \"llama\" | model_type: “llama” is not computed here",
                "\"model_type\": \"bert\" | \"model_typ\": \"bert\" | “model_type” is missing",
                "\"hidden_act\": \"gelu\" | \"hidden_act\": \"quick_gelu\" | hidden_act: “quick_gelu”",
                "\"is_decoder\": false | \"is_decoder\": true | is_decoder",
                "\"use_cache\": true | \"position_embedding_type\": \"relative_key\" | position_embedding_type: “relative_key”",
                "\"use_cache\": true | \"quantization_config\": {\"bits\": 4} | quantization_config",
                "\"num_attention_heads\": 4 | \"num_attention_heads\": 5 | 5 heads do not share a width of 32 evenly",
                "\"hidden_size\": 32 | \"hidden_size\": 9223372036854775807 | hidden_size",
                "\"hidden_size\": 32 | \"hidden_size\": 9223372036854775808 | hidden_size",
                "\"hidden_size\": 32 | \"hidden_size\": 131072 | of the shape",
                "\"hidden_size\": 32 | \"hidden_size\": -1 | hidden_size",
                "\"vocab_size\": 200 | \"vocab_size\": 4000000 | of the shape [200, 32] where its config.json asks for",
                "\"vocab_size\": 200 | \"vocab_size\": 10 | vocab_size in config.json is 10",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 1000 | lacks the tensor “encoder.layer.2.",
                "\"intermediate_size\": 48 | \"intermediate_size\": 500000 | asks for [500000, 32]",
                "\"max_position_embeddings\": 64 | \"max_position_embeddings\": 2 | 2 at most",
                "\"layer_norm_eps\": 1e-12 | \"layer_norm_eps\": -1 | a number from 0 to 1",
            })
    void whatTheConfigAsksForIsRefusedByItsField(String from, String to, String says) throws IOException {
        replace("config.json", from, to);
        refused(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"WordPiece\" | \"type\": \"Unigram\" | model.type: “Unigram” is not read here",
                "\"type\": \"BertNormalizer\" | \"type\": \"NFC\" | normalizer.type",
                "\"type\": \"BertPreTokenizer\" | \"type\": \"Metaspace\" | pre_tokenizer.type",
                "\"unk_token\": \"[UNK]\" | \"unk_token\": \"none\" | “none” is missing in the vocabulary",
                "\"type\": \"TemplateProcessing\" | \"type\": \"Other\" | post_processor.type",
                "\"the\": | \"[CLS]\": | Duplicate",
            })
    void whatTheTokenizerAsksForIsRefusedByItsField(String from, String to, String says) throws IOException {
        replace("tokenizer.json", from, to);
        refused(says);
    }

    @Test
    void pairsWithoutAListOfMergesAreRefused() throws IOException {
        copy("gpt2-tiny");
        replace("tokenizer.json", "\"merges\":", "\"emerges\":");
        refused("“merges” is missing");
        Files.delete(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0}");
        refused("has no tokenizer", "vocab.json with merges.txt");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\na b\n");
        refused("merges.txt", "is missing in the vocabulary");
        Files.writeString(folder.resolve("added_tokens.json"), "{\"\": 1}");
        refused("added_tokens.json", "a token has at least one character");
    }

    @Test
    void aFolderWithoutAModelSaysWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        refused("has no model.safetensors");
        Files.writeString(folder.resolve("flax_model.msgpack"), "");
        refused("Only Python can unpack its flax_model.msgpack", "from_flax=True", "safe_serialization=True");
        Files.writeString(folder.resolve("tf_model.h5"), "");
        refused("Only Python can unpack its tf_model.h5", "from_tf=True");
        Files.writeString(folder.resolve("pytorch_model-00001-of-00002.bin"), "");
        refused("Only Python can unpack its pytorch_model-00001-of-00002.bin", "safe_serialization=True");
        Files.delete(folder.resolve("config.json"));
        refused("is no model’s folder", "config.json");
        Files.writeString(folder.resolve("config.json"), "");
        refused("config.json” is empty");
        assertThatThrownBy(() -> ModelFolder.open("\0")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ModelFolder.open("nowhere"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no model “nowhere”. Known by name: minilm (all-MiniLM-L6-v2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weight_map\": {\"a\": \"model.safetensors.index.json\"}} | is no .safetensors file in this folder",
                "{\"weight_map\": {\"a\": \"../bert-tiny/model.safetensors\"}} | is no .safetensors file in this folder",
                "{\"weight_map\": {\"a\": \"gone.safetensors\"}} | is no .safetensors file in this folder",
                "{\"weight_map\": {\"a\": \"a\\u0000.safetensors\"}} | cannot be the name of a file",
                "{\"weight_map\": {}} | it names 0 files",
                "{\"weight_map\": {} | Unexpected end-of-input: expected close marker for Object.",
                "{\"weight_map\": 7} | fields in { } are expected",
                "{} | “weight_map” is missing",
                "{\"weight_map\": {\"a\": \"one.safetensors\", \"b\": \"two.safetensors\"}} | twice",
            })
    void anIndexThatLeadsNowhereIsRefused(String index, String says) throws IOException {
        Path whole = folder.resolve("model.safetensors");
        Files.copy(whole, folder.resolve("one.safetensors"));
        Files.move(whole, folder.resolve("two.safetensors"));
        Files.writeString(folder.resolve("model.safetensors.index.json"), index);
        refused(says);
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        byte[] good = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(good, good.length - 4));
        refused("model.safetensors");
        Files.write(file, Arrays.copyOf(good, 4));
        refused("is not a .safetensors file, or it is damaged: it has 4 bytes.");
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        refused("“model.safetensors” is only the note that Git LFS keeps in its place");
        byte[] longest = good.clone();
        ByteBuffer.wrap(longest).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
        Files.write(file, longest);
        refused("header claims to be 9223372036854775807 bytes long");
        byte[] nan = good.clone();
        Arrays.fill(nan, good.length - 4, good.length, (byte) 0xFF);
        Files.write(file, nan);
        refused("holds something that is not a number");
    }

    @Test
    void whatIsNoFileIsNotWaitedFor() throws IOException, InterruptedException {
        Path file = folder.resolve("model.safetensors");
        Files.delete(file);
        Files.createDirectory(file);
        refused("“model.safetensors” is a folder");
        Files.delete(file);
        Fifo.at(file);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused("“model.safetensors” is a pipe"));
    }

    /** Damaged files of weights are full of such: each is a number, what is computed of them is none. */
    @ParameterizedTest
    @ValueSource(floats = {0x1p30f, 0x1p50f, 0x1p100f})
    void numbersThatGrowBeyondAFloatAreSaidOnce(float large) throws IOException {
        for (String name : TinyModels.NAMES) {
            copy(name);
            Path file = folder.resolve("model.safetensors");
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 8 + (int) all.getLong(0); at < all.limit(); at += 4) {
                all.putFloat(at, large * all.getFloat(at));
            }
            Files.write(file, all.array());
            refused("gives what is no number in layer 0: its weights are damaged, or too large for 32-bit numbers.");
        }
    }

    @Test
    void quantisedWeightsAreRefusedByTheirKind() throws IOException {
        String name = "encoder.layer.0.attention.self.query.weight";
        String header = "{\"" + name + "\": {\"dtype\": \"I8\", \"shape\": [32, 32], \"data_offsets\": [0, 1024]}}";
        Files.write(folder.resolve("model.safetensors"), checkpoint(header, 1024));
        refused("is quantised: its tensor “" + name + "” is of the kind I8");
    }

    private static byte[] checkpoint(String header, int numbers) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + numbers)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    @Test
    void aFileThatChangesWhileItsTableIsReadIsSaid() throws IOException {
        Transformer model = ModelFolder.open(folder.toString()).load(Progress.NONE);
        model.pass("The animal", Workers.ALONE, Progress.NONE);
        Path file = folder.resolve("model.safetensors");
        byte[] other = Files.readAllBytes(file);
        other[other.length - 1] ^= 1;
        Files.write(file, other);
        assertThatThrownBy(() -> model.pass("was tired", Workers.ALONE, Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has changed since it was opened");
    }

    @Test
    void readingCanBeCalledOff() {
        Progress impatient = share -> {
            if (share > 0) {
                throw new CancellationException("called off");
            }
        };
        assertThatThrownBy(() -> ModelFolder.open(folder.toString()).load(impatient))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theFingerprintIsOfTheNumbersPlaceAndNotOfTheFolder() throws IOException {
        String here = ModelFolder.open(folder.toString()).shape().fingerprint();
        assertThat(here)
                .isNotEmpty()
                .isEqualTo(ModelFolder.open(TinyModels.folder("bert-tiny").toString())
                        .shape()
                        .fingerprint());
        replace("config.json", "\"hidden_act\": \"gelu\"", "\"hidden_act\": \"relu\"");
        assertThat(ModelFolder.open(folder.toString()).shape().fingerprint()).isNotEqualTo(here);
    }

    @Test
    void severalFilesAndOtherKindsOfNumbersAreTheSameModel() throws IOException {
        ForwardPass whole = pass();
        for (List<String> kind : List.of(List.of("F32", "0"), List.of("F16", "2e-2"), List.of("BF16", "2e-1"))) {
            Shards.write(folder, kind.get(0));
            ForwardPass parts = pass();
            double worst = 0;
            for (int i = 0; i < whole.pieces().size(); i++) {
                for (int j = 0; j < 32; j++) {
                    worst = Math.max(
                            worst,
                            Math.abs(whole.input(2).at(i, j) - parts.input(2).at(i, j)));
                }
            }
            assertThat(worst).as(kind.get(0)).isLessThanOrEqualTo(Double.parseDouble(kind.get(1)));
            assertThat(worst == 0).as(kind.get(0)).isEqualTo(kind.get(0).equals("F32"));
        }
    }
}
