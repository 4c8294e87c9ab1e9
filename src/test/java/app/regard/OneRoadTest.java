package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kinds of sources are told apart where they are resolved and kept, and sizes of models come with the model. */
class OneRoadTest {
    private static final Path MAIN = Path.of("src/main/java/app/regard");
    private static final Pattern KIND =
            Pattern.compile("instanceof\\s+(?:Source\\s*\\.|(?:Simple|Preset|Seeded|Trained|Imported|Taught|Ruled)\\b)"
                    + "|\\bSource\\.\\w+\\.class\\b|\\(Source\\.[A-Z][a-z]\\w+\\)");
    private static final Pattern STAGE =
            Pattern.compile("new Moment\\(.*, [1-8], |\\.in\\([1-8]\\)|\\bstage [=!<>]=? ?[1-8]\\b");
    private static final Pattern MODEL = Pattern.compile("\\bMiniLm\\b");

    /** The lines outside of some rooms or files that hold a pattern, as "file: line". */
    private static List<String> lines(Pattern pattern, String... but) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f ->
                            Stream.of(but).noneMatch(room -> MAIN.relativize(f).startsWith(room)))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources.stream().flatMap(f -> matching(f, pattern)).toList();
        }
    }

    private static Stream<String> matching(Path file, Pattern pattern) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> pattern.matcher(line).find())
                    .map(line -> MAIN.relativize(file) + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void kindsOfSourcesAreToldApartInTwoRoomsOnly() throws IOException {
        assertThat(lines(KIND, "source", "file"))
                .as("ask Source.traits() what a source can do")
                .isEmpty();
        assertThat(lines(KIND)).as("the pattern finds what there is").isNotEmpty();
    }

    @Test
    void whatIsSpecialOfAStageIsKnownToItsRoomOnly() throws IOException {
        assertThat(lines(STAGE, "stage", "file/Condition.java")) // which has one in an example
                .as("a stage has a name in Stages")
                .isEmpty();
        assertThat(lines(STAGE)).as("the pattern finds what there is").isNotEmpty();
    }

    @Test
    void windowAndCommandsDoNotKnowWhichModelItIs() throws IOException {
        assertThat(lines(
                        MODEL,
                        "transformer",
                        "heads",
                        "source",
                        "ui/session/TrainedModel.java",
                        "cli/options/Models.java"))
                .as("sizes and names come with the resolved model: ForwardPasses.shape()")
                .isEmpty();
        assertThat(lines(MODEL)).as("the pattern finds what there is").isNotEmpty();
    }
}
