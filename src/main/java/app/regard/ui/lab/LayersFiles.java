package app.regard.ui.lab;

import app.regard.draw.View;
import app.regard.export.data.LayersNumbers;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.LayersPicture;
import app.regard.export.picture.PictureStyle;
import app.regard.file.FileName;
import app.regard.trace.Followed;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.session.Saving;
import app.regard.ui.session.Workspace;

/** Saves a word's way through the layers: as a picture or as numbers. */
public final class LayersFiles {
    private static final double SCALE = 2;

    private final Workspace session;
    private final FileDialogs files;
    private final Saving saving;

    public LayersFiles(Workspace session, FileDialogs files, Saving saving) {
        this.session = session;
        this.files = files;
        this.saving = saving;
    }

    /** The picture, as the window looks. */
    void picture(Followed f, Format format) {
        View view = session.shown().get().view();
        PictureStyle style = PictureStyle.of(view);
        save(
                "Save the picture",
                f,
                format.extension(),
                (out, progress) -> format.write(
                        LayersPicture.of(f, style),
                        LayersPicture.title(f),
                        false,
                        FileSize.scaled(SCALE),
                        out,
                        progress));
    }

    void csv(Followed f) {
        save("Save the numbers", f, "csv", (out, progress) -> LayersNumbers.csv(out, f));
    }

    void json(Followed f) {
        save("Save the numbers", f, "json", (out, progress) -> LayersNumbers.json(out, f));
    }

    private void save(String title, Followed f, String ending, Saving.Body body) {
        if (saving.ready()) {
            String name = FileName.suggest(f.word().text(), "through the layers", ending);
            files.save(title, name, ending).ifPresent(file -> saving.file(file, body));
        }
    }
}
