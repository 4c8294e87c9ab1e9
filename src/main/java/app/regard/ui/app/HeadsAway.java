package app.regard.ui.app;

import app.regard.file.FileName;
import app.regard.heads.HeadsTable;
import app.regard.ui.export.ExportPane;
import app.regard.ui.export.PictureExport;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Overlay;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lab.HeadsPane;
import app.regard.ui.session.HeadsTaken;
import app.regard.ui.session.Saving;

/** The export of all heads: as a picture by the pane for pictures, or what they do as numbers. */
public final class HeadsAway implements HeadsPane.Takes {
    private final PictureExport pictureExport;
    private final FileDialogs files;
    private final TaskRunner tasks;
    private final Overlay overlay;

    public HeadsAway(PictureExport pictureExport, FileDialogs files, TaskRunner tasks, Overlay overlay) {
        this.pictureExport = pictureExport;
        this.files = files;
        this.tasks = tasks;
        this.overlay = overlay;
    }

    @Override
    public void picture(HeadsTaken heads) {
        ExportPane pane = new ExportPane(pictureExport.of(heads), tasks, overlay::back, overlay::close);
        overlay.over(pane, pane.first(), pane::closed);
    }

    @Override
    public void csv(HeadsTaken heads) {
        save(heads, "csv", (out, progress) -> HeadsTable.csv(out, heads.does()));
    }

    @Override
    public void json(HeadsTaken heads) {
        save(heads, "json", (out, progress) -> HeadsTable.json(out, heads.title(), heads.origin(), heads.does()));
    }

    /** What becomes of it is told in the window, so nothing stays open over it. */
    private void save(HeadsTaken heads, String ending, Saving.Body body) {
        if (!pictureExport.saving().ready()) {
            overlay.close();
            return;
        }
        files.save("Save what the heads do", FileName.suggest(heads.title(), "heads", ending), ending)
                .ifPresent(file -> {
                    overlay.close();
                    pictureExport.saving().file(file, body);
                });
    }
}
