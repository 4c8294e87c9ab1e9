package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.draw.chart.GridArea;
import app.regard.stage.WeightFigures;
import app.regard.trace.Moment;
import app.regard.ui.kit.Pointing;
import app.regard.ui.session.CellEditing;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.Optional;
import java.util.function.Consumer;

/** The pointer that tells the session what is pointed at and opened; the wheel and dragging scroll what does not fit. */
class StagePointer implements Pointing {
    /** How far the wheel or a drag goes for one row or column. */
    private static final double SCROLL = 12;

    private final Workspace session;
    private final CellEditing editing;
    private final Consumer<String> typing;
    private double restX;
    private double restY;

    /** @param typing is told what was typed into a cell that has just been opened */
    StagePointer(Workspace session, CellEditing editing, Consumer<String> typing) {
        this.session = session;
        this.editing = editing;
        this.typing = typing;
    }

    /** While a cell is open it stays the one that is asked about. */
    @Override
    public void point(Optional<Spot> spot) {
        if (editing.open().get() == null) {
            session.point(spot);
        }
    }

    @Override
    public void pin(Spot spot) {
        session.pin(spot);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(session.shown().get().asked());
    }

    @Override
    public Optional<Spot> word() {
        return Optional.of(
                new Spot(WeightFigures.ASKING, session.shown().get().focus().query(), Spot.LABEL));
    }

    @Override
    public boolean opens(Spot spot) {
        return editing.opens(spot) || below(spot).isPresent();
    }

    @Override
    public boolean open(Spot spot) {
        return editing.open(spot) || openBelow(spot);
    }

    @Override
    public void type(Spot spot, String digit) {
        if (editing.openOrSay(spot)) {
            typing.accept(digit);
        }
    }

    @Override
    public void click(Spot spot, boolean second) {
        if (second && openBelow(spot)) {
            return;
        }
        pin(spot);
        if (second) {
            type(spot, "");
        }
    }

    @Override
    public boolean dragCell(Spot pressed, double up) {
        return editing.drag(pressed, up);
    }

    @Override
    public boolean scroll(GridArea area, Spot at, double right, double down, boolean wheel) {
        int lastRow = area.rows().lastFirst();
        int lastCol = area.cols().lastFirst();
        restX += lastCol > 0 ? right / SCROLL : 0;
        restY += lastRow > 0 ? down / SCROLL : 0;
        int cols = (int) restX;
        int rows = (int) restY;
        restX -= cols;
        restY -= rows;
        if (cols != 0 || rows != 0) {
            session.arrange(s -> s.scrolled(area.rowAxis(), rows, lastRow).scrolled(area.colAxis(), cols, lastCol));
        }
        return lastRow > 0 || lastCol > 0;
    }

    /** Opens the moment in which an earlier layer has made the number at a spot; whether there is one. */
    private boolean openBelow(Spot at) {
        Optional<Moment> below = below(at);
        below.ifPresent(session::open);
        return below.isPresent();
    }

    private Optional<Moment> below(Spot at) {
        ViewState is = session.shown().get();
        return is.content().opens(is.experiment(), at);
    }
}
