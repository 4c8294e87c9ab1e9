package app.regard.ui.session;

import app.regard.file.PlainFile;
import app.regard.source.AttentionFiles;
import app.regard.source.ImageFile;
import app.regard.source.LaidImage;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Weights;
import app.regard.transformer.ModelFolder;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** The loading of what lies in files, away from the window's thread: attention, its tokens, and models' folders. */
public record FileLoader(
        ExperimentModel experimentModel,
        AttentionFiles files,
        TrainedModel model,
        Navigation navigation,
        TaskRunner tasks,
        TaskRunner.Slot images) {
    private Experiment now() {
        return experimentModel.experiment().get();
    }

    /** A file of a model's folder holds no attention: it stands for the model. */
    void openAttention(Path file) {
        ModelFolder.around(file)
                .ifPresentOrElse(this::openModel, () -> fetch(() -> files.open(PlainFile.require(file)), true));
    }

    /** Shows something else of the file that is shown, on the tokens that belong to it. */
    public void useFile(BiFunction<AttentionFiles, Experiment, Experiment> other) {
        Experiment now = now();
        if (now.source().traits().file()) {
            fetch(() -> other.apply(files, now), true);
        }
    }

    /** Takes the tokens of a text file, one a line, for the file that is shown. */
    public void useTokens(Path file) {
        Experiment now = now();
        fetch(() -> files.named(now, PlainFile.require(file)), false);
    }

    /** Lays an image under the patches that are shown; where that cannot be, it is said and what is shown stays. */
    public void openImage(Path file) {
        Weights w = navigation.shown().get().weights();
        if (!navigation.shown().get().patched()) {
            experimentModel.say(new Notice(
                    Notice.Kind.PROBLEM,
                    "An image lies under attention over its patches, g × g tokens or one more: open a file with such "
                            + "attention first. Here " + w.to().size() + " answer."));
            return;
        }
        tasks.latest(
                TaskRunner.Worker.FILES,
                images,
                progress -> ImageFile.lay(file),
                image -> {
                    experimentModel.leaving(History.Kind.CHOICE);
                    navigation.arrange(is -> is.with(Optional.of(image)));
                },
                why -> experimentModel.say(new Notice(Notice.Kind.PROBLEM, String.valueOf(why.getMessage()))));
    }

    /** Lays the image of a moment under its patches, and none where it has none; one that is gone or changed is told. */
    void lay(Moment of) {
        Moment.Image wanted = of.image();
        Optional<LaidImage> now = navigation.shown().get().image();
        if (now.map(LaidImage::file).equals(Optional.ofNullable(wanted))) {
            return;
        }
        images.forget();
        navigation.arrange(is -> is.with(Optional.empty()));
        if (wanted != null) {
            tasks.latest(
                    TaskRunner.Worker.FILES,
                    images,
                    progress -> ImageFile.again(wanted),
                    image -> navigation.arrange(is -> is.with(Optional.of(image))),
                    why -> missing(
                            of,
                            why.getMessage() + " The weights are shown over a plain grid: choose the image again "
                                    + "beside the heat map (Image…), then update the card."));
        }
    }

    /** Says that an image is missing, and says it again once what it belongs to is shown. */
    private void missing(Moment of, String why) {
        Notice said = new Notice(Notice.Kind.PROBLEM, why);
        experimentModel.say(said);
        if (experimentModel.awaited().busy().get()) {
            navigation.shown().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends ViewState> shown, ViewState was, ViewState is) {
                    if (!is.content().equals(was.content())) {
                        shown.removeListener(this);
                        if (is.experiment().equals(of.experiment())) {
                            experimentModel.say(said);
                        }
                    }
                }
            });
        }
    }

    void openModel(Path folder) {
        Experiment now = now();
        String id = folder.toAbsolutePath().normalize().toString();
        Supplier<Experiment> first = () -> now.withTrained(model.first(id));
        experimentModel.fetch(first, id, any -> new Notice(Notice.Kind.CHANGE, model.about(id)), Navigation.Place.KEEP);
    }

    /** @param afresh whether it is another file or array, which begins with its first head */
    private void fetch(Supplier<Experiment> from, boolean afresh) {
        Function<Content, Notice> opened = content -> new Notice(Notice.Kind.HINT, WeightsContent.opened(content));
        Function<Content, Notice> same = content -> Notice.NONE;
        Navigation.Place first = new Navigation.Place(0, 0, "", true);
        experimentModel.fetch(from, "", afresh ? opened : same, afresh ? first : Navigation.Place.KEEP);
    }
}
