package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of the program with the reason why it takes no more than linear time, whatever it is given: Java's
 * matcher goes back, and a pattern that can part the same text in several ways needs quadratic time or worse for a text that
 * nearly fits. A new one, or a changed one, fails here until its reason is written down.
 */
class RegularExpressionsTest {
    private static final String ONE = "one class of characters at a time, nothing to go back to";
    private static final String RUN = "a run ends where its class ends, and no run begins inside another";
    private static final String TAIL = "a run up to the end that begins with what it cannot hold";
    private static final String FEW = "at most so many characters match";
    private static final String OWN = "reads the program’s own files and numbers only";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("cli/options/AttentionOptions: \\s+", RUN),
            Map.entry("cli/commands/BatchCommand: ^-|-$", ONE),
            Map.entry("cli/commands/BatchCommand: ^0+", RUN),
            Map.entry("cli/commands/BatchCommand: [^\\p{L}\\p{N}]+", RUN),
            Map.entry("cli/WrongUsage: [+-]?\\d+", RUN),
            Map.entry("cli/commands/CodeCommand: \\.[^.]*$", TAIL),
            Map.entry("cli/options/HeadOrder: =", ONE),
            Map.entry("export/picture/FileSize: (\\d{1,5}(?:\\.\\d{1,3})?) ?(mm|cm|in|px)", FEW),
            Map.entry("export/picture/FileSize: (\\d{1,3}(?:\\.\\d{1,3})?) ?pt", FEW),
            Map.entry("cli/options/SizeOptions: (\\d{1,5})[x×](\\d{1,5})", FEW),
            Map.entry("cli/commands/LayersCommand: \\d{1,4}", FEW),
            Map.entry("cli/options/StyleOptions: \\d{1,6}", FEW),
            Map.entry("cli/options/ModelOptions: \\d{1,4}", FEW),
            Map.entry("cli/options/ExperimentValues: local:\\d{1,6}", FEW),
            Map.entry("draw/chart/Bars: \\.?0+$", OWN),
            Map.entry("draw/chart/Labels: [Wb]_[QKV]\\b", FEW),
            Map.entry("draw/Formula:  {3,}", OWN),
            Map.entry("draw/Palette:  ", OWN),
            Map.entry("draw/Palette: \\n", OWN),
            Map.entry("draw/Palette: \\t", OWN),
            Map.entry("export/sheet/ClassSheet:  {3,}", OWN),
            Map.entry(
                    "export/code/JavaParts: \\\\((?:(\\\\d+), *)?(\\\\d+),?\\\\)",
                    "in a program that is written, for its own file"),
            Map.entry("ui/kit/FileManager: :", ONE),
            Map.entry("file/Cases: [^A-Za-z]", ONE),
            Map.entry("file/array/Csv: [\\\",;\\t\\r\\n]|^\\s|\\s$|^\\uFEFF", ONE),
            Map.entry("file/array/Csv: \\d{0,40}[;\\t][-+]?\\d{1,40}", ONE),
            Map.entry("file/FileName: (com|lpt)\\d", FEW),
            Map.entry("file/FileName: -[^-]*$", TAIL),
            Map.entry("file/FileName: ['’]", ONE),
            Map.entry("file/FileName: [^\\p{L}\\p{M}\\p{N}_]+", RUN),
            Map.entry("file/FileName: ^-|-$", ONE),
            Map.entry("file/Lessons: \\.$", ONE),
            Map.entry("file/Recovery: [0-9]{1,18}", FEW),
            Map.entry("lab/change/Facts: ,", ONE),
            Map.entry("heads/GivenHeads: [^a-z]+", RUN),
            Map.entry("heads/LayerStacks: (?<![0-9])[0-9]{1,6}(?![0-9])", FEW),
            Map.entry("lab/Form: \\d{1,6}", FEW),
            Map.entry("source/AttentionFiles: \\s+", RUN),
            Map.entry("ui/app/WindowCommands: \\.0$", OWN),
            Map.entry("stage/Words: \\p{L}?\\d+", RUN),
            Map.entry(
                    "trace/Edit: \\s*+(\\w++)\\[(.*)\\]\\s*+([*/]?=)\\s*+([^\\s=\\]]++)\\s*+",
                    "each bracket that may be the last is tried once, and what follows it gives nothing back"),
            Map.entry(
                    "trace/Graphemes: \\X", "Java goes through a cluster once, and texts with many marks are refused"),
            Map.entry("ui/stages/SentenceField: [\\r\\n\\t\\u0085\\u2028\\u2029]+", RUN),
            Map.entry("ui/session/RuleEditing: ,", ONE),
            Map.entry("ui/stages/ReadingPane: ,", ONE),
            Map.entry("ui/stages/ReadingPane: [1-9]\\d{0,4}", FEW),
            Map.entry("ui/kit/TextLimit: [\\r\\n\\t\\u0085\\u2028\\u2029]+", RUN),
            Map.entry(
                    "ui/kit/NumberFields: \\s*+[+-]?(?:\\d++(?:\\.\\d++)?+|\\.\\d++)\\s*+",
                    "its runs are possessive: nothing is given back"),
            Map.entry("words/Tokenizer: \\X", "Java goes through a cluster once"),
            Map.entry("words/Tsv: \\n", OWN),
            Map.entry("words/Tsv: \\t", OWN));

    /** A pattern in quotes, perhaps in several pieces; other calls of these names are told by what is not in quotes. */
    private static final Pattern USE = Pattern.compile(
            "(?:Pattern\\.(?:compile|matches)|\\.(?:matches|replaceAll|replaceFirst"
                    + "|split|splitAsStream|useDelimiter|findInLine))\\(\\s*+([\"\\w][^\\n]*+(?:\\n\\s*+\\+[^\\n]*+)*+)");

    private static final Pattern LITERAL =
            Pattern.compile("\\G[\\s+]*+(?:[A-Z_]++\\s*+\\+\\s*+)?\"((?:[^\"\\\\]|\\\\.)*+)\"");

    /** Patterns that are constants by another name, and methods of ours that are called like those of the JDK. */
    private static final Pattern OTHER = Pattern.compile("(?:[A-Z]\\w*+)\\.(?:split|matches)\\($");

    @Test
    void everyPatternIsKnownToTakeLinearTime() throws IOException {
        assertThat(found()).isNotEmpty().isSubsetOf(KNOWN.keySet());
    }

    private static List<String> found() throws IOException {
        Path root = Path.of("src/main/java/app/regard");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name =
                        root.relativize(file).toString().replace('\\', '/').replace(".java", "");
                String source = Files.readString(file);
                Matcher use = USE.matcher(source);
                while (use.find()) {
                    StringBuilder pattern = new StringBuilder();
                    Matcher literal = LITERAL.matcher(use.group(1));
                    while (literal.find()) {
                        pattern.append(literal.group(1));
                    }
                    boolean other = OTHER.matcher(
                                    source.substring(0, use.start(1)).stripTrailing())
                            .find();
                    if (pattern.length() > 0) {
                        found.add(name + ": " + pattern.toString().replace("\\\\", "\\"));
                    } else if (!other || source.startsWith("Pattern.", use.start())) {
                        found.add(name + ": not in quotes: "
                                + use.group(1).lines().findFirst().orElse(""));
                    }
                }
            }
        }
        return found;
    }
}
