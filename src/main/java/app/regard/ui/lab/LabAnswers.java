package app.regard.ui.lab;

import app.regard.lab.Answer;
import app.regard.lab.Gesture;
import app.regard.lab.Setup;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;

/** The answers of a lab to a gesture, carried out in the window; where there is none to a click, the click opens. */
record LabAnswers(LabModel model, Gesture gesture) implements Answer.Listener {
    /** Carries out what the lab makes of a gesture, if there is anything to see. */
    static void of(LabModel model, Gesture gesture) {
        LabLook now = model.look().get();
        Setup<?> as = model.setup().get();
        if (now == null || as == null) {
            return;
        }
        try {
            as.answer(gesture, now.shown(), new LabAnswers(model, gesture));
        } catch (Refusal e) {
            model.results.refuse(e);
        }
    }

    @Override
    public void nothing() {
        if (gesture.kind() == Gesture.Kind.CLICK) {
            model.opens(gesture.at()).ifPresent(this::go);
        }
    }

    @Override
    public void settings(LabState changed) {
        model.session().useLab(changed);
    }

    @Override
    public void change(Experiment changed) {
        model.session().change(e -> changed);
    }

    @Override
    public void go(Moment there) {
        model.session().open(there);
    }
}
