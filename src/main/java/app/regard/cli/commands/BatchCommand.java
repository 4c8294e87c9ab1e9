package app.regard.cli.commands;

import app.regard.cli.options.BeforeOptions;
import app.regard.cli.options.Command;
import app.regard.cli.options.ExperimentOptions;
import app.regard.cli.options.PictureOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureComposer;
import app.regard.export.picture.What;
import app.regard.file.Atomic;
import app.regard.file.Recipes;
import app.regard.file.WholeFile;
import app.regard.source.Resolver;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that draws a picture for each line of a file. */
@CommandLine.Command(
        name = "batch",
        description = "Draws a picture for each line of a text file, or of a file of JSON lines ({\"text\": \"…\", …}, "
                + "the fields of an experiment).")
public final class BatchCommand extends Command {
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_LINES = 100_000;

    @Parameters(paramLabel = "FILE", description = "A sentence, or a JSON object, on each line.")
    private Path input;

    @Mixin
    private ExperimentOptions recipe;

    @Mixin
    private BeforeOptions before;

    @Mixin
    private StyleOptions look;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder for the pictures; it is made if it is missing.")
    private Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png, svg, pdf or gif.", defaultValue = "png")
    private String format;

    @Mixin
    private PictureOptions shown;

    /** A line of the file that is not empty. */
    private record Line(int number, String text) {}

    @Override
    public int run() throws IOException {
        Format to = asked(() -> StyleOptions.one("--format", format, Format.values()));
        What shows = asked(() -> shown.what(look.asksForStage(), to, false));
        FileSize size = asked(look::size);
        asked(shown::pace);
        Resolver resolver = new Resolver(new Library(SentenceArguments.MOST_WORDS), trainedAlone());
        Library library = resolver.library();
        // wrong options are told once, before any line
        asked(() -> before.checked(resolver, recipe.of(library, Optional.of("word"), new ArrayList<>())));
        asked(() -> to.check(look.picture(shows, 0)));
        look.fit(this, shows, to);
        // lines differ in what they have room for: what a picture of this kind shows at all, a short one says
        Experiment first = library.examples().get(0).experiment();
        Subject sample = resolver.content(first, Progress.NONE).subject(first);
        StyleOptions.refuseIdle(
                this, look.picture(shows, 0).withVariant(0), p -> List.of(PictureComposer.of(sample, p)));
        List<Line> lines = lines();
        Files.createDirectories(folder);
        ProgressBar bar = new ProgressBar();
        AtomicInteger done = new AtomicInteger();
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        int digits = Math.max(3, Integer.toString(lines.size()).length());
        lines.parallelStream().forEach(line -> {
            try {
                draw(line, digits, resolver, to, shows, size);
            } catch (Refusal e) {
                problems.add(String.format("%0" + digits + "d", line.number()) + "\t" + e.getMessage());
            }
            bar.at(done.incrementAndGet() / (double) lines.size());
        });
        problems.stream().sorted().forEach(p -> err().println(
                        "Line " + p.replaceFirst("^0+", "").replace("\t", ": ")));
        err().println(lines.size() - problems.size() + " of " + lines.size() + " pictures written to " + folder + ".");
        err().flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private void draw(Line line, int digits, Resolver resolver, Format to, What shows, FileSize size) {
        Library library = resolver.library();
        Experiment e = line.text().startsWith("{")
                ? ExperimentOptions.fitted(
                        library,
                        Recipes.line(line.text(), recipe.base(library, new ArrayList<>()), "the object"),
                        new ArrayList<>())
                : recipe.of(library, Optional.of(line.text()), new ArrayList<>());
        Subject subject = before.compared(resolver, e).subject(e);
        Picture picture = look.picture(shows, look.query(subject.weights().from(), recipe.usualFocus(library)));
        Path file = folder.resolve(
                String.format("%0" + digits + "d", line.number()) + name(e.text()) + "." + to.extension());
        Atomic.write(file, shown.force(), out -> to.write(subject, picture, size, shown.pace(), out, share -> {}));
    }

    private List<Line> lines() {
        List<String> all =
                WholeFile.text(input, MOST_BYTES).lines().limit(MOST_LINES + 1L).toList();
        if (all.size() > MOST_LINES) {
            throw new Refusal("“" + input + "” has more than " + MOST_LINES + " lines: part it in several files.");
        }
        List<Line> lines = IntStream.range(0, all.size())
                .mapToObj(i -> new Line(i + 1, all.get(i).strip().replace("\uFEFF", "")))
                .filter(l -> !l.text().isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw new Refusal("“" + input + "” is empty: put a sentence on each line.");
        }
        return lines;
    }

    /** The first words of a sentence, as part of a file's name that every system takes. */
    private static String name(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.codePointCount(0, plain.length()) <= 20
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 20));
        return cut.isEmpty() ? "" : "-" + cut;
    }
}
