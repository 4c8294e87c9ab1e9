package app.regard.ui.session;

import app.regard.file.PlainFile;
import app.regard.source.AttentionFiles;
import app.regard.source.ImageFile;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Weights;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

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

    void openAttention(Path file) {
        fetch(() -> files.open(PlainFile.require(file)), true);
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
                progress -> ImageFile.read(file),
                image -> navigation.arrange(is -> is.with(Optional.of(image))),
                why -> experimentModel.say(new Notice(Notice.Kind.PROBLEM, String.valueOf(why.getMessage()))));
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
