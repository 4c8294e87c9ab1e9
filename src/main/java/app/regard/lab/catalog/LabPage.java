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
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A lab as a page to be taken away: its question, what it says, and its panels beside each other.
 *
 * @param sentence what the lab was made on
 */
public record LabPage(About lab, String sentence, LabState state, Snapshot shown) implements Exportable {
    private static final double WIDTH = 940;
    private static final double PANEL_HEIGHT = 300;
    private static final double GAP = 32;
    private static final double TITLE = 26;

    /**
     * What comes of the lab of a moment, at its last step.
     *
     * @throws app.regard.trace.Refusal if there is no such lab, or nothing comes of it
     */
    public static LabPage of(Labs labs, Moment here, LabState lab, Resolver resolver, Progress progress) {
        Content seen = resolver.content(here.experiment(), progress);
        Setup<?> setup = Setup.begin(labs.named(lab.id()), here, seen).fitted(lab.settings());
        Outcome outcome = setup.run(resolver, Run.of(progress));
        Snapshot last = outcome.at(outcome.length() - 1);
        return new LabPage(setup.lab().about(), here.experiment().text(), setup.state(), last);
    }

    @Override
    public String title() {
        return sentence;
    }

    @Override
    public String about() {
        return state.settings().entrySet().stream()
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
    public List<Figure> figures(PageSetup page) {
        View view = page.view();
        double text = view.textScale();
        double width = page.natural() ? WIDTH : page.width();
        int across = shown.panels().size() > 1 && width >= 560 ? 2 : 1;
        int down = (shown.panels().size() + across - 1) / across;
        Paragraph question = Paragraph.of(lab.question(), view.bold(22), width, 2);
        Paragraph said = Paragraph.of(shown.said(), view.plain(13.5), width, 6);
        double top = question.height() + said.height() + 30 * text;
        double high = page.natural() ? PANEL_HEIGHT * text : Math.max(60, (page.height() - top) / down - GAP);
        List<Mark> marks = new ArrayList<>(question.marks(0, 0, view.palette().of(ColourRole.INK)));
        marks.addAll(said.marks(0, question.height() + 6, view.palette().of(ColourRole.INK)));
        Figure sheet = new Figure(width, top + down * (high + GAP) - GAP, marks, List.of());
        double wide = (width - (across - 1) * GAP) / across;
        for (int i = 0; i < shown.panels().size(); i++) {
            int row = i / across;
            sheet = sheet.with(
                    panel(shown.panels().get(i), new Frame(wide, high, view)),
                    i % across * (wide + GAP),
                    top + row * (high + GAP));
        }
        return List.of(sheet);
    }

    private static Figure panel(Panel panel, Frame frame) {
        View view = frame.view();
        double head = TITLE * view.textScale();
        Figure base = panel.base(frame.withSize(frame.width(), frame.height() - head));
        Paragraph title = Paragraph.of(panel.title(), view.bold(13), frame.width(), 1);
        return new Figure(
                        frame.width(),
                        frame.height(),
                        title.marks(0, 0, view.palette().of(ColourRole.INK)),
                        List.of())
                .with(base, 0, head)
                .with(panel.marks(base, Pointed.NOTHING, view), 0, head);
    }

    @Override
    public Map<String, NumberTable> numbers() {
        Map<String, NumberTable> all = new LinkedHashMap<>();
        shown.panels().forEach(panel -> all.put(panel.id(), panel.numbers()));
        return all;
    }
}
