package app.regard.words;

import java.util.ArrayList;
import java.util.List;

/** A library that keeps a list of the texts that it really splits. */
public final class CountedSplits {
    private final List<String> texts = new ArrayList<>();
    private final Library library = new Library(text -> {
        texts.add(text);
        return Tokenizer.split(text, Library.MOST_WORDS);
    });

    public Library library() {
        return library;
    }

    /** What was split since this was asked for last. */
    public List<String> taken() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
