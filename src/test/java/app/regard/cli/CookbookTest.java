package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import app.regard.transformer.KnownModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the cookbook and of the pages on trained heads and figures: they do what it says there. */
class CookbookTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: (\\S+))?\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String PROGRAM = "java -jar target/regard.jar ";

    @TempDir
    private Path folder;

    @Test
    void commandsPrintWhatTheCookbookSays() throws Exception {
        assertThat(run(Path.of("docs/cookbook.md"))).isGreaterThanOrEqualTo(12);
    }

    @Test
    void commandsDrawWhatThePageOnFiguresSays() throws Exception {
        assertThat(run(Path.of("docs/figures.md"))).isEqualTo(4);
        assertThat(folder.toFile().list()).contains("map.pdf", "stage6.pdf", "scaling.pdf", "map.tex");
    }

    @Test
    @Tag("model")
    void commandsPrintWhatThePageOnTrainedHeadsSays() throws Exception {
        Outside.only(KnownModels.present().size() == 1, "the page on trained heads is of a copy with one model");
        assertThat(run(Path.of("docs/trained-heads.md"))).isEqualTo(11);
    }

    /** Runs the commands of a page and returns how many there were. */
    private int run(Path page) throws Exception {
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        String printed = "";
        int commands = 0;
        while (blocks.find()) {
            String kind = blocks.group(1);
            String text = blocks.group(3);
            if (blocks.group(2) != null) {
                Files.writeString(folder.resolve(blocks.group(2)), text);
            } else if (kind.equals("text")) {
                assertThat(printed).isEqualTo(text);
                printed = "";
            } else if (kind.equals("sh")) {
                assertThat(printed)
                        .as("what the commands before printed and the cookbook does not show")
                        .isEmpty();
                StringBuilder out = new StringBuilder();
                for (String line : text.lines().toList()) {
                    out.append(line.startsWith("cat ") ? file(line.substring(4)) : run(line));
                    commands++;
                }
                printed = out.toString();
            }
        }
        return commands;
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name)).replace("\r\n", "\n");
    }

    private String run(String line) {
        assertThat(line).startsWith(PROGRAM);
        List<String> args = new ArrayList<>();
        Matcher words = WORD.matcher(line.substring(PROGRAM.length()));
        while (words.find()) {
            args.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        InProcess run = InProcess.in(folder, args.toArray(String[]::new));
        assertThat(run.code()).as(line + "\n" + run.err()).isZero();
        return run.out() + run.err();
    }
}
