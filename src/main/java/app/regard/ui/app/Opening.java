package app.regard.ui.app;

import app.regard.source.ImageFile;
import app.regard.transformer.ModelFolder;
import app.regard.ui.lesson.LessonFiles;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** The opening of what comes in by its name: a lesson, attention that another program computed, an image under it, or a model’s folder. */
public record Opening(Workspace session, LessonFiles lessons) {
    /** Opens it; where a lesson would lose its changes for it, the reader is asked first. */
    public void open(Path file) {
        Optional<Path> model = model(file);
        if (model.isPresent()) {
            session.openModel(model.get());
        } else if (AttentionFileDialogs.is(file)) {
            session.openAttention(file);
        } else if (ImageFile.is(file)) {
            session.files().openImage(file);
        } else {
            lessons.open(file);
        }
    }

    /** Files may be dragged in there. */
    void droppedOn(Node place) {
        place.setOnDragOver(e -> {
            if (dragged(e.getDragboard()).isPresent()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        place.setOnDragDropped(e -> {
            Optional<Path> file = dragged(e.getDragboard());
            e.setDropCompleted(file.isPresent());
            e.consume();
            file.ifPresent(dropped -> Platform.runLater(
                    () -> { // the drag has to end first
                        place.getScene().getWindow().requestFocus(); // the keyboard was where the file came from
                        open(dropped);
                    }));
        });
    }

    /** What can be opened of what is dragged in: a lesson before attention, that before an image, and that before a model’s folder. */
    private static Optional<Path> dragged(Dragboard board) {
        return board.hasFiles()
                ? chosen(board.getFiles().stream().map(File::toPath).toList())
                : Optional.empty();
    }

    /** The file among several that is opened. */
    public static Optional<Path> chosen(List<Path> files) {
        return LessonFiles.dragged(files)
                .or(() -> AttentionFileDialogs.dragged(files))
                .or(() -> files.stream().filter(ImageFile::is).findFirst())
                .or(() -> files.stream().filter(file -> model(file).isPresent()).findFirst());
    }

    /** A folder, or that of a file which is a part of a model. */
    private static Optional<Path> model(Path file) {
        return Files.isDirectory(file) ? Optional.of(file) : ModelFolder.around(file);
    }
}
