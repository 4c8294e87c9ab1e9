package app.regard.cli.options;

import app.regard.draw.ColourRange;
import app.regard.draw.Figure;
import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Svg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The options of a picture that decide nothing in it: whichever of their values is taken, the same is drawn. */
public final class IdleOptions {
    private static final String WHY = "this picture has nothing that they decide; leave them out";

    /** For each option two looks that differ in what it decides, and so in every picture that shows any of that. */
    private static final Map<String, List<UnaryOperator<View>>> LOOKS = Map.of(
            "--colours", List.of(v -> v.withRamp(Ramp.BLUE), v -> v.withRamp(Ramp.CIVIDIS)),
            "--max", List.of(v -> v.withRange(range(v, 1e-3)), v -> v.withRange(range(v, 1e6))),
            "--log", List.of(v -> v.withRange(logarithmic(v, false)), v -> v.withRange(logarithmic(v, true))),
            "--decimals", List.of(v -> v.withDecimals(0), v -> v.withDecimals(6)),
            "--no-legend", List.of(v -> v.withLegend(false), v -> v.withLegend(true)),
            "--no-labels", List.of(v -> v.withLabels(false), v -> v.withLabels(true)));

    private IdleOptions() {}

    /**
     * Refuses what was given and decides nothing.
     *
     * @param view how the picture looks
     * @param draw draws all that there is in such a look
     * @throws picocli.CommandLine.ParameterException if an option was given in vain
     */
    public static void refuse(Command command, View view, Function<View, List<Figure>> draw) {
        command.unused(
                WHY,
                LOOKS.entrySet().stream()
                        .filter(look -> command.given(look.getKey()))
                        .filter(look ->
                                !look.getKey().equals("--colours") || view.ramp() != Ramp.GREY) // all is grey then
                        .filter(look -> same(
                                draw.apply(look.getValue().get(0).apply(view)),
                                draw.apply(look.getValue().get(1).apply(view))))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toArray(String[]::new));
    }

    private static ColourRange range(View view, double most) {
        return new ColourRange(most, view.range().logarithmic());
    }

    private static ColourRange logarithmic(View view, boolean log) {
        return new ColourRange(view.range().most(), log);
    }

    /** Whether two pictures are one, as a drawing program would see them. */
    static boolean same(List<Figure> one, List<Figure> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(i -> Arrays.equals(drawing(one.get(i)), drawing(other.get(i))));
    }

    private static byte[] drawing(Figure figure) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Svg.write(figure, FileSize.scaled(1), "", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
    }
}
