package app.regard.ui.app;

import app.regard.export.data.LabNumbers;
import app.regard.file.FileName;
import app.regard.lab.catalog.LabPage;
import app.regard.ui.export.ExportPane;
import app.regard.ui.export.PictureExport;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Overlay;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lab.LabModel;
import app.regard.ui.lab.LabPane;
import app.regard.ui.session.Saving;
import java.util.List;

/** Takes the lab that is open away: as a picture by the pane for pictures, as numbers, or as a card of the lesson. */
final class LabAway implements LabPane.Takes {
    private final LabModel lab;
    private final PictureExport export;
    private final FileDialogs files;
    private final TaskRunner background;
    private final Overlay overlay;
    private final Runnable addCard;

    LabAway(
            LabModel lab,
            PictureExport export,
            FileDialogs files,
            TaskRunner background,
            Overlay overlay,
            Runnable addCard) {
        this.lab = lab;
        this.export = export;
        this.files = files;
        this.background = background;
        this.overlay = overlay;
        this.addCard = addCard;
    }

    @Override
    public void picture() {
        lab.page().ifPresent(page -> {
            ExportPane pane = new ExportPane(export.of(page), background, overlay::close);
            overlay.open(pane, pane.first(), pane::closed);
        });
    }

    @Override
    public void json() {
        lab.page()
                .ifPresent(page -> save(
                        page,
                        "json",
                        (out, progress) ->
                                LabNumbers.json(out, page.state(), page.shown().said(), panels(page))));
    }

    @Override
    public void csv(String panel) {
        lab.page()
                .ifPresent(page -> save(
                        page,
                        "csv",
                        (out, progress) -> LabNumbers.csv(
                                out,
                                panel,
                                page.shown().panel(panel).orElseThrow().numbers())));
    }

    @Override
    public void card() {
        addCard.run();
    }

    private static List<LabNumbers.Panel> panels(LabPage page) {
        return page.shown().panels().stream()
                .map(p -> new LabNumbers.Panel(p.id(), p.title(), p.numbers()))
                .toList();
    }

    private void save(LabPage page, String ending, Saving.Body body) {
        if (export.saving().ready()) {
            files.save("Save the numbers", FileName.suggest(page.title(), page.kind(), ending), ending)
                    .ifPresent(file -> export.saving().file(file, body));
        }
    }
}
