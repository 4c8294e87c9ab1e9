package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JSON that the command lab writes. */
final class LabJson {
    private LabJson() {}

    /** What comes of these arguments, by a file in the folder. */
    static JsonNode of(Path folder, String... args) throws IOException {
        Path file = folder.resolve("x.json");
        List<Object> all = new ArrayList<>(List.of("lab"));
        all.addAll(List.of(args));
        all.addAll(List.of("-o", file, "--force"));
        InProcess run = InProcess.run(all.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(file.toFile());
    }
}
