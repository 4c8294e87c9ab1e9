package app.regard.transformer;

import app.regard.Fuzzed;
import app.regard.engine.Workers;
import app.regard.trace.Progress;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models' folders of which one file is of any bytes. */
class FolderFuzzTest {
    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void config(byte[] bytes) {
        folder("bert-tiny", bytes, "config.json");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void wordPieces(byte[] bytes) {
        folder("bert-tiny", bytes, "tokenizer.json");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void bytePairs(byte[] bytes) {
        folder("gpt2-tiny", bytes, "tokenizer.json");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void weights(byte[] bytes) {
        folder("roberta-tiny", bytes, "model.safetensors");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void index(byte[] bytes) {
        folder("bert-tiny", bytes, "model.safetensors.index.json", "model.safetensors", "part.safetensors");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void vocabulary(byte[] bytes) {
        folder("bert-tiny", bytes, "vocab.txt", "tokenizer.json", "gone");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void merges(byte[] bytes) {
        folder("gpt2-tiny", bytes, "merges.txt", "tokenizer.json", "gone");
    }

    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void graph(byte[] bytes) {
        folder("bert-tiny", bytes, "model.onnx", "model.safetensors", "gone");
    }

    /** Any text in the pieces of a model. */
    @FuzzTest(maxDuration = Fuzzed.DURATION)
    void texts(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String name : TinyModels.NAMES) {
            Fuzzed.read(() -> Read.MODELS
                    .computeIfAbsent(name, TinyModels::read)
                    .pieces(text)
                    .words());
        }
    }

    /** The small models, read at the first use. */
    private static final class Read {
        private static final Map<String, Transformer> MODELS = new ConcurrentHashMap<>();
    }

    private static void folder(String model, byte[] bytes, String file) {
        folder(model, bytes, file, "", "");
    }

    /** A small model with a file of these bytes, and one that is called otherwise. */
    private static void folder(String model, byte[] bytes, String file, String from, String to) {
        Fuzzed.file(bytes, file, written -> {
            Path folder = written.resolveSibling(model + "-" + file);
            Files.createDirectories(folder);
            for (String one : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
                Path target = folder.resolve(one.equals(from) ? to : one);
                if (!Files.exists(target)) {
                    copy(TinyModels.folder(model).resolve(one), target);
                }
            }
            if (file.equals("merges.txt")) {
                Files.writeString(folder.resolve("vocab.json"), Vocabularies.GPT2);
            }
            Files.copy(written, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            return ModelFolder.open(folder.toString())
                    .load(Progress.NONE)
                    .pass("The tired animal's café", Workers.ALONE, Progress.NONE);
        });
    }

    /** The vocabulary of the small GPT-2 by itself, as older models keep it. */
    private static final class Vocabularies {
        private static final String GPT2 = read();

        private static String read() {
            try {
                return new ObjectMapper()
                        .readTree(TinyModels.folder("gpt2-tiny")
                                .resolve("tokenizer.json")
                                .toFile())
                        .get("model")
                        .get("vocab")
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
    }
}
