package app.regard.ui.export;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.draw.View;
import app.regard.export.picture.CardPictures;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Ground;
import app.regard.export.picture.PanelSheet;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.What;
import app.regard.file.Lesson;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cards of a lesson, to be taken away as pictures: a file each, or chosen ones as panels of one sheet.
 *
 * @param chosen the cards' numbers, from 1
 * @param each whether every card becomes a file of its own
 * @param known what was computed for cards that are drawn again
 */
record CardsExport(Lesson lesson, Set<Integer> chosen, boolean each, Known known) implements Exportable {
    /** What cards show, computed once. */
    record Known(Resolver resolver, Map<Moment, Subject> subjects, Map<Moment, Exportable> labs)
            implements CardPictures.Contents {
        @Override
        public Subject subject(Moment of, Progress progress) {
            return subjects.computeIfAbsent(of, m -> resolver.subject(m, progress));
        }

        @Override
        public Optional<Exportable> lab(Moment of, Progress progress) {
            return Optional.ofNullable(of.lab())
                    .map(lab -> labs.computeIfAbsent(of, m -> LabPage.of(Labs.ALL, m, lab, resolver, progress)));
        }
    }

    /** All cards of a lesson, on one sheet. */
    static CardsExport of(Lesson lesson, Resolver resolver) {
        Set<Integer> all =
                IntStream.rangeClosed(1, lesson.cards().size()).boxed().collect(Collectors.toSet());
        return new CardsExport(
                lesson, all, false, new Known(resolver, new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    CardsExport with(Set<Integer> other) {
        return new CardsExport(lesson, other, each, known);
    }

    CardsExport withEach(boolean other) {
        return new CardsExport(lesson, chosen, other, known);
    }

    private List<Integer> order() {
        return chosen.stream().sorted().toList();
    }

    private CardPictures pictures(Picture look) {
        return new CardPictures(known, What.STAGE, look);
    }

    /** Computes what is drawn, away from the window's thread. */
    void prepare(Progress progress) {
        pictures(Picture.of(What.STAGE, 1, 0, View.USUAL)).panels(lesson, drawn(), progress);
    }

    /** The cards that the preview shows: of files of their own the first. */
    private List<Integer> drawn() {
        return each ? order().stream().limit(1).toList() : order();
    }

    /** Writes a file for each chosen card. */
    void write(PictureChoices wanted, Picture look, Function<String, Path> place, Progress progress)
            throws IOException {
        FileSize size = wanted.size();
        pictures(look).write(lesson, order(), wanted.format(), size, place, false, progress);
    }

    @Override
    public String title() {
        return lesson.title().isBlank()
                ? lesson.cards().get(0).moment().experiment().text()
                : lesson.title();
    }

    @Override
    public String about() {
        int first = drawn().get(0);
        return known.subject(lesson.cards().get(first - 1).moment(), Progress.NONE)
                .about();
    }

    @Override
    public String kind() {
        return "cards";
    }

    @Override
    public String what() {
        return "Cards of the lesson";
    }

    @Override
    public List<Figure> figures(PageSetup page) {
        Picture look =
                Picture.of(What.STAGE, 1, 0, new PictureStyle(page.view(), Ground.THEME, false, page.width(), 0));
        List<PanelSheet.Panel> panels = pictures(look).panels(lesson, drawn(), Progress.NONE);
        return List.of(each ? panels.get(0).unframed() : PanelSheet.unframed(panels, page.width(), page.view()));
    }

    @Override
    public Map<String, NumberTable> numbers() {
        return Map.of();
    }

    @Override
    public void json(OutputStream to) throws IOException {
        throw new UnsupportedOperationException("cards are taken away as pictures");
    }
}
