package app.regard.lab.catalog;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.PageSetup;
import app.regard.draw.Paragraph;
import app.regard.draw.View;
import app.regard.lab.About;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Exportable;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A lab as a page to be taken away: its question, what it says, and its panels beside each other.
 *
 * @param subject what the lab was made on: a sentence, or the lab's own title
 * @param of the experiment that it began from
 * @param settings those of the state as a reader sees them
 */
public record LabPage(
        About lab, String subject, Experiment of, LabState state, Map<String, String> settings, Snapshot shown)
        implements Exportable {
    private static final double WIDTH = 940;
    private static final double GAP = 32;
    private static final double TITLE = 26;

    /** Narrower pages have their panels below each other. */
    private static final double TWO_ACROSS = 560;

    /** The width that panels beside the main one keep. */
    private static final double SIDE = 260;

    /**
     * Runs the lab of a moment and returns its last step.
     *
     * @throws app.regard.trace.Refusal if there is no such lab, or nothing comes of it
     */
    public static LabPage of(Labs labs, Moment here, LabState lab, Resolver resolver, Progress progress) {
        Content seen = resolver.content(here.experiment(), progress);
        Setup<?> setup = Setup.begin(labs.named(lab.id()), here, seen).fitted(lab.settings());
        Outcome outcome = setup.run(resolver, Run.of(progress));
        Snapshot last = outcome.at(outcome.length() - 1);
        return of(setup, last);
    }

    /** The page of what came of a lab. */
    public static LabPage of(Setup<?> setup, Snapshot shown) {
        return new LabPage(
                setup.lab().about(), setup.subject(), setup.here().experiment(), setup.state(), setup.legible(), shown);
    }

    @Override
    public String title() {
        return subject;
    }

    @Override
    public String about() {
        return settings.entrySet().stream()
                .map(s -> s.getKey() + " " + s.getValue())
                .collect(Collectors.joining(" · ", "Lab " + state.id() + ": ", ""));
    }

    @Override
    public String kind() {
        return state.id();
    }

    @Override
    public String what() {
        return "This lab, as it is seen now";
    }

    @Override
    public List<Exportable> pieces() {
        return panels().size() < 2
                ? List.of()
                : panels().stream()
                        .map(panel -> (Exportable) new PanelPage(this, panel))
                        .toList();
    }

    private List<Panel> panels() {
        return shown.panels().stream().filter(Panel::onPages).toList();
    }

    @Override
    public List<Figure> figures(PageSetup page) {
        View view = page.view();
        boolean wide = page.width() == 0 || page.width() >= TWO_ACROSS;
        boolean beside = wide && panels().size() > 1 && panels().get(0).main();
        double width = page.width() == 0 ? beside ? besideWidth(view) : WIDTH : page.width();
        Paragraph question = Paragraph.of(lab.question(), view.bold(22), width, 2);
        Paragraph said = Paragraph.of(shown.said(), view.plain(13.5), width, 6);
        double top = question.height() + said.height() + 30 * view.textScale();
        List<Mark> marks = new ArrayList<>(question.marks(0, 0, view.palette().of(ColourRole.INK)));
        marks.addAll(said.marks(0, question.height() + 6, view.palette().of(ColourRole.INK)));
        Figure body = beside ? beside(page, width, page.height() - top) : table(page, width, page.height() - top);
        return List.of(new Figure(width, top + body.height(), marks, List.of()).with(body, 0, top));
    }

    private double besideWidth(View view) {
        List<Panel> all = panels();
        double side = all.subList(1, all.size()).stream()
                .mapToDouble(p -> p.room(view).width())
                .max()
                .orElse(0);
        return all.get(0).room(view).width() + GAP + side;
    }

    /** The main panel, and the others below each other beside it. */
    private Figure beside(PageSetup page, double width, double height) {
        View view = page.view();
        List<Panel> others = panels().subList(1, panels().size());
        Panel main = panels().get(0);
        double wide = page.width() == 0 ? main.room(view).width() : Math.min((width - GAP) * 0.7, width - GAP - SIDE);
        double below = others.stream()
                        .mapToDouble(p -> head(view) + p.room(view).height() + GAP)
                        .sum()
                - GAP;
        double high = page.height() == 0
                ? Math.max(below, head(view) + main.room(view).height())
                : Math.max(60, height);
        Figure sheet =
                new Figure(width, high, List.of(), List.of()).with(panel(main, new Frame(wide, high, view)), 0, 0);
        double y = 0;
        for (Panel one : others) {
            double share =
                    page.height() == 0 ? head(view) + one.room(view).height() : (high + GAP) / others.size() - GAP;
            sheet = sheet.with(panel(one, new Frame(width - wide - GAP, share, view)), wide + GAP, y);
            y += share + GAP;
        }
        return sheet;
    }

    /** Two panels beside each other, where the page is wide enough; a row is as high as its highest one. */
    private Figure table(PageSetup page, double width, double height) {
        List<Panel> all = panels();
        int across = all.size() > 1 && width >= TWO_ACROSS ? 2 : 1;
        int down = (all.size() + across - 1) / across;
        double wide = (width - (across - 1) * GAP) / across;
        Figure sheet = new Figure(width, 0, List.of(), List.of());
        double y = 0;
        for (int first = 0; first < all.size(); first += across) {
            List<Panel> row = all.subList(first, Math.min(first + across, all.size()));
            double liked = row.stream()
                    .mapToDouble(p -> p.room(page.view()).height())
                    .max()
                    .orElse(0);
            double high = page.height() == 0 ? liked : Math.max(60, height / down - GAP);
            for (int i = 0; i < row.size(); i++) {
                sheet = sheet.with(panel(row.get(i), new Frame(wide, high, page.view())), i * (wide + GAP), y);
            }
            y += high + GAP;
        }
        return new Figure(width, y - GAP, sheet.marks(), sheet.areas());
    }

    static double head(View view) {
        return TITLE * view.textScale();
    }

    static Figure panel(Panel panel, Frame frame) {
        View view = frame.view();
        double head = head(view);
        Figure base = panel.base(frame.withSize(frame.width(), frame.height() - head));
        Paragraph title = Paragraph.of(panel.title(), view.bold(13), frame.width(), 1);
        return new Figure(
                        frame.width(),
                        frame.height(),
                        title.marks(0, 0, view.palette().of(ColourRole.INK)),
                        List.of())
                .with(panel.bringsNames() ? base.bare() : base, 0, head)
                .with(panel.marks(base, Pointed.NOTHING, view), 0, head);
    }

    @Override
    public Map<String, NumberTable> numbers() {
        Map<String, NumberTable> all = new LinkedHashMap<>();
        shown.panels().forEach(panel -> all.put(panel.id(), panel.numbers()));
        return all;
    }

    @Override
    public List<Guess> guesses() {
        return shown.panels().stream().flatMap(p -> p.guesses().stream()).toList();
    }

    @Override
    public void json(OutputStream to) throws IOException {
        LabNumbers.json(to, of, state, shown);
    }

    /** Writes a line a number that is there: panel, row and column, with slashes between, and the number. */
    public void csv(OutputStream to) throws IOException {
        LabNumbers.csv(to, shown);
    }
}
