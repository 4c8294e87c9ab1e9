package app.regard.export.picture;

import app.regard.draw.Area;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Formula;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.Spot;
import app.regard.draw.Typesetter;
import app.regard.draw.View;
import app.regard.stage.AskedPair;
import app.regard.stage.Focus;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.WeightFigures;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.stage.Whys;
import app.regard.stage.vectors.AskedVectors;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The painter of stages as pictures: one with all that is said of it, or all eight on one sheet. */
final class StagePicture {
    /** Products that need more width stand in pictures of their own. */
    private static final double WIDEST_TOGETHER = 2400;

    private static final int MOST_LINES = 5;
    private static final double PANEL_WIDTH = 760;
    private static final double PANEL_HEIGHT = 290;
    private static final double LEAST_PANEL = 160;

    /** Where two columns would be narrower, there is one. */
    private static final double NARROWEST_PANEL = 340;

    private final Subject subject;
    private final Picture picture;
    private final View view;
    private final Palette palette;

    StagePicture(Subject subject, Picture picture) {
        this.subject = subject;
        this.picture = picture;
        this.view = picture.style().drawn();
        this.palette = view.palette();
    }

    /** One stage under its name and formula, with the sentence and the line Why. */
    Figure one() {
        Trace t = subject.needed();
        int n = Math.max(subject.weights().from().size(), subject.weights().to().size());
        int across = Math.max(n, Math.min(24, t.in().head().dModel()));
        double[] liked = Stages.of(picture.stage()).liked(t, view);
        boolean together = variant(t) == 0 && liked[0] <= WIDEST_TOGETHER;
        double usual = Math.max(860, Math.min(2000, 420 + 38.0 * across));
        double width = picture.width() > 0 ? picture.width() : Math.max(usual, together ? liked[0] : 0);
        double strip = WeightFigures.stripHeight(subject.weights(), width, PictureComposer.MOST_STRIP, view);
        double text = view.textScale();
        Figure formula = formula(picture.stage(), width);
        double top = 34 * text + formula.height() + 4;
        double down = top + strip + 14;
        double foot = 30 * text;
        double matrices = Math.max(260, Math.min(80 + 46.0 * n, Math.max(632, Math.min(1300, 80 + 24.0 * n))));
        matrices = together ? Math.max(matrices, liked[1]) : matrices;
        double height = picture.height() > 0 ? picture.height() : down + matrices + foot;
        Frame frame = new Frame(width, height - down - foot, view, variant(t), Map.of());
        Figure base = base(t, picture.stage(), frame);
        Why why = Whys.of(t, picture.query(), asked(t, picture.stage(), base));
        AskedPair pair = picture.focus()
                ? AskedPair.of(new Focus(picture.stage(), picture.query(), false, null), why.of())
                : AskedPair.NONE;
        Frame strips = new Frame(width, strip, view);
        // on a page the whole calculation stands, on as many lines as it takes
        Lettering.Style face = view.plain(13);
        String spoken = WhyText.formula(why, view.decimals() + 2);
        Paragraph arithmetic = Paragraph.of(spoken, face, width, picture.height() > 0 ? 1 : MOST_LINES);
        double more = arithmetic.height() - Paragraph.of("1", face, width, 1).height();
        List<Mark> lines = arithmetic.marks(0, -face.size(), palette.of(ColourRole.INK));
        Figure sheet = new Figure(width, height + more, List.of(), List.of())
                .with(title(picture.stage(), true, width), 0, 0)
                .with(formula, 0, 32 * text)
                .with(
                        WeightFigures.strip(
                                t.weights(), subject.before(), picture.query(), OptionalInt.empty(), pair, strips),
                        0,
                        top);
        return sheet.with(highlighted(t, picture.stage(), base, why), 0, down)
                .with(new Figure(0, 0, lines, List.of()), 0, height - 4);
    }

    private int variant(Trace t) {
        List<String> ways = Stages.of(picture.stage()).variants(t);
        if (picture.variant() < 0 || picture.variant() >= ways.size()) {
            throw new Refusal("Stage " + picture.stage() + " can be shown in "
                    + (ways.size() == 1 ? "one way only." : ways.size() + " ways: " + String.join(", ", ways) + "."));
        }
        return picture.variant();
    }

    /** The matrices, with room for what is asked about where that is marked. */
    private Figure base(Trace t, int number, Frame frame) {
        Frame both = coloured(frame);
        return marked(
                picture.focus()
                        ? AskedVectors.base(Stages.of(number), t, picture.query(), both)
                        : Stages.of(number).base(t, picture.query(), both));
    }

    /** As far as colours have to run for the numbers from before too. */
    Frame coloured(Frame frame) {
        return subject.content().map(c -> c.coloured(frame, picture.query())).orElse(frame);
    }

