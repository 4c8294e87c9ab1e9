package app.regard.ui.stages;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.ui.kit.FigureView;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The painter of one figure of what the session shows.
 *
 * @param figure the base; it is given all it needs, so that it may be painted on any thread
 * @param over the marks over it
 * @param grows whether the base takes long where there are many words
 */
record ViewStatePainter(
        Workspace session,
        BiFunction<ViewState, Frame, Figure> figure,
        BiFunction<ViewState, Figure, Figure> over,
        boolean grows)
        implements FigureView.Painter {
    /** A figure without marks over it. */
    static ViewStatePainter plain(Workspace session, BiFunction<ViewState, Frame, Figure> figure) {
        return new ViewStatePainter(
                session, figure, (is, base) -> new Figure(base.width(), base.height(), List.of(), List.of()), false);
    }

    @Override
    public Supplier<Figure> base(double width, double height) {
        ViewState is = session.shown().get();
        Frame frame = new Frame(width, height, is.view(), is.variant(), is.scroll());
        return () -> figure.apply(is, frame);
    }

    @Override
    public Figure marks(Figure base) {
        return over.apply(session.shown().get(), base);
    }

    @Override
    public boolean bringsNames() {
        return true;
    }

    @Override
    public boolean heavy() {
        return grows && session.shown().get().words() > Workspace.AT_ONCE;
    }
}
