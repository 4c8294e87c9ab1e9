package app.regard.file;

import app.regard.trace.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The header's dictionary, a Python literal, of which just the three entries that NumPy writes are understood. */
record NpyFields(String descr, boolean fortran, List<Integer> shape) {
    private static final Pattern ENTRY = Pattern.compile("\\s*(['\"])(descr|fortran_order|shape)\\1\\s*:\\s*"
            + "(?:(?<value>'[^']*'|\"[^\"]*\"|True|False|\\([^()]*\\))\\s*(?:,|(?=\\}))|(?<records>\\[))");
    private static final Pattern SIZES = Pattern.compile("\\(\\s*(\\d+L?\\s*,\\s*){0,64}(\\d+L?\\s*)?\\)");

    static NpyFields of(String text, String name) {
        String inner = text.strip();
        if (!inner.startsWith("{") || !inner.endsWith("}")) {
            throw damaged(name);
        }
        Map<String, String> found = new HashMap<>();
        Matcher entry = ENTRY.matcher(inner).region(1, inner.length());
        while (entry.lookingAt()) {
            String value = entry.group("value");
            if (entry.group("records") != null) {
                throw new Refusal(name + " holds records of several fields, not plain numbers. Save one field of it.");
            }
            if (found.put(entry.group(2), value) != null) {
                throw damaged(name);
            }
            entry.region(entry.end(), inner.length());
        }
        boolean whole = inner.substring(entry.regionStart()).isBlank()
                || inner.substring(entry.regionStart()).strip().equals("}");
        if (!whole || found.size() != 3) {
            throw damaged(name);
        }
        String descr = Objects.requireNonNull(found.get("descr"));
        String order = Objects.requireNonNull(found.get("fortran_order"));
        if (!(descr.startsWith("'") || descr.startsWith("\"")) || !order.matches("True|False")) {
            throw damaged(name);
        }
        return new NpyFields(
                descr.substring(1, descr.length() - 1),
                order.equals("True"),
                sizes(Objects.requireNonNull(found.get("shape")), name));
    }

    private static List<Integer> sizes(String tuple, String name) {
        // (3) is a number in Python, (3,) a tuple of one.
        if (!SIZES.matcher(tuple).matches() || tuple.matches("\\([^,]*\\d[^,]*\\)")) {
            throw damaged(name);
        }
        try {
            return Stream.of(tuple.substring(1, tuple.length() - 1).split(",", -1))
                    .map(size -> size.replace("L", "").strip())
                    .filter(size -> !size.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw damaged(name);
        }
    }

    private static Refusal damaged(String name) {
        return new Refusal(
                name + " is damaged: its header is not one that NumPy writes. Save it again with numpy.save.");
    }
}
