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
import app.regard.stage.Words;
import app.regard.stage.patches.PatchFigure;
import app.regard.stage.vectors.AskedVectors;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The composer that puts the figures of screen and stages on a sheet of their own, with margins, ground and caption. */
public final class PictureComposer {
    private static final double MOST_STRIP = 150;
    /** Products that need more width stand in pictures of their own. */
    private static final double WIDEST_TOGETHER = 2400;

    private static final int MOST_LINES = 5;
    private static final double PANEL_WIDTH = 760;
    private static final double PANEL_HEIGHT = 290;
    private static final double LEAST_PANEL = 160;

    private final Subject subject;
    private final Picture picture;
    private final View view;
    private final Palette palette;

    private PictureComposer(Subject subject, Picture picture) {
        this.subject = subject;
        this.picture = picture;
        // black on white, whatever the window's theme: light ink would vanish
        this.view = picture.style().drawn();
        this.palette = view.palette();
    }

    /**
     * The picture as one figure, its ground included.
     *
     * @throws app.regard.trace.Refusal if it shows stages, and there is no trace
     */
    public static Figure of(Subject subject, Picture picture) {
        return PictureFrame.around(unframed(subject, picture), subject.title(), subject.about(), picture.style());
    }

    /** The same without margins, ground and caption. */
    public static Figure unframed(Subject subject, Picture picture) {
        PictureComposer d = new PictureComposer(subject, picture);
        return switch (picture.what()) {
            case HEATMAP -> d.heatMap();
            case STAGE -> d.stage();
            case ARCS -> d.arcs();
            case BARS -> d.bars();
            case PATCHES -> d.patches();
            case SHEET -> d.sheet();
        };
    }

