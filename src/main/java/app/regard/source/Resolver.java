package app.regard.source;

import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.transformer.ModelShape;
import app.regard.transformer.Transformer;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one road from an experiment to what there is to look at, for every kind of source, for window and command line. */
public final class Resolver {
    private final Library library;
    private final ForwardPasses model;
    private final AttentionFiles files;
    private final List<Provider> providers;

    /**
     * Resolves what needs a table only.
     *
     * @param library the tables, hand-made heads and examples
     */
    public Resolver(Library library) {
        this(library, new NoModel());
    }

    /**
     * Resolves everything.
     *
     * @param library the tables, hand-made heads and examples
     * @param model what passes of the trained model are asked of
     */
    public Resolver(Library library, ForwardPasses model) {
        this(library, model, new AttentionFiles());
    }

    private Resolver(Library library, ForwardPasses model, AttentionFiles files) {
        this.library = library;
        this.model = model;
        this.files = files;
        providers = List.of(
                new TaughtProvider(library),
                new LayeredProvider(library),
                new TableProvider(library),
                new TrainedProvider(model),
                files);
    }

    /** Returns a resolver with these tables and files, and another way to the trained model: that of who waits for it. */
    public Resolver with(ForwardPasses other) {
        return new Resolver(library, other, files);
    }

    /**
     * Computes the content of an experiment in the caller's thread.
     *
     * @param progress is told how far it is, and may end it
     * @throws Refusal if there is nothing; the message says what to do
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public Content content(Experiment e, Progress progress) {
        return provider(e.source()).content(e, progress);
    }

    /**
     * The same, compared with what another experiment comes to; one that comes to nothing here is left out.
     *
     * @param before the experiment that was kept, or null
     */
    public Content content(Experiment e, @Nullable Experiment before, Progress progress) {
        Content now = content(e, progress);
        if (before == null) {
            return now;
        }
        try {
            return now.comparedWith(before, content(before, progress));
        } catch (Refusal nothing) {
            return now;
        }
    }

    /** The content of a moment, compared with what was kept in it. */
    public Content content(Moment of, Progress progress) {
        return content(of.experiment(), of.before(), progress);
    }

    /**
     * The content of a moment as it is taken away, its image under its patches.
     *
     * @throws Refusal as {@link #content}, and if there is an image that cannot be read, or is not the one that it was
     */
    public Subject subject(Moment of, Progress progress) {
        return laid(content(of, progress), of);
    }

    /** The same of what was computed already. */
    public static Subject laid(Content seen, Moment of) {
        Subject subject = seen.subject(of.experiment());
        Moment.Image image = of.image();
        return image == null
                ? subject
                : subject.over(Optional.of(ImageFile.again(image).bitmap()));
    }

    /**
     * Checks a recipe that somebody else wrote, without a model or a file, which may not be here.
     *
     * @throws Refusal if it has no word, or its table, head or edits are not there for any sentence
     */
    public void check(Experiment e) {
        if (!library.longer(e.text(), 0) || (e.keyText() != null && !library.longer(e.keyText(), 0))) {
            throw new Refusal("There is no word in the sentence.");
        }
        provider(e.source()).check(e);
    }

    /**
     * All heads of the trained model, or of the file, that an experiment is of; each is read when it is asked for.
     *
     * @throws Refusal if its source has no numbered heads, or as {@link #content}
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public Heads heads(Experiment e, Progress progress) {
        return provider(e.source()).heads(e, progress);
    }

    /**
     * All layers of a trained model for a text.
     *
     * @param of whose model it is; where it has none, the one that comes with the program
     *
     * @throws Refusal if there is no model, or no word in the text
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public ForwardPass passed(Experiment of, String text, Progress progress) {
        return model.passed(model(of).id(), text, progress);
    }

    /**
     * The trained model that an experiment is of, read if need be.
     *
     * @throws Refusal if there is no such model
     * @throws java.util.concurrent.CancellationException if the reading is ended
     */
    public Transformer transformer(Experiment of) {
        return model.model(model(of).id());
    }

    /**
     * What is known of the trained model that an experiment is of; where it has none, of the one that comes with the program.
     *
     * @throws Refusal if there is no such model
     */
    public ModelShape model(Experiment of) {
        Source source = of.source();
        return source.traits().trained() ? model.shape(source.table()) : model.shape();
    }

    /** The files of attention that are open. */
    public AttentionFiles files() {
        return files;
    }

    /** The tables, hand-made heads and examples. */
    public Library library() {
        return library;
    }

    private Provider provider(Source source) {
        return providers.stream()
                .filter(p -> p.serves(source))
                .findFirst()
                .orElseThrow(() -> new Refusal("“" + source.table() + "” cannot be resolved here."));
    }
}
