package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.file.Atomic;
import app.regard.file.FileName;
import app.regard.file.Lesson;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pictures of a lesson's cards: a file each, or all as panels of one sheet.
 *
 * @param contents what a card shows
 * @param what which picture of a card that shows stages; over an image it is patches instead of a stage, and of weights alone a heat map
 * @param look how they all look; stage and word are each card's own
 */
public record CardPictures(Contents contents, What what, Picture look) {
    /** The contents of moments, computed in the caller's thread. */
    public interface Contents {
        Subject subject(Moment of, Progress progress);

        /** What its lab made, where one is open in it. */
        Optional<Exportable> lab(Moment of, Progress progress);
    }

    /**
     * A card as a panel.
     *
     * @param number the card's, from 1
     * @throws Refusal if there is nothing to show; the message names the card
     */
    public PanelSheet.Panel panel(Lesson.Card card, int number, Progress progress) {
        Moment m = card.moment();
        try {
            Subject subject = contents.subject(m, progress);
            int row = subject.content().map(seen -> seen.row(m.query())).orElse(m.query());
            int query = Math.min(row, subject.weights().from().size() - 1);
            What drawn = what == What.STAGE && subject.image().isPresent()
                    ? What.PATCHES
                    : what == What.STAGE && subject.trace().isEmpty() ? What.HEATMAP : what;
            return new PanelSheet.Panel(
                    card.name(),
                    subject,
                    look.at(drawn, m.stage(), query),
                    contents.lab(m, progress).orElse(null));
        } catch (Refusal e) {
            throw new Refusal("Card " + number + ": " + e.getMessage());
        }
    }

    /**
     * The panels of chosen cards, in their order.
     *
     * @param chosen the cards' numbers, from 1
     * @throws Refusal if none is chosen, or more than a sheet has letters for
     */
    public List<PanelSheet.Panel> panels(Lesson lesson, List<Integer> chosen, Progress progress) {
        if (chosen.size() > PanelSheet.MOST) {
            throw new Refusal("A sheet has room for " + PanelSheet.MOST + " panels: choose some of the cards.");
        }
        return each(lesson, chosen, progress);
    }

    /**
     * The panels of as many cards as there are, for pictures of their own.
     *
     * @throws Refusal if none is chosen
     */
    public List<PanelSheet.Panel> each(Lesson lesson, List<Integer> chosen, Progress progress) {
        if (chosen.isEmpty()) {
            throw new Refusal("Choose at least one card.");
        }
        List<PanelSheet.Panel> panels = new ArrayList<>();
        for (int card : chosen) {
            progress.at(panels.size() / (double) chosen.size());
            panels.add(panel(lesson.cards().get(card - 1), card, progress));
        }
        return panels;
    }

    /**
     * Writes chosen cards into files of their own.
     *
     * @param place the file for a name
     * @param replace whether files that are there are replaced
     */
    public void write(
            Lesson lesson,
            List<Integer> chosen,
            Format to,
            FileSize size,
            Function<String, Path> place,
            boolean replace,
            Progress progress)
            throws IOException {
        int done = 0;
        for (int card : chosen) {
            progress.at(done++ / (double) chosen.size());
            PanelSheet.Panel panel = panel(lesson.cards().get(card - 1), card, progress);
            Path file = place.apply(FileName.suggest(card + " " + panel.title(), "", to.extension()));
            boolean transparent = look.ground() == Ground.TRANSPARENT;
            Figure figure = panel.alone();
            Atomic.write(file, replace, out -> to.write(figure, panel.title(), transparent, size, out, Progress.NONE));
        }
        progress.at(1);
    }
}
