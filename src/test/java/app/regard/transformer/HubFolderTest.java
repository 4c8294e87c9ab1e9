package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where readers have their models: in the cache of Hugging Face's hub, or in a folder of several; and what else they drop. */
class HubFolderTest {
    private static final String CHECKSUM = "607a30d783dfa663caf39e06633721c8d4cfcd7e";

    @TempDir
    private Path folder;

    private Path model;
    private Path snapshot;

    /** As huggingface_hub lays it: models--OWNER--NAME/snapshots/REVISION, its files elsewhere and linked. */
    @BeforeEach
    void cache() throws IOException {
        model = folder.resolve("models--owner--tiny-bert");
        snapshot = Files.createDirectories(model.resolve("snapshots").resolve(CHECKSUM));
        try (Stream<Path> files = Files.list(TinyModels.folder("bert-tiny"))) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(snapshot.resolve(String.valueOf(file.getFileName())), file);
            }
        }
    }

    @Test
    void aSnapshotBearsTheNameOfItsModel() {
        ModelShape shape = ModelFolder.open(snapshot.toString()).shape();
        assertThat(shape.name()).isEqualTo("tiny-bert");
        assertThat(shape.about()).startsWith("tiny-bert is a BERT of 2 layers");
        assertThat(shape.id()).as("where it is found again").isEqualTo(snapshot.toString());
    }

    @Test
    void aFolderAroundAModelNamesIt() {
        assertThatThrownBy(() -> ModelFolder.open(model.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessage("“models--owner--tiny-bert” is no model’s folder: it has no config.json. Open “"
                        + Path.of("snapshots", CHECKSUM) + "” in it.");
        assertThatThrownBy(() -> ModelFolder.open(model.resolve("snapshots").toString()))
                .hasMessageEndingWith("Open “" + CHECKSUM + "” in it.");
        assertThatThrownBy(() -> ModelFolder.open(folder.toString()))
                .hasMessageEndingWith("with config.json, model.safetensors and tokenizer.json.");
    }

    @Test
    void aFileOfAModelLeadsToItsFolder() throws IOException {
        for (String part : new String[] {"config.json", "model.safetensors", "tokenizer.json"}) {
            assertThat(ModelFolder.around(snapshot.resolve(part))).as(part).contains(snapshot);
        }
        Path alone = Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThat(ModelFolder.around(alone)).as("no model lies there").isEmpty();
        assertThat(ModelFolder.around(snapshot.resolve("expected.json"))).isEmpty();
    }
}
