package app.regard.draw;

import app.regard.text.Printable;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one face of all figures, Roboto, bundled so that they look the same everywhere, and how wide texts are in it. */
public final class Lettering {
    private Lettering() {}

    /** A size in figure units and a weight. Sizes go in halves, so that few faces serve all. */
    public record Style(double size, boolean bold) {
        public static Style plain(double size) {
            return new Style(Math.round(size * 2) / 2.0, false);
        }

        public static Style bold(double size) {
            return new Style(Math.round(size * 2) / 2.0, true);
        }

        /** How far below the middle of a line its baseline stands, so that capitals look centred. */
        public double drop() {
            return size * 0.355;
        }
    }

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String PLAIN_FILE = "Roboto-Regular.ttf";
    private static final String BOLD_FILE = "Roboto-Bold.ttf";
    private static final Font PLAIN = load(PLAIN_FILE);
    private static final Font BOLD = load(BOLD_FILE);
    private static final Map<Double, Font> PLAIN_SIZES = new ConcurrentHashMap<>();
    private static final Map<Double, Font> BOLD_SIZES = new ConcurrentHashMap<>();
    private static final Map<Integer, Double> ADVANCES = new ConcurrentHashMap<>();

    /** Longer texts are cut before they are measured: nothing on a figure is that wide. */
    private static final int LONGEST = 400;

    public static Font font(Style style) {
        Map<Double, Font> sizes = style.bold() ? BOLD_SIZES : PLAIN_SIZES;
        return sizes.computeIfAbsent(style.size(), s -> (style.bold() ? BOLD : PLAIN).deriveFont(s.floatValue()));
    }

    /** A face for what Roboto lacks: whatever this machine has. */
    static Font fallback(Style style) {
        return new Font(Font.DIALOG, style.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) style.size());
    }

    /** The width of a text in units. */
    public static double width(String text, Style style) {
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += advance(c, style.bold());
            i += Character.charCount(c);
        }
        return width * style.size();
    }

    /** The text, or as much of its beginning as fits with "…" behind it. */
    public static String fit(String text, Style style, double room) {
        String cut = text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) : text;
        if (cut.length() == text.length() && width(text, style) <= room) {
            return text;
        }
        int end = cut.length();
        while (end > 0 && width(cut.substring(0, end), style) + advance('…', style.bold()) * style.size() > room) {
            end = cut.offsetByCodePoints(end, -1);
        }
        return cut.substring(0, end) + "…";
    }

    /** Advances add up: figures are drawn without kerning, so that digits keep their columns. */
    private static double advance(int codePoint, boolean bold) {
        return ADVANCES.computeIfAbsent(bold ? -codePoint : codePoint, key -> {
            Style style = new Style(100, bold);
            Font face = font(style);
            int shown = Printable.label(codePoint);
            Font able = face.canDisplay(shown) ? face : fallback(style);
            return able.getStringBounds(Character.toString(shown), CONTEXT).getWidth() / 100;
        });
    }

    /** The bundled face as a TrueType file, for formats that carry their faces with them. */
    public static InputStream file(boolean bold) {
        return open(bold ? BOLD_FILE : PLAIN_FILE);
    }

    /** The name by which Java2D knows the bundled face. */
    public static String name(boolean bold) {
        return (bold ? BOLD : PLAIN).getFontName(Locale.ROOT);
    }

    private static InputStream open(String name) {
        InputStream in = Lettering.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the program is incomplete: " + name + " is missing");
        }
        return in;
    }

    private static Font load(String name) {
        try (InputStream in = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program is damaged: " + name + " is not a font", e);
        }
    }
}
