package app.regard.draw;

import app.regard.text.Printable;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
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
    private static final Map<Integer, Boolean> FALLEN_BACK = new ConcurrentHashMap<>();
    private static final Map<String, Double> MEASURED = new ConcurrentHashMap<>();
    private static final String ISOLATES = "" + Printable.ISOLATE + Printable.ISOLATED;

    /** More texts than this are measured again. */
    private static final int MOST_MEASURED = 5000;

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
        for (String piece : pieces(text)) {
            width += shaped(piece) ? measured(piece, style.bold()) : advances(piece, style.bold());
        }
        return width * style.size();
    }

    private static double advances(String text, boolean bold) {
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += advance(c, bold);
            i += Character.charCount(c);
        }
        return width;
    }

    /** The pieces of a text that follow each other from left to right: what is isolated in it is a piece of its own. */
    static List<String> pieces(String text) {
        return text.indexOf(Printable.ISOLATE) < 0
                ? List.of(text)
                : Collections.list(new StringTokenizer(text, ISOLATES)).stream()
                        .map(String.class::cast)
                        .toList();
    }

    /** Whether letters of a text join, stack or run to the left, so that they are laid out together. */
    static boolean shaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x590 && c < 0x1100)
                    || (c >= 0x1780 && c < 0x1800)
                    || (c >= 0xFB1D && c < 0xFE00)
                    || (c >= 0xFE70 && c < 0xFEFF)
                    || c == 0xD802
                    || c == 0xD803
                    || c == 0xD83A
                    || c == 0xD83B) {
                return true;
            }
        }
        return false;
    }

    /** Shaped letters as they are drawn, in the order in which they are read. */
    static TextLayout layout(String text, Style style) {
        AttributedString faces = new AttributedString(text);
        Font face = font(style);
        Font other = fallback(style);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            faces.addAttribute(TextAttribute.FONT, face.canDisplay(c) ? face : other, i, end);
            i = end;
        }
        return new TextLayout(faces.getIterator(), CONTEXT);
    }

    private static double measured(String text, boolean bold) {
        if (MEASURED.size() > MOST_MEASURED) {
            MEASURED.clear();
        }
        return MEASURED.computeIfAbsent(
                (bold ? "b" : "p") + text,
                key -> layout(text, new Style(100, bold)).getAdvance() / 100.0);
    }

    /** Whether this machine has a face for every letter of a text. */
    public static boolean shows(String text) {
        Style style = Style.plain(12);
        return text.codePoints()
                .allMatch(c -> font(style).canDisplay(c)
                        || FALLEN_BACK.computeIfAbsent(c, key -> fallback(style).canDisplay(c)));
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
        String kept = cut.substring(0, end);
        return kept
                + (kept.lastIndexOf(Printable.ISOLATE) > kept.lastIndexOf(Printable.ISOLATED)
                        ? "…" + Printable.ISOLATED
                        : "…");
    }

    /** A name, or as much of its beginning and its end as fits with "…" between them: names often begin alike. */
    public static String fitName(String name, Style style, double room) {
        if (name.length() <= LONGEST && width(name, style) <= room) {
            return name;
        }
        int most = Math.min(LONGEST / 2, name.codePointCount(0, name.length()) - 1);
        while (most > 1 && width(elided(name, most), style) > room) {
            most--;
        }
        return most > 1 ? elided(name, most) : fit(name, style, room);
    }

    /** A text of at most so many characters, "…" in place of its middle where it has more. */
    public static String elided(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int end = (most - 1) / 2;
        return text.substring(0, text.offsetByCodePoints(0, most - 1 - end))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** Names of which some may not fit: all in the same way, and two that differ stay different where that can be. */
    public static List<String> fitNames(List<String> names, Style style, double room) {
        List<String> fitted = names.stream().map(n -> fitName(n, style, room)).toList();
        if (fitted.equals(names) || different(fitted) >= different(names)) {
            return fitted;
        }
        int alike = names.stream().reduce(Lettering::alike).orElse("").length();
        int from = Math.max(0, alike - 2);
        List<String> differing = names.stream()
                .map(n -> n.length() <= from ? n : fit("…" + n.substring(from), style, room))
                .toList();
        return different(differing) > different(fitted) ? differing : fitted;
    }

    private static long different(List<String> names) {
        return names.stream().distinct().count();
    }

    /** The beginning that two texts share. */
    private static String alike(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return a.substring(0, same > 0 && Character.isHighSurrogate(a.charAt(same - 1)) ? same - 1 : same);
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
