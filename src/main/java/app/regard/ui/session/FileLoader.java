package app.regard.ui.session;

import app.regard.file.PlainFile;
import app.regard.source.AttentionFiles;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.ui.kit.Notice;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The loading of what lies in files, away from the window's thread: attention, its tokens, and models' folders. */
record FileLoader(ExperimentModel experimentModel, AttentionFiles files, TrainedModel model) {
    private Experiment now() {
        return experimentModel.experiment().get();
    }

    void openAttention(Path file) {
        fetch(() -> files.open(PlainFile.require(file)), true);
    }

    void useFile(BiFunction<AttentionFiles, Experiment, Experiment> other) {
        Experiment now = now();
        if (now.source().traits().file()) {
            fetch(() -> other.apply(files, now), true);
        }
    }

    void useTokens(Path file) {
        Experiment now = now();
        fetch(() -> files.named(now, PlainFile.require(file)), false);
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
