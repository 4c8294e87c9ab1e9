package app.regard.lab.catalog;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.PageSetup;
import app.regard.lab.Panel;
import app.regard.stage.Exportable;
import app.regard.trace.NumberTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** One panel of a lab, as a figure of its own. */
record PanelPage(LabPage page, Panel panel) implements Exportable {
    @Override
    public String title() {
        return page.title();
    }

    @Override
    public String about() {
        return page.about();
    }

    @Override
    public String kind() {
        return page.kind() + "-" + panel.id();
    }

    @Override
    public String what() {
        return panel.title();
    }

    @Override
    public List<Figure> figures(PageSetup setup) {
        Frame room = panel.room(setup.view());
        double width = setup.width() == 0 ? room.width() : setup.width();
        double height = setup.height() == 0 ? LabPage.head(setup.view()) + room.height() : setup.height();
        return List.of(LabPage.panel(panel, new Frame(width, height, setup.view())));
    }

    @Override
    public Map<String, NumberTable> numbers() {
        return Map.of(panel.id(), panel.numbers());
    }

    @Override
    public void json(OutputStream to) throws IOException {
        page.json(to);
    }
}
