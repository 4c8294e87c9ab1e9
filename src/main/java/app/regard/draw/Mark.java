package app.regard.draw;

import app.regard.text.Printable;

/** One thing drawn: a value, so that any format can be made of it. */
public interface Mark {
    void on(Brush brush);

    /** A rectangle, filled and outlined; a colour of 0 leaves that out. */
    record Rectangle(Box box, double radius, int fill, int edge, double edgeWidth) implements Mark {
        @Override
        public void on(Brush b) {
            b.rectangle(box, radius, fill, edge, edgeWidth);
        }
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, int colour, double width) implements Mark {
        @Override
        public void on(Brush b) {
            Curve.straight(x1, y1, x2, y2, colour, width).on(b);
        }
    }

    /** A cubic curve from (x1, y1) to (x4, y4). */
    record Curve(
            double x1,
            double y1,
            double x2,
            double y2,
            double x3,
            double y3,
            double x4,
            double y4,
            int colour,
            double width)
            implements Mark {
        @Override
        public void on(Brush b) {
            b.curve(this);
        }

        private static Curve straight(double x1, double y1, double x2, double y2, int colour, double width) {
            return new Curve(x1, y1, x1, y1, x2, y2, x2, y2, colour, width);
        }

        /** Whether it bends nowhere, for its ends are its handles. */
        public boolean straight() {
            return x1 == x2 && y1 == y2 && x3 == x4 && y3 == y4;
        }

        /** The same in another colour. */
        public Curve in(int other) {
            return new Curve(x1, y1, x2, y2, x3, y3, x4, y4, other, width);
        }
    }

    /**
     * One line of text, {@link Printable}; (x, y) is where its baseline begins, is centred or ends; turned anticlockwise by
     * degrees.
     */
    record Text(String text, double x, double y, Lettering.Style style, int colour, Anchor anchor, double turn)
            implements Mark {
        public Text {
            text = Printable.label(text);
        }

        @Override
        public void on(Brush b) {
            b.text(text, x, y, style, colour, anchor, turn);
        }
    }

    /** The name of a row or column: left out of {@link Figure#bare} where marks over a figure draw it anew. */
    record Label(Text text) implements Mark {
        @Override
        public void on(Brush b) {
            text.on(b);
        }
    }

    /** A polygon, filled. */
    record Polygon(java.util.List<Double> xs, java.util.List<Double> ys, int fill) implements Mark {
        @Override
        public void on(Brush b) {
            b.polygon(xs, ys, fill);
        }
    }

    /** Cells of a matrix without rounding or lines between them; {@code gap} is what parts them. */
    record Cells(AxisLayout cols, AxisLayout rows, Brush.Mosaic colours, double gap) implements Mark {
        @Override
        public void on(Brush b) {
            b.cells(cols, rows, colours, gap);
        }
    }

    /** An image that fills a box. */
    record Image(Bitmap bitmap, Box box) implements Mark {
        @Override
        public void on(Brush b) {
            b.image(bitmap, box);
        }
    }

    /** Lines of 45° that fill a rectangle, {@code step} apart from one to the next along its edges. */
    record Hatch(Box box, int colour, double width, double step) implements Mark {
        @Override
        public void on(Brush b) {
            double first = Math.ceil((box.x() + box.y()) / step) * step; // lines of cells side by side meet
            for (double sum = first; sum < box.right() + box.bottom(); sum += step) {
                double left = Math.max(box.x(), sum - box.bottom());
                double right = Math.min(box.right(), sum - box.y());
                Curve.straight(left, sum - left, right, sum - right, colour, width)
                        .on(b);
            }
        }
    }

    /** A whole figure, moved by (x, y). */
    record Moved(Figure figure, double x, double y) implements Mark {
        @Override
        public void on(Brush b) {
            b.moved(x, y, figure::on);
        }
    }

    /** The part of a text that stands at its point. */
    enum Anchor {
        /** The text begins there. */
        START,
        /** The text is centred there. */
        MIDDLE,
        /** The text ends there. */
        END
    }
}
