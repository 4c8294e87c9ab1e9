package app.regard.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The colours of one theme with one ramp, read from palette.tsv and ramps.tsv. Colours are ARGB. */
public final class Palette {
    private static final int STEPS = 256;
    private static final List<String[]> TONES = read("palette.tsv");
    private static final List<String[]> RAMPS = read("ramps.tsv");
    private static final Map<Ramp, Palette> LIGHT = new ConcurrentHashMap<>();
    private static final Map<Ramp, Palette> DARK = new ConcurrentHashMap<>();

    private final Theme theme;
    private final Map<String, Integer> tones = new HashMap<>();
    private final int[] sequential;
    private final int[] signed;
    private final int zero;

    private Palette(Theme theme, Ramp ramp) {
        this.theme = theme;
        int column = theme == Theme.LIGHT ? 1 : 2;
        for (String[] row : TONES) {
            tones.put(row[0], argb(row[column]));
        }
        sequential = steps(ramp.name().toLowerCase(Locale.ROOT), theme);
        signed = steps(ramp == Ramp.GREY ? "signed-grey" : "signed", theme);
        zero = ramp == Ramp.GREY ? signed(0) : of(ColourRole.FAINT);
    }

    public static Palette of(Theme theme, Ramp ramp) {
        return (theme == Theme.LIGHT ? LIGHT : DARK).computeIfAbsent(ramp, r -> new Palette(theme, r));
    }

    public int of(ColourRole tone) {
        return tones.getOrDefault(tone.label(), 0xFFFF00FF);
    }

    /** A tone, seen through: {@code share} of it. */
    public int of(ColourRole tone, double share) {
        return seenThrough(of(tone), share);
    }

    /** A colour that hides {@code share} of what lies under it. */
    public static int seenThrough(int colour, double share) {
        return (colour & 0xFFFFFF) | ((int) Math.round(255 * share) << 24);
    }

    /** The colour of a number that lies at {@code share} of the way from the lowest to the highest, 0 to 1. */
    public int sequential(double share) {
        return sequential[step(share)];
    }

    /** The colour of a signed number at {@code share} of the largest size, −1 to 1. */
    public int signed(double share) {
        return signed[step((share + 1) / 2)];
    }

    /** The colour of a signed number that is 0: no colour, or the grey in the middle where grey runs from − to +. */
    public int zero() {
        return zero;
    }

    private static int step(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * (STEPS - 1));
    }

    /** The ink for text on a colour: the theme's own if it can be read there, else black or white. */
    public int inkOn(int ground) {
        int[] inks = {of(ColourRole.INK), theme == Theme.LIGHT ? 0xFFFFFFFF : 0xFF0C1524, 0xFF000000, 0xFFFFFFFF};
        for (int ink : inks) {
            if (contrast(ink, ground) >= 4.5) {
                return ink;
            }
        }
        return 0xFF000000;
    }

    /** The contrast of two opaque colours, 1 to 21 (WCAG 2.1, contrast ratio). */
    public static double contrast(int a, int b) {
        double la = luminance(a) + 0.05;
        double lb = luminance(b) + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }

    /** Relative luminance (WCAG 2.1). */
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    /** The grey of a colour's luminance, as clear as the colour is. */
    public static int grey(int argb) {
        if ((argb >> 16 & 255) == (argb >> 8 & 255) && (argb >> 8 & 255) == (argb & 255)) {
            return argb;
        }
        double light = luminance(argb);
        double c = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        int shade = (int) Math.round(255 * c);
        return (argb & 0xFF000000) | shade << 16 | shade << 8 | shade;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** As style sheets write it: "#1b509c". */
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    private static int[] steps(String ramp, Theme theme) {
        int[] stops = stops(ramp, theme);
        int[] steps = new int[STEPS];
        for (int s = 0; s < STEPS; s++) {
            double at = s * (stops.length - 1) / (double) (STEPS - 1);
            int low = Math.min((int) at, stops.length - 2);
            steps[s] = between(stops[low], stops[low + 1], at - low);
        }
        return steps;
    }

    private static int[] stops(String ramp, Theme theme) {
        for (String[] row : RAMPS) {
            if (row[0].equals(ramp) && row[1].equalsIgnoreCase(theme.name())) {
                String[] written = row[2].split(" ", -1);
                int[] colours = new int[written.length];
                for (int i = 0; i < colours.length; i++) {
                    colours[i] = argb(written[i]);
                }
                return colours;
            }
        }
        throw new IllegalStateException("the program is incomplete: ramps.tsv has no " + ramp + " for " + theme);
    }

    /** An opaque colour that lies at {@code share} of the way from one to another. */
    public static int between(int a, int b, double share) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 255;
            int to = b >> shift & 255;
            mixed = mixed << 8 | (int) Math.round(from + (to - from) * share);
        }
        return mixed;
    }

    private static int argb(String hex) {
        return 0xFF000000 | Integer.parseInt(hex.substring(1), 16);
    }

    private static List<String[]> read(String name) {
        try (InputStream in = Palette.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            List<String[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
