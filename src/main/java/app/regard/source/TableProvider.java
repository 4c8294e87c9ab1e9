package app.regard.source;

import app.regard.engine.Attention;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.words.Library;

/** Tables of vectors with hand-made or random heads. */
record TableProvider(Library library) implements Provider {
    @Override
    public boolean serves(Source source) {
        return source.traits().table();
    }

    @Override
    public void check(Experiment e) {
        library.resolve(e);
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        return new TraceContent(Attention.trace(library.resolve(e)));
    }
}
