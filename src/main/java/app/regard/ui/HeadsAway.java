package app.regard.ui;

import app.regard.file.FileName;
import app.regard.model.HeadsTable;

/** Takes all heads away: as a picture by the pane for pictures, or what they do as numbers. */
final class HeadsAway implements HeadsPane.Takes {
    private final Takeaway takeaway;
    private final Files files;
    private final Background background;
    private final Overlay overlay;

    HeadsAway(Takeaway takeaway, Files files, Background background, Overlay overlay) {
        this.takeaway = takeaway;
        this.files = files;
        this.background = background;
        this.overlay = overlay;
    }

    @Override
    public void picture(HeadsTaken heads) {
        ExportPane pane = new ExportPane(takeaway.of(heads), background, overlay::back, overlay::close);
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
        if (!takeaway.saving().ready()) {
            overlay.close();
            return;
        }
        files.save("Save what the heads do", FileName.suggest(heads.title(), "heads", ending), ending)
                .ifPresent(file -> {
                    overlay.close();
                    takeaway.saving().file(file, body);
                });
    }
}