    /** All eight stages, each as a picture of its own and of one size. */
    public static List<Figure> stages(Subject subject, Picture picture) {
        List<Figure> all = new ArrayList<>();
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            Picture one = new Picture(
                    What.STAGE,
                    number,
                    picture.query(),
                    picture.view(),
                    picture.ground(),
                    picture.focus(),
                    picture.caption(),
                    picture.width(),
                    picture.height());
            all.add(of(subject, one));
        }
        return all;
    }

    private Figure heatMap() {
        Weights w = subject.weights();
        int words = Math.max(w.a().rows(), w.a().cols());
        Figure map = picture.height() > 0
                ? WeightFigures.heatMap(w, words, coloured(new Frame(picture.width(), picture.height(), view)))
                : picture.width() > 0
                        ? WeightFigures.heatMapAcross(w, picture.width(), view, this::coloured)
                        : WeightFigures.heatMap(w, pitch(words), view, this::coloured);
        Figure marked = marked(map);
        return picture.focus() ? marked.bare().with(Highlighter.row(map, picture.query(), view), 0, 0) : marked;
    }

    /** Cells large enough for their numbers while that keeps the map on a page, and at least one unit large always. */
    private static double pitch(int words) {
        return words <= 6 ? 76 : words <= 12 ? 52 : words <= 24 ? 36 : words <= 64 ? 16 : Math.max(1, 1000 / words);
    }

    private Figure arcs() {
        double width = picture.width() > 0 ? picture.width() : 760;
        double height = picture.height() > 0
                ? picture.height()
                : WeightFigures.stripHeight(subject.weights(), width, MOST_STRIP, view);
        int query = picture.focus() ? picture.query() : 0;
        return WeightFigures.strip(subject.weights(), query, OptionalInt.empty(), new Frame(width, height, view));
    }

    private Figure bars() {
        double text = view.textScale();
        int shown = Math.min(11, subject.weights().to().size());
        double width = picture.width() > 0 ? picture.width() : 420;
        double height = picture.height() > 0 ? picture.height() : (shown * 23 + 56) * text;
        double head = 30 * text;
        String title = Words.quoted(subject.weights().from().word(picture.query())) + " attends to";
        Figure bars = WeightFigures.bars(
                subject.weights(), picture.query(), OptionalInt.empty(), new Frame(width, height - head, view));
        return new Figure(
                        width,
                        height,
                        List.of(text(
                                Lettering.fit(title, view.bold(15), width),
                                0,
                                16 * text,
                                view.bold(15),
                                ColourRole.INK)),
                        List.of())
                .with(bars, 0, head);
    }

    private Figure patches() {
        Weights w = subject.weights();
        Frame frame = picture.height() > 0
                ? new Frame(picture.width(), picture.height(), view)
                : picture.width() > 0
                        ? PatchFigure.roomAcross(w, subject.image(), picture.width(), view)
                        : PatchFigure.room(w, subject.image(), view);
        Figure base = PatchFigure.of(w, picture.query(), subject.image(), frame);
        return picture.focus()
                ? base.with(PatchFigure.over(base, w, picture.query(), AskedPair.NONE, view), 0, 0)
                : base;
    }

    private Figure stage() {
        Trace t = subject.needed();
        int n = Math.max(subject.weights().from().size(), subject.weights().to().size());
        int across = Math.max(n, Math.min(24, t.in().head().dModel()));
        double[] liked = Stages.of(picture.stage()).liked(t, view);
        boolean together = variant(t) == 0 && liked[0] <= WIDEST_TOGETHER;
        double usual = Math.max(860, Math.min(2000, 420 + 38.0 * across));
        double width = picture.width() > 0 ? picture.width() : Math.max(usual, together ? liked[0] : 0);
        double strip = WeightFigures.stripHeight(subject.weights(), width, MOST_STRIP, view);
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
                .with(title(picture.stage(), true), 0, 0)
                .with(formula, 0, 32 * text)
                .with(WeightFigures.strip(t.weights(), picture.query(), OptionalInt.empty(), pair, strips), 0, top);
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
    private Frame coloured(Frame frame) {
        return subject.content().map(c -> c.coloured(frame, picture.query())).orElse(frame);
    }

    /** With marks on what is the reader's own, or other than before. */
    private Figure marked(Figure figure) {
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

    private Figure title(int number, boolean steps) {
        double text = view.textScale();
        String title = Stages.of(number).title(subject.needed());
        double base = 20 * text;
        double behind = Lettering.width(steps ? title : String.valueOf(number), view.bold(20)) + 10;
        List<Mark> marks = steps
                ? List.of(
                        text(title, 0, base, view.bold(20), ColourRole.INK),
                        text(number + " / " + Stages.ALL.size(), behind, base, view.bold(13), ColourRole.QUIET))
                : List.of(
                        text(String.valueOf(number), 0, base, view.bold(20), ColourRole.QUERY),
                        text(title, behind, base, view.bold(20), ColourRole.INK));
        return new Figure(0, 0, marks, List.of());
    }

    private Figure formula(int number, double width) {
        return Typesetter.figure(Formula.of(Stages.of(number).formula(subject.needed())), width, view);
    }

    /** All stages in two columns, read line by line, each under its formula, under the sentence. */
    private Figure sheet() {
        Trace t = subject.needed();
        double text = view.textScale();
        double wide = picture.width() > 0 ? (picture.width() - 2 * PictureFrame.MARGIN) / 2 : PANEL_WIDTH;
        double width = 2 * wide + 2 * PictureFrame.MARGIN;
        double strip = WeightFigures.stripHeight(subject.weights(), width, MOST_STRIP, view);
        int stages = Stages.ALL.size();
        int lines = (stages + 1) / 2;
        double gap = 30;
        double room = picture.height() > 0 ? (picture.height() - strip) / lines - gap : 0;
        Figure sheet = new Figure(0, 0, List.of(), List.of())
                .with(
                        WeightFigures.strip(
                                t.weights(), picture.query(), OptionalInt.empty(), new Frame(width, strip, view)),
                        0,
                        0);
        double y = strip + gap;
        for (int first = 1; first <= stages; first += 2) {
            List<Figure> formulas = IntStream.rangeClosed(first, Math.min(stages, first + 1))
                    .mapToObj(number -> formula(number, wide))
                    .toList();
            double head = 40 * text
                    + formulas.stream().mapToDouble(Figure::height).max().orElse(0);
            double high = Math.max(LEAST_PANEL, room > 0 ? room - head : PANEL_HEIGHT * text);
            for (int f = 0; f < formulas.size(); f++) {
                int number = first + f;
                double x = f * (wide + 2 * PictureFrame.MARGIN);
                Figure base = base(t, number, new Frame(wide, high, view));
                sheet = sheet.with(title(number, false), x, y)
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
