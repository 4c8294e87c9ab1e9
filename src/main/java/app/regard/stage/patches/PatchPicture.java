package app.regard.stage.patches;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.PageSetup;
import app.regard.stage.AskedPair;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.stage.Words;
import app.regard.trace.NumberTable;
import app.regard.trace.Weights;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * What one token attends to over the patches of an image, as a picture for pages and sheets.
 *
 * @param query the token's place, from 0
 */
public record PatchPicture(Subject subject, int query) implements Exportable {
    @Override
    public String title() {
        return what();
    }

    @Override
    public String about() {
        return "What " + Words.quoted(subject.weights().from().shown(query)) + " attends to · " + subject.about();
    }

    @Override
    public String kind() {
        return "patches";
    }

    @Override
    public String what() {
        return "Patches of an image";
    }

    @Override
    public List<Figure> figures(PageSetup page) {
        Weights w = subject.weights();
        Frame liked = PatchFigure.room(w, subject.image(), 0, page.view());
        double width = page.width() > 0 ? Math.min(page.width(), liked.width()) : liked.width();
        Frame room = PatchFigure.room(w, subject.image(), width, page.view());
        boolean low = page.height() > 0 && page.height() < room.height();
        Frame frame = low ? new Frame(width, page.height(), page.view()) : room;
        Figure base = PatchFigure.of(w, query, subject.image(), frame);
        return List.of(base.with(PatchFigure.over(base, w, query, AskedPair.NONE, page.view()), 0, 0));
    }

    @Override
    public Map<String, NumberTable> numbers() {
        return Map.of();
    }

    @Override
    public void json(OutputStream to) {
        throw new UnsupportedOperationException("patches are taken away as pictures");
    }
}
