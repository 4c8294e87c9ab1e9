package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.PictureOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.Figure;
import app.regard.export.picture.CardPictures;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.PanelSheet;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.What;
import app.regard.file.Atomic;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.trace.Lazy;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that draws the cards of a lesson: a picture each in a folder, or all on one sheet as panels. */
@CommandLine.Command(
        name = "lesson",
        description =
                "Draws the cards of a lesson: into a folder as a picture each, or into FILE.png, .svg or .pdf as one "
                        + "sheet with panels (a), (b), (c). A card is drawn as the stage that it shows, or as --what says.")
public final class LessonCommand extends Command {
    @Parameters(paramLabel = "LESSON", description = "The lesson: FILE.regard.")
    private Path lesson;

    @Option(
            names = "--cards",
            paramLabel = "N,N",
            split = ",",
            description = "Which cards, counted from 1, in this order; usually all.")
    private @Nullable List<Integer> cards;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR|FILE",
            description = "Where to: a folder, which is made if it is missing, or FILE.png, .svg, .pdf for a sheet.")
    private Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the pictures in a folder: png, svg or pdf.",
            defaultValue = "png")
    private String format;

    @Mixin
    private StyleOptions look;

    @Mixin
    private PictureOptions shown;

    @Override
    public int run() throws IOException {
        boolean sheet = List.of(".png", ".svg", ".pdf").stream()
                .anyMatch(String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT)::endsWith);
        Format to = asked(() -> sheet ? Format.of(output) : StyleOptions.one("--format", format, Format.values()));
        asked(() -> {
            if (to == Format.GIF) {
                throw new Refusal("A card is one picture: choose png, svg or pdf.");
            }
            look.noPlace();
        });
        What what = asked(() -> shown.named() ? shown.what(false, to, false) : What.STAGE);
        if (sheet) {
            unused("the sheet’s name says its format", "--format");
        }
        look.fit(this, what, to);
        PictureStyle style = asked(look::style);
        FileSize size = asked(look::size);
        Resolver resolver = new Resolver(new Library());
        Lesson read = Lessons.read(lesson, resolver::check);
        List<Integer> chosen = asked(() -> chosen(read.cards().size()));
        CardPictures pictures = new CardPictures(new Contents(resolver), what, asked(() -> look.picture(what, 0)));
        ProgressBar bar = new ProgressBar();
        Lazy<List<PanelSheet.Panel>> panels =
                new Lazy<>(() -> sheet ? pictures.panels(read, chosen, bar) : pictures.each(read, chosen, bar));
        StyleOptions.refuseIdle(this, pictures.look(), p -> panels.get().stream()
                .map(panel -> panel.with(p).alone())
                .toList());
        if (sheet) {
            Figure figure = PanelSheet.of(panels.get(), read.title(), style);
            Atomic.write(
                    output,
                    shown.force(),
                    out -> to.write(figure, read.title(), look.transparent(), size, out, Progress.NONE));
        } else {
            Files.createDirectories(output);
            pictures.write(read, chosen, to, size, output::resolve, shown.force(), bar);
        }
        return 0;
    }

    private List<Integer> chosen(int there) {
        List<Integer> chosen =
                cards == null ? IntStream.rangeClosed(1, there).boxed().toList() : cards;
        for (int card : chosen) {
            if (card < 1 || card > there) {
                throw new Refusal("The lesson has cards 1 to " + there + ", not " + card + ".");
            }
        }
        return chosen;
    }

    /** What cards show, computed anew. */
    private record Contents(Resolver resolver) implements CardPictures.Contents {
        @Override
        public Subject subject(Moment of, Progress progress) {
            return resolver.subject(of, progress);
        }

        @Override
        public Optional<Exportable> lab(Moment of, Progress progress) {
            return Optional.ofNullable(of.lab()).map(lab -> LabPage.of(Labs.ALL, of, lab, resolver, progress));
        }
    }
}
