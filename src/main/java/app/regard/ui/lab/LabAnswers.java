package app.regard.ui.lab;

import app.regard.lab.Answer;
import app.regard.lab.Gesture;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;

/** The answers of a lab to a gesture, carried out in the window; where there is none to a click, the click opens. */
record LabAnswers(LabModel model, Gesture gesture) implements Answer.Listener {
    @Override
    public void nothing() {
        if (gesture.kind() == Gesture.Kind.CLICK) {
            model.go(gesture.at());
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
