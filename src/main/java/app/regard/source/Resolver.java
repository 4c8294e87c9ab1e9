package app.regard.source;

import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.words.Library;
import java.util.List;

/** The one road from an experiment to what there is to look at, for every kind of source, for window and command line. */
public final class Resolver {
    private final Library library;
    private final ForwardPasses model;
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
        this.library = library;
        this.model = model;
        providers = List.of(new TableProvider(library), new TrainedProvider(model));
    }

    /**
     * What there is to look at, computed in the caller's thread.
     *
     * @param progress is told how far it is, and may end it
     * @throws Refusal if there is nothing; the message says what to do
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public Content content(Experiment e, Progress progress) {
        return provider(e.source()).content(e, progress);
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
     * All layers of the trained model for a text.
     *
     * @throws Refusal if there is no model, or no word in the text
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public ForwardPass passed(String text, Progress progress) {
        return model.passed(text, progress);
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
