package app.regard.cli.options;

import app.regard.draw.Figure;
import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.PictureStyle;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how a plot looks as a picture. */
public final class PlotOptions {
    @Option(names = "--theme", paramLabel = "THEME", description = "For a picture: light or dark. Usually light.")
    private @Nullable String theme;

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            description = "For a picture: theme, white or transparent. Usually theme.")
    private @Nullable String ground;

    @Option(
            names = "--colours",
            paramLabel = "RAMP",
            description = "For a picture: blue, cividis or grey. Usually blue.")
    private @Nullable String ramp;

    @Option(names = "--decimals", paramLabel = "N", description = "For a picture: decimals in cells. Usually 2.")
    private @Nullable Integer decimals;

    @Option(names = "--scale", paramLabel = "X", description = "For a PNG: pixels to a unit. Usually 2.")
    private @Nullable Double scale;

    @Option(names = "--no-caption", description = "For a picture: leaves the sentences out.")
    private boolean noCaption;

    /**
     * Refuses the options where nothing is drawn.
     *
     * @throws Refusal if something is asked for that only a picture has
     */
    private void none() {
        if (theme != null
                || ground != null
                || scale != null
                || noCaption
                || ramp != null
                || decimals != null
                || print.given()
                || colours.range().chosen()) {
            throw new Refusal(
                    "--theme, --ground, --scale, --width, --label-size, --colours, --decimals, --max, --log and "
                            + "--no-caption belong to a picture: end the file in .png, .svg or .pdf.");
        }
    }

    @Mixin
    private RangeOptions colours;

    @Mixin
    private PrintOptions print;

    /**
     * The ending of the file that is written, or nothing for text in the terminal.
     *
     * @param endings those that it may have
     * @throws Refusal if it has another one, or something is asked for that only a picture has and none is drawn
     */
    public String ending(OutputOptions output, String... endings) {
        if (!output.standard()) {
            OutputOptions.requireEnding(output.file(), endings);
        }
        String name = output.file().toString().toLowerCase(Locale.ROOT);
        String ending = output.standard() ? "" : name.substring(name.lastIndexOf('.') + 1);
        if (List.of("", "json", "csv").contains(ending)) {
            none();
        }
        return ending;
    }

    /**
     * Writes the picture.
     *
     * @param draw draws it in a style
     * @throws picocli.CommandLine.ParameterException if an option was given that decides nothing of what is drawn
     */
    public void write(Command command, OutputOptions output, String title, Function<PictureStyle, Figure> draw)
            throws IOException {
        Format format = Format.of(output.file());
        refuseIdle(command, format, draw);
        PictureStyle style = style();
        Figure figure = draw.apply(style);
        boolean clear = style.ground() == Ground.TRANSPARENT;
        output.write(to -> format.write(figure, title, clear, size(), to, new ProgressBar()));
    }

    /**
     * Refuses the options that decide nothing of what is drawn.
     *
     * @param draw draws it in a style
     * @throws picocli.CommandLine.ParameterException if one was given
     */
    private void refuseIdle(Command command, Format format, Function<PictureStyle, Figure> draw) {
        if (format != Format.PNG) {
            command.unused("only .png has pixels; --width makes the picture larger", "--scale");
        }
        PictureStyle style = style();
        if (style.ground() == Ground.WHITE) {
            command.unused("ink on white is dark; choose another --ground, or leave it out", "--theme");
        }
        IdleOptions.refuse(command, style.view(), view -> List.of(draw.apply(style.with(view))));
    }

    public FileSize size() {
        double pixels = scale == null ? 2 : scale;
        if (!(pixels > 0 && pixels <= 64)) {
            throw new Refusal("--scale takes a number above 0 and up to 64, not " + pixels + ".");
        }
        if (print.given() && scale != null) {
            throw new Refusal("--width says how large everything is: leave --scale out.");
        }
        return print.width().orElse(FileSize.scaled(pixels));
    }

    public PictureStyle style() {
        Theme wanted = theme == null ? Theme.LIGHT : StyleOptions.one("--theme", theme, Theme.values());
        Ground behind = ground == null ? Ground.THEME : StyleOptions.one("--ground", ground, Ground.values());
        View view = View.USUAL
                .withTheme(wanted)
                .withRamp(ramp == null ? Ramp.BLUE : StyleOptions.one("--colours", ramp, Ramp.values()))
                .withDecimals(StyleOptions.decimals(decimals == null ? View.USUAL.decimals() : decimals))
                .withRange(colours.range());
        return new PictureStyle(view, behind, !noCaption, print.units(), 0);
    }
}
