package app.regard.export.sheet;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Mark;
import app.regard.draw.PageSetup;
import app.regard.draw.Paragraph;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.FormPage;
import app.regard.export.picture.Pdf;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.stage.patches.PatchPicture;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A class sheet of a lesson, card by card: what a lab made, with its figures and what it says, else an exercise and its key. */
public final class LessonSheet {
    private static final int MOST_TITLE_LINES = 2;
    private static final int MOST_LINES = 12;

    private LessonSheet() {}

    /**
     * A card of the lesson.
     *
     * @param choices the word whose way is computed by hand, and what it is compared with
     * @param lab what a lab made of it, or null
     */
    public record Card(
            String title,
            String notes,
            @Nullable Trace trace,
            SheetChoices choices,
            @Nullable Exportable lab) {
        /**
         * A card of a moment.
         *
         * @param s what it shows; over an image the picture of its patches takes the place of an exercise
         * @throws Refusal if there are neither stages to compute by hand nor an image
         */
        public static Card of(
                String title, String notes, Subject s, Moment m, SheetChoices choices, @Nullable Exportable lab) {
            if (lab == null && s.image().isPresent()) {
                int query = Math.min(m.query(), s.weights().from().size() - 1);
                return new Card(title, notes, null, choices, new PatchPicture(s, query));
            }
            return new Card(
                    title,
                    notes,
                    s.trace()
                            .orElseThrow(
                                    () -> new Refusal("The card “" + title + "” has no stages to compute by hand.")),
                    choices,
                    lab);
        }
    }

    private static List<FormPage> form(List<Card> cards, View view) {
        View light = view.withTheme(Theme.LIGHT).withTextScale(1);
        List<FormPage> pages = new ArrayList<>();
        for (Card card : cards) {
            if (card.lab() != null) {
                pages.add(FormPage.printed(page(card, card.lab(), light)));
            } else {
                pages.addAll(exercise(card, view));
            }
        }
        return pages;
    }

    private static List<FormPage> exercise(Card card, View view) {
        try {
            return ClassSheet.form(Objects.requireNonNull(card.trace()), card.choices(), view);
        } catch (Refusal e) {
            throw new Refusal("The card “" + card.title() + "”: " + e.getMessage());
        }
    }

    private static Figure page(Card card, Exportable lab, View view) {
        double inner = ClassSheet.INNER;
        double margin = ClassSheet.MARGIN;
        int ink = view.palette().of(ColourRole.INK);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rectangle(new Box(0, 0, ClassSheet.WIDTH, ClassSheet.HEIGHT), 0, 0xFFFFFFFF, 0, 0));
        double y = margin;
        Paragraph title = Paragraph.of(card.title(), view.bold(20), inner, MOST_TITLE_LINES);
        marks.addAll(title.marks(margin, y, ink));
        y += title.height() + 6;
        for (String line : List.of("“" + lab.title() + "”", card.notes(), lab.about())) {
            Paragraph text = Paragraph.of(line, view.plain(12), inner, MOST_LINES);
            marks.addAll(text.marks(margin, y, ink));
            y += text.height() + 6;
        }
        y += 10;
        double room = ClassSheet.HEIGHT - margin - y;
        Figure page = new Figure(ClassSheet.WIDTH, ClassSheet.HEIGHT, marks, List.of());
        for (Figure figure : fitting(lab, inner, room, view)) {
            page = page.with(figure, margin, y);
            y += figure.height() + 12;
        }
        return page;
    }

    /** As high as they like to be, else as high as the page. */
    private static List<Figure> fitting(Exportable lab, double width, double room, View view) {
        List<Figure> natural = lab.figures(new PageSetup(width, 0, view));
        double high = natural.stream().mapToDouble(f -> f.height() + 12).sum();
        return high <= room ? natural : lab.figures(new PageSetup(width, room, view));
    }

    /** Writes the pages as a PDF, its fonts embedded, each blank a text field. */
    public static void write(String title, List<Card> cards, View view, OutputStream to, Progress progress)
            throws IOException {
        Pdf.form(form(cards, view), "Class sheet: " + title, to, progress);
    }
}
