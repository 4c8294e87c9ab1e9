package app.regard.lab.look;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Paragraph;
import app.regard.draw.Spot;
import app.regard.lab.Panel;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.words.Library;
import app.regard.words.SensePair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of sentences to follow a word through; each opens in the lab. */
record PairsPanel(List<SensePair> pairs, Library library) implements Panel {
    private static final double GAP = 8;
    private static final double INSET = 6;

    @Override
    public String id() {
        return "pairs";
    }

    @Override
    public String title() {
        return "Pairs of sentences";
    }

    private static Paragraph text(SensePair pair, Frame frame) {
        return Paragraph.of(
                pair.sentence() + " / " + pair.other(), frame.view().plain(12.5), frame.width() - 2 * INSET, 3);
    }

    @Override
    public Figure base(Frame frame) {
        int ink = frame.view().palette().of(ColourRole.INK);
        int card = frame.view().palette().of(ColourRole.FAINT);
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        double y = 2;
        for (int i = 0; i < pairs.size(); i++) {
            Paragraph text = text(pairs.get(i), frame);
            Box box = new Box(2, y, frame.width() - 4, text.height() + 2 * INSET);
            if (box.bottom() > frame.height()) {
                break; // no half pair
            }
            marks.add(new Mark.Rectangle(box, 6, card, 0, 0));
            marks.addAll(text.marks(box.x() + INSET, y + INSET, ink));
            areas.add(new Area.Place(new Spot(id(), i, Spot.LABEL), box));
            y = box.bottom() + GAP;
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    @Override
    public boolean onPages() {
        return false;
    }

    @Override
    public String said(Spot at) {
        SensePair pair = pairs.get(at.row());
        return pair.sentence() + " " + pair.other() + " " + pair.notice();
    }

    /** The lab on the pair's first sentence; where its words are not in the present table, in the simple one. */
    @Override
    public Optional<Moment> opens(Spot at, Moment now) {
        SensePair pair = pairs.get(at.row());
        Experiment e = now.experiment().withText(pair.sentence());
        boolean stays = e.source().traits().trained()
                || (e.source().traits().table() && library.missing(e).isEmpty());
        Experiment on = stays ? e : Experiment.of(pair.sentence(), library.simple(e.source()));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("word", pair.word());
        settings.put("with", pair.other());
        settings.put("other", pair.otherWord());
        return Optional.of(new Moment(on, now.stage(), 0).withLab(new LabState(WordThroughLayers.ID, settings)));
    }

    @Override
    public NumberTable numbers() {
        return new NumberTable(List.of(), List.of(), Matrix.zeros(0, 0));
    }
}
