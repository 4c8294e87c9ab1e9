package app.regard.export.page;

import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.export.picture.SvgBrush;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of a page's figures: each says one thing, a colour in light and in dark or a kind of letters, so that one
 * drawing serves both themes.
 */
final class PageStyles {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final List<Long> byNumber = new ArrayList<>();

    /** The class of a colour for {@code fill} or {@code stroke}; ARGB, 0 for none. */
    String colour(String property, int light, int dark) {
        String plain = property + ":" + hex(light);
        // a browser that does not know light-dark() stays with the first
        return light == dark
                ? name(plain)
                : name(plain + ";" + property + ":light-dark(" + hex(light) + "," + hex(dark) + ")");
    }

    /** The class of letters: size, weight and which part of the text stands at its point. */
    String letters(Lettering.Style style, Mark.Anchor anchor) {
        String part =
                anchor == Mark.Anchor.START ? "" : ";text-anchor:" + (anchor == Mark.Anchor.END ? "end" : "middle");
        return name(
                "font-size:" + SvgBrush.number(style.size()) + "px" + (style.bold() ? ";font-weight:700" : "") + part);
    }

    /** One number for two colours. */
    int pair(int light, int dark) {
        return pairs.computeIfAbsent(((long) light << 32) | (dark & 0xFFFFFFFFL), both -> {
            byNumber.add(both);
            return byNumber.size() - 1;
        });
    }

    /** The class of the fill of a {@link #pair}. */
    String fillOf(int pair) {
        long both = byNumber.get(pair);
        return colour("fill", (int) (both >> 32), (int) both);
    }

    private String name(String declarations) {
        return names.computeIfAbsent(declarations, any -> "k" + Integer.toString(names.size(), Character.MAX_RADIX));
    }

    /** ARGB as style sheets write it: "#1b509c", "#1b509c1a", "transparent". */
    static String hex(int argb) {
        int opacity = argb >>> 24;
        return argb == 0
                ? "transparent"
                : String.format("#%06x", argb & 0xFFFFFF) + (opacity < 255 ? String.format("%02x", opacity) : "");
    }

    String css() {
        StringBuilder css = new StringBuilder();
        names.forEach((declarations, name) ->
                css.append('.').append(name).append('{').append(declarations).append("}\n"));
        return css.toString();
    }
}
