package app.regard.ui.export;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.export.picture.ExportedPicture;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureComposer;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.Png;
import app.regard.export.picture.What;
import app.regard.file.FileName;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.trace.Refusal;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.SystemFileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Saving;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The export of a picture: choices out, commands in. */
public final class PictureExport {
    /** More than this is no longer something to paste. */
    private static final long MOST_COPIED = 40_000_000;

    private static final String SHARP = ", sharp at every size";
    private static final double MILLIMETRES_TO_A_POINT = 25.4 / 72;

    private final Workspace session;
    private final FileDialogs files;
    private final Saving saving;
    private final ObjectProperty<Optional<Exportable>> other;
    private final ObjectProperty<PictureChoices> choices = new SimpleObjectProperty<>(PictureChoices.USUAL);

    public PictureExport(Workspace session, FileDialogs files, Saving saving) {
        this(session, files, saving, Optional.empty());
    }

    private PictureExport(Workspace session, FileDialogs files, Saving saving, Optional<Exportable> other) {
        this.session = session;
        this.files = files;
        this.saving = saving;
        this.other = new SimpleObjectProperty<>(other);
    }

    /** The same for what is one picture, as all heads are: in the format and with the theme that were wanted last. */
    public PictureExport of(Exportable all) {
        PictureExport taken = new PictureExport(session, files, saving, Optional.of(all));
        taken.choices.set(choices.get().ofOther());
        taken.choices.addListener(
                (o, was, is) -> choices.set(is.with(choices.get().what().orElse(What.HEATMAP))));
        return taken;
    }

    /** All heads, a lab, cards: what is taken away in place of what the window shows. */
    ObjectProperty<Optional<Exportable>> other() {
        return other;
    }

    /** The cards of a lesson, where these are taken away. */
    Optional<CardsExport> cards() {
        return other.get().filter(CardsExport.class::isInstance).map(CardsExport.class::cast);
    }

    /** Returns the kind of picture that is wanted; it stays as it was last. */
    public ObjectProperty<PictureChoices> choices() {
        return choices;
    }

    Workspace session() {
        return session;
    }

    public Saving saving() {
        return saving;
    }

    ViewState shown() {
        return session.shown().get();
    }

    public Subject subject() {
        return shown().subject();
    }

    /** What is taken away: the window's stages as they are wanted now, or what else it is. */
    Exportable exportable() {
        return other.get().orElseGet(this::stages);
    }

    private StagesExport stages() {
        return new StagesExport(shown(), choices.get().picture(shown()), List.of());
    }

    /** The picture as it is wanted now, or the frames of the film; drawn when asked, on whatever thread that is. */
    TaskRunner.Work<List<Figure>> figures() {
        PictureChoices wanted = choices.get();
        if (wanted.film()) {
            StagesExport film = stages();
            return progress -> PictureComposer.stages(film.subject(), film.picture());
        }
        Exportable all = exportable();
        PictureStyle style = wanted.style(shown());
        Optional<CardsExport> cards = cards();
        return progress -> {
            cards.ifPresent(c -> c.prepare(progress));
            return List.of(ExportedPicture.of(all, style));
        };
    }

    /** How large the picture will be, in words. */
    static String size(Figure figure, PictureChoices wanted) {
        FileSize size = wanted.size();
        if (size.millimetres() > 0 || (wanted.format() == Format.PDF && !size.fixed())) {
            double mm = size.points(figure) * MILLIMETRES_TO_A_POINT;
            String paper = tenths(figure.width() * mm) + " × " + tenths(figure.height() * mm) + " mm";
            return paper + (wanted.pixels() ? ", " + pixels(figure, size.pixels(figure)) : SHARP);
        }
        return wanted.pixels() || size.fixed()
                ? pixels(figure, size.pixels(figure)) + (wanted.pixels() ? "" : SHARP)
                : grouped(figure.width()) + " × " + grouped(figure.height()) + " units" + SHARP;
    }

    private static String pixels(Figure figure, double scale) {
        return grouped(Png.side(figure.width(), scale)) + " × " + grouped(Png.side(figure.height(), scale)) + " pixels";
    }

    private static String tenths(double number) {
        return DecimalFormatter.chosen(Math.rint(number * 10) / 10);
    }

