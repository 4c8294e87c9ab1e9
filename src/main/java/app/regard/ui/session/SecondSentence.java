package app.regard.ui.session;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;

/** What a second sentence, which answers the first, does not go with. */
final class SecondSentence {
    private SecondSentence() {}

    /** Why an experiment cannot be, in words that say what to do; empty where it can. */
    static String refusal(Experiment e) {
        if (e.keyText() == null || e.source().traits().file()) { // the tokens of a file that answer are its own
            return "";
        }
        if (!e.source().traits().table()) {
            return (e.source().traits().trained() ? "A trained head" : "A layer")
                    + " reads one sentence, and its words answer each other: take the second sentence away "
                    + "first, or choose another head.";
        }
        return e.mask().kind() == Mask.Kind.NONE
                ? ""
                : "A causal or local mask needs one sentence, for words of two sentences are neither before nor beside "
                        + "each other: choose mask none, or take the second sentence away.";
    }
}
