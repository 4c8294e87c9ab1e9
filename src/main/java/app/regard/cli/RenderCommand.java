package app.regard.cli;

import app.regard.draw.Figure;
import app.regard.export.Format;
import app.regard.export.Gif;
import app.regard.export.Picture;
import app.regard.export.Subject;
import app.regard.export.What;
import app.regard.file.Atomic;
import app.regard.model.Heads;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws one picture. */
@CommandLine.Command(
        name = "render",
        description = "Draws the heat map, a stage, the arcs, the bars, or all stages, as PNG, SVG, PDF or GIF.")
final class RenderCommand extends Command {
    @Mixin
    private AskedWeights asked;

    @Mixin
    private Look look;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: FILE.png, .svg, .pdf or .gif.")
    private Path output;

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            description = "heatmap, stage, arcs, bars, sheet (all stages), gif (all stages, one after the other), or "
                    + "heads (all heads, with --model or --attention).")
    private @Nullable String what;

    @Mixin
    private HeadOrder order;

    @Option(
            names = "--pace",
            paramLabel = "SECONDS",
            description = "How long a GIF shows each stage.",
            defaultValue = "3")
    private double pace;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    @Override
    int run() throws IOException {
        Format format = asked(() -> Format.of(output));
        if (what != null && what.equalsIgnoreCase("heads")) {
            heads(format);
            return 0;
        }
        asked(order::none);
        What subject = asked(() -> what(what, look.asksForStage(), format));
        AskedWeights.Answer answer = asked.answer(this);
        Subject drawn = answer.subject();
        Picture picture =
                asked(() -> look.picture(subject, look.query(drawn.weights().from(), answer.focus())));
        double scale = asked(look::scale);
        asked(() -> Gif.check(pace));
        asked(() -> format.check(picture));
        Bar bar = new Bar(err());
        Atomic.write(output, force, to -> format.write(drawn, picture, scale, pace, to, bar));
        return 0;
    }

    /** All heads beside each other. */
    private void heads(Format format) {
        asked(() -> {
            if (format == Format.GIF) {
                throw new Refusal("All heads are one picture: choose .png, .svg or .pdf.");
            }
        });
        asked(order::check);
        Picture picture = asked(() -> look.picture(What.HEATMAP, 0));
        double scale = asked(look::scale);
        Heads heads = asked.heads(this);
        Figure figure = order.picture(heads, picture);
        Bar bar = new Bar(err());
        Atomic.write(output, force, to -> format.write(figure, heads.title(), look.transparent(), scale, to, bar));
    }

    /** What to draw, where the options leave it open. */
    static What what(@Nullable String given, boolean stage, Format format) {
        boolean film = given != null && given.equalsIgnoreCase("gif");
        boolean other = !film && given != null && !given.equalsIgnoreCase("stage");
        if ((film && format != Format.GIF) || (other && format == Format.GIF)) {
            throw new Refusal("A film of all stages is a .gif file, and a .gif file shows all stages: "
                    + "write --what gif -o FILE.gif, or choose .png, .svg or .pdf.");
        }
        if (film || format == Format.GIF) {
            return What.STAGE;
        }
        return given == null ? (stage ? What.STAGE : What.HEATMAP) : Look.one("--what", given, What.values());
    }
}