    private static String grouped(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', '\u202F');
    }

    /** Why the picture cannot be made in this size, before any work. */
    public static Optional<String> problem(Figure figure, PictureChoices wanted) {
        if (!wanted.pixels()) {
            return Optional.empty();
        }
        try {
            Png.check(figure, wanted.size().pixels(figure));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    /**
     * Asks where to and saves the picture.
     *
     * @return whether the reader said where to
     */
    public boolean savePicture() {
        PictureChoices wanted = choices.get();
        Optional<CardsExport> each = cards().filter(CardsExport::each);
        if (each.isPresent()) {
            return saving.ready() && saveEach(each.get(), wanted);
        }
        Format format = wanted.format();
        String name = FileName.suggest(exportable().title(), exportable().kind(), format.extension());
        Saving.Body body = body(wanted);
        return saving.ready()
                && files.save("Save the picture", name, format.extension())
                        .map(file -> {
                            saving.file(file, body);
                            return true;
                        })
                        .orElse(false);
    }

    /** Asks for a folder; what is there keeps its name, and what was made is taken back where not all can be. */
    private boolean saveEach(CardsExport cards, PictureChoices wanted) {
        Optional<Path> chosen = files.folder("Choose a folder for the pictures");
        Picture look = Picture.of(What.STAGE, 1, 0, wanted.style(shown()));
        chosen.ifPresent(folder -> {
            List<Path> made = new ArrayList<>();
            saving.make(
                    "Cards of the lesson",
                    progress -> {
                        try {
                            cards.write(wanted, look, name -> free(folder.resolve(name), made), progress);
                            return made;
                        } catch (IOException | RuntimeException e) {
                            for (Path file : made) {
                                Files.deleteIfExists(file);
                            }
                            throw e;
                        }
                    },
                    all -> saving.said(all.get(0), all.size() > 1 ? " With it " + (all.size() - 1) + " more." : ""));
        });
        return chosen.isPresent();
    }

    private static Path free(Path wanted, List<Path> made) {
        Path file = SystemFileDialogs.free(wanted);
        made.add(file);
        return file;
    }

    private Saving.Body body(PictureChoices wanted) {
        FileSize size = wanted.size();
        if (wanted.film()) {
            StagesExport film = stages();
            return (out, progress) ->
                    wanted.format().write(film.subject(), film.picture(), size, wanted.pace(), out, progress);
        }
        Exportable all = exportable();
        PictureStyle style = wanted.style(shown());
        boolean transparent = style.ground() == Ground.TRANSPARENT;
        return (out, progress) -> {
            Figure figure = ExportedPicture.of(all, style);
            progress.at(0.5);
            wanted.format().write(figure, all.title(), transparent, size, out, progress);
        };
    }

    /** Puts the picture on the clipboard, in pixels whatever the format. */
    public void copyPicture() {
        PictureChoices wanted = choices.get();
        Exportable all = exportable();
        PictureStyle style = wanted.style(shown());
        boolean transparent = style.ground() == Ground.TRANSPARENT;
        saving.make(
                "picture",
                progress -> {
                    Figure figure = ExportedPicture.of(all, style);
                    double scale = wanted.size().pixels(figure);
                    if (figure.width() * figure.height() * scale * scale > MOST_COPIED) {
                        throw new Refusal("The picture is too large to be copied: choose a smaller size, or save it.");
                    }
                    return image(Png.image(figure, scale, transparent));
                },
                image -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(image);
                    Clipboard.getSystemClipboard().setContent(content);
                    session.say(new Notice(Notice.Kind.HINT, "The picture is copied: paste it where you want it."));
                });
    }

    private static WritableImage image(BufferedImage from) {
        int width = from.getWidth();
        int height = from.getHeight();
        int[] pixels = from.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /** Begins with what a figure shows. */
    void prefer(What what) {
        choices.set(choices.get().with(offers(what) ? what : What.HEATMAP));
    }

    /** Whether there is such a thing in what is shown. */
    boolean offers(What what) {
        return what == What.PATCHES
                ? shown().patched()
                : !what.needsTrace() || shown().trace().isPresent();
    }

    /** Takes back a choice of stages that are not there now. */
    public void revalidate() {
        choices.get().what().ifPresent(this::prefer);
    }
}
