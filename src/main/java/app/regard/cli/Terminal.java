package app.regard.cli;

import app.regard.draw.Numerals;
import app.regard.stage.WeightFigures;
import app.regard.trace.Weights;
import java.io.PrintWriter;

/** Weights as text. */
final class Terminal {
    private Terminal() {}

    /** Rows ask, columns answer. */
    static void matrix(Weights w, int decimals, PrintWriter out) {
        int widest = w.to().words().stream().mapToInt(Terminal::width).max().orElse(0);
        int column = Math.max(decimals + 4, widest + 2);
        int first = w.from().words().stream().mapToInt(Terminal::width).max().orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        w.to().words().forEach(word -> head.append(right(word, column)));
        out.println();
        out.println(head);
        for (int i = 0; i < w.from().size(); i++) {
            StringBuilder line = new StringBuilder(right(w.from().word(i), first));
            for (int j = 0; j < w.to().size(); j++) {
                line.append(right(Numerals.text(w.a().at(i, j), decimals), column));
            }
            out.println(line + "    most: " + WeightFigures.strongest(w, i));
        }
        out.println("Rows ask (query), columns answer (key); "
                + (even(w) ? "every row adds up to 1." : "not every row adds up to 1."));
        out.println();
        out.flush();
    }

    /** Whether rows sum to 1 as far as anybody can see. */
    private static boolean even(Weights w) {
        for (int i = 0; i < w.a().rows(); i++) {
            double sum = 0;
            for (int j = 0; j < w.a().cols(); j++) {
                sum += w.a().at(i, j);
            }
            if (!(Math.abs(sum - 1) < 5e-3)) {
                return false;
            }
        }
        return true;
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }
}
