package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE names what is shipped, all of it and nothing else. */
class NoticeTest {
    private static final Pattern LISTED = Pattern.compile("(?m)^- [^:\n]+: ([a-z0-9, -]+) \\(");

    /** The build writes down what the program runs on. */
    private static Set<String> shipped() throws IOException {
        String path = Files.readString(Path.of("target", "runtime-class-path.txt"));
        return Stream.of(path.strip().split(Pattern.quote(File.pathSeparator)))
                .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-\\d.*", ""))
                .filter(name -> !name.startsWith("langchain4j")) // the model has a paragraph of its own
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLibraryThatIsShippedIsNamedAndNoOther() throws IOException {
        List<String> listed = LISTED.matcher(Files.readString(Path.of("NOTICE")))
                .results()
                .flatMap(line -> Stream.of(line.group(1).split(", ")))
                .toList();
        assertThat(shipped()).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void jsonIsReadAndWrittenByTheCoreAlone() throws IOException {
        assertThat(shipped()).contains("jackson-core").doesNotContain("jackson-databind", "jackson-annotations");
    }
}
