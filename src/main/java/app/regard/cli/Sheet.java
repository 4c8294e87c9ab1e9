package app.regard.cli;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.Tone;
import app.regard.draw.View;
import app.regard.draw.WordStrip;
import app.regard.stage.Focus;
import app.regard.stage.Light;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.stage.WhyText;
import app.regard.stage.Whys;
import app.regard.trace.Trace;
import java.util.List;
import java.util.OptionalInt;

/** One stage on one sheet: its name, the words with arcs, its matrices with what is lit, and the Why line. */
final class Sheet {
    private Sheet() {}

    private static final double MARGIN = 24;

    static Figure of(Trace t, int number, int query, double width, double height, View view) {
        Stage stage = Stages.of(number);
        Palette palette = view.palette();
        double inner = width - 2 * MARGIN;
        Figure sheet = new Figure(
                width,
                height,
                List.of(
                        new Mark.Rectangle(new Box(0, 0, width, height), 0, palette.of(Tone.GROUND), 0, 0),
                        text(
                                "STEP " + number + " / " + Stages.ALL.size(),
                                MARGIN,
                                30,
                                view.bold(11),
                                palette.of(Tone.QUIET)),
                        text(stage.title(), MARGIN, 54, view.bold(20), palette.of(Tone.INK))),
                List.of());
        List<String> words = t.weights().to().words();
        double strip = WordStrip.height(words, inner, 110, view);
        sheet = sheet.with(
                WeightFigures.strip(t.weights(), query, OptionalInt.empty(), new Frame(inner, strip, view)),
                MARGIN,
                70);
        double top = 70 + strip + 14;
        Frame frame = new Frame(inner, height - top - 62, view);
        Figure base = stage.base(t, query, frame);
        Spot asked = stage.start(t, query);
        Focus focus = new Focus(number, query, false, null);
        sheet = sheet.with(base, MARGIN, top).with(Light.over(base, t, focus, asked, view), MARGIN, top);
        String why = WhyText.formula(Whys.of(t, query, asked), view.decimals() + 2);
        String fitted = Lettering.fit(why, view.plain(13), inner);
        return sheet.with(
                new Figure(0, 0, List.of(text(fitted, 0, 0, view.plain(13), palette.of(Tone.INK))), List.of()),
                MARGIN,
                height - 26);
    }

    /** The heat map alone on a sheet. */
    static Figure heatMap(Trace t, int query, double side, View view) {
        Palette palette = view.palette();
        double inner = side - 2 * MARGIN;
        int words = Math.max(t.weights().from().size(), t.weights().to().size());
        Figure map = WeightFigures.heatMap(t.weights(), words, new Frame(inner, inner, view));
        Spot asked = Stages.of(6).start(t, query);
        return new Figure(
                        side,
                        side,
                        List.of(new Mark.Rectangle(new Box(0, 0, side, side), 0, palette.of(Tone.PANEL), 0, 0)),
                        List.of())
                .with(map, MARGIN, MARGIN)
                .with(Light.over(map, t, new Focus(6, query, false, null), asked, view), MARGIN, MARGIN);
    }

    private static Mark text(String text, double x, double y, Lettering.Style style, int colour) {
        return new Mark.Text(text, x, y, style, colour, Mark.Anchor.START, 0);
    }
}
