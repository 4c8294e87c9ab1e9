package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.HeadOrder;
import app.regard.cli.options.IdleOptions;
import app.regard.cli.options.PictureOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.cli.options.WeightsArguments;
import app.regard.draw.Bitmap;
import app.regard.draw.Figure;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureComposer;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.What;
import app.regard.file.Atomic;
import app.regard.heads.Heads;
import app.regard.source.ImageFile;
import app.regard.stage.Subject;
import app.regard.stage.Words;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that draws one picture. */
@CommandLine.Command(
        name = "render",
        description =
                "Draws the heat map, a stage, the arcs, the bars, patches of an image, or all stages, as PNG, SVG, PDF or GIF.")
public final class RenderCommand extends Command {
    @Mixin
    private WeightsArguments asked;

    @Mixin
    private StyleOptions look;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: FILE.png, .svg, .pdf or .gif.")
    private Path output;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "For --what patches: the image, .png or .jpg, that lies under them.")
    private @Nullable Path image;

    @Mixin
    private PictureOptions shown;

    @Mixin
    private HeadOrder order;

    @Override
    public int run() throws IOException {
        Format format = asked(() -> Format.of(output));
        if (shown.heads()) {
            asked(() -> checkImage(false));
            heads(format);
            return 0;
        }
        asked(order::none);
        What subject = asked(() -> shown.what(look.asksForStage(), format, true));
        asked(() -> checkImage(subject == What.PATCHES));
        look.fit(this, subject, format);
        Optional<Bitmap> under = Optional.ofNullable(image).map(ImageFile::read);
        SentenceArguments.Answer answer = asked.answer(this);
        Subject drawn = answer.subject().over(under);
        String unseen = Words.unseen(drawn.weights().from(), drawn.weights().to());
        if (format != Format.SVG && !unseen.isEmpty()) {
            say(List.of(unseen));
        }
        Picture picture =
                asked(() -> look.picture(subject, look.query(drawn.weights().from(), answer.focus())));
        FileSize size = asked(look::size);
        double pace = asked(shown::pace);
        asked(() -> format.check(picture));
        StyleOptions.refuseIdle(
                this,
                picture,
                p -> format == Format.GIF ? PictureComposer.stages(drawn, p) : List.of(PictureComposer.of(drawn, p)));
        ProgressBar bar = new ProgressBar();
        Atomic.write(output, shown.force(), to -> format.write(drawn, picture, size, pace, to, bar));
        return 0;
    }

    private void checkImage(boolean patches) {
        if (image != null && !patches) {
            throw new Refusal("--image belongs to --what patches.");
        }
    }

    /** All heads beside each other. */
    private void heads(Format format) {
        asked(() -> {
            if (format == Format.GIF) {
                throw new Refusal("All heads are one picture: choose .png, .svg or .pdf.");
            }
        });
        asked(order::check);
        look.fit(this, null, format);
        PictureStyle style = asked(look::style);
        FileSize size = asked(look::size);
        Heads heads = asked.heads(this);
        Figure figure = order.picture(heads, style);
        IdleOptions.refuse(this, style.view(), view -> List.of(order.picture(heads, style.with(view))));
        ProgressBar bar = new ProgressBar();
        Atomic.write(
                output, shown.force(), to -> format.write(figure, heads.title(), look.transparent(), size, to, bar));
    }
}
