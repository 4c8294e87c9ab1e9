package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is painted on a stage, in order: the base without its names, and the marks over it; numbers in it are read as a reader does. */
final class PaintedNumbers {
    private final Figure base;
    private final Figure over;
    private final List<Mark> marks = new ArrayList<>();

    PaintedNumbers(Figure base, Figure over) {
        this.base = base;
        this.over = over;
        marks.addAll(base.bare().marks());
        marks.addAll(over.marks());
    }

    void shows(Spot spot, double value, String as) {
        List<String> refused = new ArrayList<>();
        boolean found = Stream.concat(base.boxOf(spot).stream(), places(spot)).anyMatch(place -> IntStream.range(
                        0, marks.size())
                .anyMatch(at -> marks.get(at) instanceof Mark.Text text
                        && place.contains(text.x(), text.y() - text.style().drop())
                        && readable(at, text, place, value, refused)));
        assertThat(found).as("%s = %s, %s %s", spot, value, as, refused).isTrue();
    }

    private Stream<Box> places(Spot spot) {
        return over.areas().stream().filter(Area.Place.class::isInstance).flatMap(area -> area.boxOf(spot).stream());
    }

    private boolean readable(int at, Mark.Text text, Box place, double value, List<String> refused) {
        if (!says(text.text(), value)) {
            refused.add("says " + text.text());
            return false;
        }
        double width = Lettering.width(text.text(), text.style());
        double size = text.style().size();
        Box box = new Box(text.x() - width / 2, text.y() - size * 0.75, width, size * 0.78);
        boolean large = size >= 11;
        boolean inside = width <= place.width() + 0.5 && place.height() >= size;
        boolean clear = Palette.contrast(text.colour(), ground(at, box)) >= 4.5;
        boolean free = marks.subList(at + 1, marks.size()).stream().noneMatch(mark -> covers(mark, box));
        if (!large || !inside || !clear || !free) {
            refused.add(text.text() + " large " + large + " inside " + inside + " clear " + clear + " free " + free);
        }
        return large && inside && clear && free;
    }

    private static boolean says(String text, double value) {
        if (value == 0) {
            return text.equals("0");
        }
        if (!text.matches("−?\\d*\\.?\\d*(e−?\\d+)?")) {
            return false;
        }
        String digits = text.replaceAll("e.*", "").replaceAll("[−.]", "").replaceAll("^0+", "");
        double said = Double.parseDouble(text.replace('−', '-'));
        return digits.length() >= 2 && Math.abs(said - value) <= Math.abs(value) * 0.051;
    }

    private int ground(int at, Box box) {
        int ground = View.USUAL.palette().of(ColourRole.CARD);
        for (Mark mark : marks.subList(0, at)) {
            if (mark instanceof Mark.Rectangle r
                    && r.fill() >>> 24 == 0xFF
                    && r.box().contains(box.centreX(), box.centreY())) {
                ground = r.fill();
            }
        }
        return ground;
    }

    private static boolean covers(Mark mark, Box box) {
        if (mark instanceof Mark.Rectangle r) {
            boolean touches = overlap(r.box().grown(r.edgeWidth() / 2), box);
            Box hole = r.box().grown(-r.edgeWidth() / 2);
            boolean around = hole.x() <= box.x()
                    && hole.right() >= box.right()
                    && hole.y() <= box.y()
                    && hole.bottom() >= box.bottom();
            return touches && (r.fill() != 0 || !around);
        }
        Mark.Text text =
                mark instanceof Mark.Label label ? label.text() : mark instanceof Mark.Text plain ? plain : null;
        if (text != null && text.turn() == 0) {
            double width = Lettering.width(text.text(), text.style());
            double left = text.x()
                    - (text.anchor() == Mark.Anchor.MIDDLE ? width / 2 : text.anchor() == Mark.Anchor.END ? width : 0);
            double size = text.style().size();
            return overlap(new Box(left, text.y() - size * 0.75, width, size * 0.78), box);
        }
        return false;
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
