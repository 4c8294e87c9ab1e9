package app.regard.ui.session;

import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.ui.kit.TaskRunner;
import app.regard.words.Library;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an experiment is resolved: short sentences at once, the rest away from the window's thread. */
final class Computing {
    /** Up to this many words everything is computed and painted at once. */
    static final int AT_ONCE = 64;

    private final Resolver resolver;
    private final TaskRunner tasks;
    private final TaskRunner.Slot asked = new TaskRunner.Slot();

    Computing(Resolver resolver, TaskRunner tasks) {
        this.resolver = resolver;
        this.tasks = tasks;
    }

    /**
     * The result of a request.
     *
     * @param content what there is to show, or nothing
     * @param said why there is nothing; else what is to be known of it, or empty
     */
    record Result(Experiment of, Optional<Content> content, String said) {}

    /** Whether it is so much that the window should not wait for it. */
    boolean takesLong(Experiment e) {
        Library library = resolver.library();
        String keys = e.keyText() == null ? e.text() : e.keyText();
        return !e.source().traits().table() || library.longer(e.text(), AT_ONCE) || library.longer(keys, AT_ONCE);
    }

    /** Computes now. */
    Result at(Experiment now, @Nullable Experiment before) {
        forget();
        return computed(now, before, Progress.NONE);
    }

    /**
     * Computes away from the window's thread; of several requests only the newest is answered, and the older ones end where
     * they next may.
     *
     * @param file whether a file has to be read for it, which must not hold up sentences
     * @param what says, away from that thread too, what is asked for
     * @param before what it is compared with, or null
     * @param done is told what came of it
     * @param failed is told why it cannot even be asked
     */
    void later(
            boolean file,
            Supplier<Experiment> what,
            @Nullable Experiment before,
            Consumer<Result> done,
            Consumer<String> failed) {
        tasks.latest(
                file ? TaskRunner.Worker.FILES : TaskRunner.Worker.RESOLVE,
                asked,
                progress -> computed(what.get(), before, progress),
                done,
                e -> failed.accept(String.valueOf(e.getMessage())));
    }

    void forget() {
        asked.forget();
    }

    private Result computed(Experiment of, @Nullable Experiment before, Progress progress) {
        try {
            Content content = resolver.content(of, before, progress);
            Sentence from = content.weights().from();
            Sentence to = content.weights().to();
            String said = Stream.of(content.caution(), Words.unseen(from, to), tooLong(of, content.read()))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining(" "));
            return new Result(of, Optional.of(content), said);
        } catch (Refusal refusal) {
            return new Result(of, Optional.empty(), String.valueOf(refusal.getMessage()));
        }
    }

    private static String tooLong(Experiment of, Sentence read) {
        int all = read.size() + read.left();
        if (read.left() == 0) {
            return "";
        }
        return of.source().traits().trained()
                ? "The sentence has " + all + " word pieces, special ones among them: the model reads " + read.size()
                        + " at most. The rest stays in the field."
                : "The sentence has " + all + " words: the first " + read.size()
                        + " take part. The rest stays in the field.";
    }
}
