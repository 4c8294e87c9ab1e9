package app.regard.lab;

import app.regard.draw.Spot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;

/** A moment with the trace that it comes to. */
public record TracedMoment(Moment here, Content content, Trace trace) {
    /**
     * Resolves a moment.
     *
     * @throws Refusal if there are only weights, or as {@link Resolver#content}
     */
    public static TracedMoment of(Moment here, Resolver resolver, Progress progress) {
        Content content = resolver.content(here.experiment(), progress);
        Trace trace = content.trace()
                .orElseThrow(
                        () -> new Refusal("This lab needs the queries, keys and values of one head: choose one under "
                                + "Head, for these weights come without them."));
        int last = trace.weights().from().size() - 1;
        Moment fitted =
                new Moment(here.experiment(), here.stage(), Math.min(here.query(), last), here.before(), here.lab());
        return new TracedMoment(fitted, content, trace);
    }

    /** The focused query's place. */
    public int query() {
        return here.query();
    }

    /** Where a cell of a matrix comes from. */
    public Why why(Part part, int row, int col) {
        return content.why(query(), new Spot(part.label(), row, col));
    }

    /** A number of a matrix. */
    public double at(Part part, int row, int col) {
        return part.grid(trace, query()).at(row, col);
    }

    /** The moment in another stage, with nothing beside it. */
    public Moment in(int stage) {
        return new Moment(here.experiment(), stage, here.query());
    }
}
