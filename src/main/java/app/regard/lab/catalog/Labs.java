package app.regard.lab.catalog;

import app.regard.lab.Lab;
import app.regard.lab.ask.Bet;
import app.regard.lab.ask.ClassBets;
import app.regard.lab.ask.Quiz;
import app.regard.lab.ask.Truths;
import app.regard.lab.change.Comparison;
import app.regard.lab.change.Contribution;
import app.regard.lab.change.Cross;
import app.regard.lab.change.Distance;
import app.regard.lab.change.Editing;
import app.regard.lab.change.Growing;
import app.regard.lab.change.HeadsTogether;
import app.regard.lab.change.Order;
import app.regard.lab.change.Parts;
import app.regard.lab.change.Placing;
import app.regard.lab.change.TwoLayers;
import app.regard.lab.learn.Discover;
import app.regard.lab.learn.Induction;
import app.regard.lab.learn.Teach;
import app.regard.lab.look.AllHeads;
import app.regard.lab.look.WordThroughLayers;
import app.regard.lab.measure.Cost;
import app.regard.lab.measure.Scaling;
import app.regard.lab.measure.Sink;
import app.regard.trace.Refusal;
import java.util.List;

/** The labs that a window or a command knows. */
public record Labs(List<Lab<?>> all) {
    /** All labs of this program: a new one is one line here. */
    public static final Labs ALL = new Labs(List.of(
            new AllHeads(),
            new WordThroughLayers(),
            new Editing(),
            new Comparison(),
            new Order(),
            new Distance(),
            new Contribution(),
            new Parts(),
            new TwoLayers(),
            new Cross(),
            new HeadsTogether(),
            new Growing(),
            new Placing(),
            new Scaling(),
            new Cost(),
            new Sink(),
            new Teach(),
            new Discover(),
            new Induction(),
            new Bet(),
            new Quiz(),
            new ClassBets(),
            new Truths()));

    public Labs {
        all = List.copyOf(all);
    }

    /**
     * Returns the lab with an id.
     *
     * @throws Refusal if there is none; the message names those there are
     */
    public Lab<?> named(String id) {
        return all.stream()
                .filter(lab -> lab.about().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no lab “" + id + "”. Choose one of "
                        + String.join(
                                ", ", all.stream().map(lab -> lab.about().id()).toList())
                        + "."));
    }
}
