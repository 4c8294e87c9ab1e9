package app.regard.export.picture;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.View;
import app.regard.stage.AskedPair;
import app.regard.stage.Highlighter;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.stage.patches.PatchFigure;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The composer that puts the figures of screen and stages on a sheet of their own, with margins, ground and caption. */
public final class PictureComposer {
    static final double MOST_STRIP = 150;

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
            case STAGE -> new StagePicture(subject, picture).one();
            case ARCS -> d.arcs();
            case BARS -> d.bars();
            case PATCHES -> d.patches();
            case SHEET -> new StagePicture(subject, picture).all();
        };
    }

    /** All eight stages, each as a picture of its own and of one size. */
    public static List<Figure> stages(Subject subject, Picture picture) {
        List<Figure> all = new ArrayList<>();
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            all.add(of(subject, picture.at(What.STAGE, number, picture.query()).withVariant(0)));
        }
        return all;
    }

    private Figure heatMap() {
        Weights w = subject.weights();
        int words = Math.max(w.a().rows(), w.a().cols());
        StagePicture stages = new StagePicture(subject, picture);
        Figure map = picture.height() > 0
                ? WeightFigures.heatMap(w, words, stages.coloured(new Frame(picture.width(), picture.height(), view)))
                : picture.width() > 0
                        ? WeightFigures.heatMapAcross(w, picture.width(), view, stages::coloured)
                        : WeightFigures.heatMap(w, pitch(words), view, stages::coloured);
        Figure marked = stages.marked(map);
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
                : WeightFigures.arcsHeight(subject.weights(), width, MOST_STRIP, view);
        return WeightFigures.strip(
                subject.weights(),
                subject.before(),
                picture.query(),
                OptionalInt.empty(),
                AskedPair.NONE,
                new Frame(width, height, view));
    }

    private Figure bars() {
        double text = view.textScale();
        int shown = Math.min(11, subject.weights().to().size());
        double width = picture.width() > 0 ? picture.width() : 420;
        double height = picture.height() > 0 ? picture.height() : (shown * 23 + 56) * text;
        double head = 30 * text;
        String title = Words.quoted(subject.weights().from().shown(picture.query())) + " attends to";
        Figure bars = WeightFigures.bars(
                subject.weights(),
                subject.before(),
                picture.query(),
                OptionalInt.empty(),
                AskedPair.NONE,
                new Frame(width, height - head, view));
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
                : PatchFigure.room(w, subject.image(), picture.width(), view);
        Figure base = PatchFigure.of(w, picture.query(), subject.image(), frame);
        return picture.focus()
                ? base.with(PatchFigure.over(base, w, picture.query(), AskedPair.NONE, view), 0, 0)
                : base;
    }

    private Mark text(String text, double x, double y, Lettering.Style style, ColourRole tone) {
        return new Mark.Text(text, x, y, style, palette.of(tone), Mark.Anchor.START, 0);
    }
}
