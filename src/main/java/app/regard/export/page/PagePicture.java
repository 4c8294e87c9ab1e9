package app.regard.export.page;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.Markup;
import app.regard.export.picture.SvgBrush;
import app.regard.stage.Exportable;
import app.regard.stage.patches.PatchPicture;
import java.util.List;

/** The part of a card that is a picture: what a lab made, or a row over the patches of an image. */
final class PagePicture {
    private final PageStyles styles;
    private final View look;

    PagePicture(PageStyles styles, View look) {
        this.styles = styles;
        this.look = look;
    }

    /** Writes the figures, and with which settings they came about. */
    void markup(Markup out, Exportable lab) {
        String widest = lab instanceof PatchPicture ? "520px" : "940px"; // of a square the height counts
        List<Figure> light = lab.figures(new PageSetup(0, 0, look));
        List<Figure> dark = lab.figures(new PageSetup(0, 0, look.withTheme(Theme.DARK)));
        for (int i = 0; i < light.size(); i++) {
            PageBrush drawn = PageBrush.of(light.get(i), dark.get(i), styles);
            String box = "0 0 " + SvgBrush.number(light.get(i).width()) + " "
                    + SvgBrush.number(light.get(i).height());
            out.open(
                    "svg",
                    "xmlns=http://www.w3.org/2000/svg",
                    "style=width: 100%; max-width: " + widest,
                    "viewBox=" + box);
            out.open("title").text(lab.about()).close("title");
            drawn.shapes().forEach(out::raw);
            drawn.texts().forEach(out::raw);
            out.close("svg");
        }
        out.leaf("p", lab.about(), "class=quiet");
        if (!lab.guesses().isEmpty()) {
            guesses(out, lab.guesses());
        }
    }

    /** Answers to choose from; each holds ready what is said of it, and the sentence is seen after one was chosen. */
    private static void guesses(Markup out, List<Exportable.Guess> guesses) {
        out.open("div", "class=guesses");
        out.leaf("p", "What do you expect? Choose, and see; what is below comes after.", "class=told");
        for (Exportable.Guess guess : guesses) {
            out.open("details").leaf("summary", guess.text(), "dir=auto").leaf("p", guess.answer(), "dir=auto");
            out.close("details");
        }
        out.close("div");
    }
}
