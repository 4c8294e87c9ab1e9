package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.draw.chart.GridArea;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;

/** The pointer in the heat map: in a large one the wheel zooms and dragging moves. */
final class MapPointer extends WeightPointer {
    private double restX;
    private double restY;

    MapPointer(Workspace session) {
        super(session);
    }

    @Override
    public boolean scroll(GridArea area, Spot at, double right, double down, boolean wheel) {
        ViewState is = session.shown().get();
        int words = is.words();
        if (words <= Workspace.AT_ONCE) {
            return false;
        }
        int span = Math.min(is.span(), words);
        if (wheel && down != 0) {
            int wanted = (int) Math.round(span * (down > 0 ? 1.25 : 0.8));
            session.arrange(s -> s.zoomed(wanted, Math.max(0, at.row()), Math.max(0, at.col())));
        } else if (!wheel) {
            restX += right / area.cols().pitch();
            restY += down / area.rows().pitch();
            int cols = (int) restX;
            int rows = (int) restY;
            restX -= cols;
            restY -= rows;
            session.arrange(s -> s.panned(rows, cols));
        }
        return true;
    }
}
