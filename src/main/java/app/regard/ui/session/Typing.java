package app.regard.ui.session;

import app.regard.trace.Experiment;

/** The sentences of an experiment as they are typed. */
public record Typing(ExperimentModel model) {
    /** Takes another sentence that asks. */
    public void type(String text) {
        Experiment now = model.experiment().get();
        take(now.withText(text), now.text(), text);
    }

    /** Takes another sentence that answers, where one does. */
    public void typeKeys(String text) {
        Experiment now = model.experiment().get();
        if (now.keyText() != null) {
            take(now.withKeyText(text), now.keyText(), text);
        }
    }

    private void take(Experiment next, String before, String text) {
        if (!text.equals(before)) {
            model.typed(
                    next, text.isBlank() || before.isBlank()); // an emptied field ends one sentence and begins another
        }
    }
}
