package app.regard.cli.options;

import app.regard.export.picture.Format;
import app.regard.export.picture.Gif;
import app.regard.export.picture.What;
import app.regard.trace.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what a picture shows; how it looks is {@link StyleOptions}. */
public final class PictureOptions {
    private static final String FILM = "gif";
    private static final String HEADS = "heads";

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            description = "heatmap, stage, arcs, bars, patches (the focused row over the patches of an image, g × g "
                    + "tokens), sheet (all stages), gif (all stages, one after the other), or, "
                    + "with render, heads (all heads, with --model or --attention).")
    private @Nullable String what;

    @Option(
            names = "--pace",
            paramLabel = "SECONDS",
            description = "How long a GIF shows each stage.",
            defaultValue = "3")
    private double pace;

    @Option(names = "--force", description = "Replaces what exists.")
    private boolean force;

    /** Whether it is said what to draw. */
    public boolean named() {
        return what != null;
    }

    /** Whether all heads are asked for, which are no single subject. */
    public boolean heads() {
        return what != null && what.equalsIgnoreCase(HEADS);
    }

    /**
     * Returns the thing to draw of one subject, where the options leave it open too.
     *
     * @param stage whether a stage was chosen
     * @param heads whether the command draws all heads as well, and so names them among what there is
     * @throws Refusal if there is no such thing, or the format does not show it
     */
    public What what(boolean stage, Format format, boolean heads) {
        boolean film = what != null && what.equalsIgnoreCase(FILM);
        boolean other = !film && what != null && !what.equalsIgnoreCase("stage");
        if ((film && format != Format.GIF) || (other && format == Format.GIF)) {
            throw new Refusal("A film of all stages is a .gif file, and a .gif file shows all stages: "
                    + "write --what gif -o FILE.gif, or choose .png, .svg or .pdf.");
        }
        if (film || format == Format.GIF) {
            return What.STAGE;
        }
        if (what == null) {
            return stage ? What.STAGE : What.HEATMAP;
        }
        return heads
                ? StyleOptions.one("--what", what, What.values(), FILM, HEADS)
                : StyleOptions.one("--what", what, What.values(), FILM);
    }

    /** Seconds a stage, in a GIF. */
    public double pace() {
        Gif.check(pace);
        return pace;
    }

    public boolean force() {
        return force;
    }
}