    /** With marks on what is the reader's own, or other than before. */
    Figure marked(Figure figure) {
        return subject.content()
                .map(c -> c.marked(figure, picture.query(), view))
                .orElse(figure);
    }

    private Figure highlighted(Trace t, int number, Figure base, Why why) {
        if (!picture.focus()) {
            return base;
        }
        Focus focus = new Focus(number, picture.query(), false, null);
        Figure over = subject.content()
                .map(c -> c.over(base, focus, why, view))
                .orElseGet(() -> AskedVectors.over(
                        Highlighter.over(base, t, focus, why, spot -> Whys.of(t, picture.query(), spot), view),
                        base,
                        t,
                        focus,
                        why.of(),
                        view));
        return base.bare().with(over, 0, 0);
    }

    /** The stage's own cell, or the like in the matrix that the way shown leads to. */
    private Spot asked(Trace t, int number, Figure base) {
        Spot own = Stages.of(number).start(t, picture.query());
        List<Area> areas = base.areas();
        if (areas.isEmpty() || base.boxOf(own).isPresent()) {
            return own;
        }
        String last = "";
        for (Area area : areas) {
            last = area.first().map(Spot::matrix).orElse(last);
        }
        return Part.named(last)
                .filter(part -> part.has(t, picture.query(), 0))
                .map(part -> part.largest(t, picture.query(), picture.query()))
                .orElse(own);
    }

    /** With its number before it, or with the steps behind it where there is room for them. */
    private Figure title(int number, boolean steps, double width) {
        double base = 20 * view.textScale();
        String of = number + " / " + Stages.ALL.size();
        double before = steps ? 0 : Lettering.width(String.valueOf(number), view.bold(20)) + 10;
        String title = Lettering.fit(Stages.of(number).title(subject.needed()), view.bold(20), width - before);
        double behind = before + Lettering.width(title, view.bold(20)) + 10;
        List<Mark> marks = new ArrayList<>(List.of(text(title, before, base, view.bold(20), ColourRole.INK)));
        if (!steps) {
            marks.add(text(String.valueOf(number), 0, base, view.bold(20), ColourRole.QUERY));
        } else if (behind + Lettering.width(of, view.bold(13)) <= width) {
            marks.add(text(of, behind, base, view.bold(13), ColourRole.QUIET));
        }
        return new Figure(0, 0, marks, List.of());
    }

    private Figure formula(int number, double width) {
        return Typesetter.figure(Formula.of(Stages.of(number).formula(subject.needed())), width, view);
    }

    /** All stages in two columns where there is room for them, read line by line, each under its formula, under the sentence. */
    Figure all() {
        Trace t = subject.needed();
        double text = view.textScale();
        double between = 2 * PictureFrame.MARGIN;
        int across = picture.width() > 0 && (picture.width() - between) / 2 < NARROWEST_PANEL ? 1 : 2;
        double wide = picture.width() > 0 ? (picture.width() - (across - 1) * between) / across : PANEL_WIDTH;
        double width = across * wide + (across - 1) * between;
        double strip = WeightFigures.stripHeight(subject.weights(), width, PictureComposer.MOST_STRIP, view);
        int stages = Stages.ALL.size();
        int lines = (stages + across - 1) / across;
        double gap = 30;
        double room = picture.height() > 0 ? (picture.height() - strip) / lines - gap : 0;
        Figure sheet = new Figure(0, 0, List.of(), List.of())
                .with(
                        WeightFigures.strip(
                                t.weights(),
                                subject.before(),
                                picture.query(),
                                OptionalInt.empty(),
                                AskedPair.NONE,
                                new Frame(width, strip, view)),
                        0,
                        0);
        double y = strip + gap;
        for (int first = 1; first <= stages; first += across) {
            List<Figure> formulas = IntStream.range(first, Math.min(stages + 1, first + across))
                    .mapToObj(number -> formula(number, wide))
                    .toList();
            double head = 40 * text
                    + formulas.stream().mapToDouble(Figure::height).max().orElse(0);
            double high = Math.max(LEAST_PANEL, room > 0 ? room - head : PANEL_HEIGHT * text);
            for (int f = 0; f < formulas.size(); f++) {
                int number = first + f;
                double x = f * (wide + between);
                Figure base = base(t, number, new Frame(wide, high, view));
                sheet = sheet.with(title(number, false, wide), x, y)
                        .with(formulas.get(f), x, y + 32 * text)
                        .with(
                                highlighted(t, number, base, Whys.of(t, picture.query(), asked(t, number, base))),
                                x,
                                y + head);
            }
            y += head + high + gap;
        }
        return new Figure(width, y, sheet.marks(), List.of());
    }

    private Mark text(String text, double x, double y, Lettering.Style style, ColourRole tone) {
        return new Mark.Text(text, x, y, style, palette.of(tone), Mark.Anchor.START, 0);
    }
}
