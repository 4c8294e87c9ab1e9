package app.regard.heads;

import app.regard.file.array.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The arrays of a file that belong together: names that differ in their numbers only, and equal sizes, are layers, in the
 * order of the numbers; with two numbers layers and heads.
 */
final class LayerStacks {
    /** Longer numbers count no layers. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{1,6}(?![0-9])");

    private static final List<String> HEAD = List.of("head");

    /** What is counted so is no part of a model. */
    private static final List<String> NO_LAYERS =
            List.of("text", "sentence", "example", "sample", "batch", "step", "epoch", "run");

    private LayerStacks() {}

    /** An array's name, its numbers apart from what stands between them. */
    private record Name(List<String> between, List<String> numbers) {
        static Name of(String name) {
            List<String> between = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            Matcher number = NUMBER.matcher(name);
            int at = 0;
            while (number.find()) {
                between.add(name.substring(at, number.start()));
                numbers.add(number.group());
                at = number.end();
            }
            between.add(name.substring(at));
            return new Name(between, numbers);
        }

        int number(int at) {
            return Integer.parseInt(numbers.get(at));
        }

        /** Whether a number stands after one of some words. */
        boolean follows(int number, List<String> words) {
            String before = between.get(number).toLowerCase(Locale.ROOT);
            int end = before.length();
            while (end > 0 && !Character.isLetter(before.charAt(end - 1))) {
                end--;
            }
            String text = before.substring(0, end);
            return words.stream().anyMatch(word -> text.endsWith(word) || text.endsWith(word + "s"));
        }

        /** The name with stars for some of its numbers. */
        String starred(List<Integer> varying) {
            StringBuilder text = new StringBuilder(between.get(0));
            for (int at = 0; at < numbers.size(); at++) {
                text.append(varying.contains(at) ? "*" : numbers.get(at)).append(between.get(at + 1));
            }
            return text.toString();
        }
    }

    /**
     * Puts together what belongs together.
     *
     * @param texts how many texts the file names tokens for
     * @param records whether objects of a list are texts, with tokens of their own
     */
    static List<HeadStack> of(List<Stored> arrays, int texts, boolean records) {
        List<HeadStack> all = new ArrayList<>();
        if (arrays.size() > HeadStack.MOST_HEADS) { // no model has so many layers
            arrays.forEach(array -> addSingle(all, array, texts));
            return all;
        }
        Map<List<Object>, List<Stored>> groups = new LinkedHashMap<>();
        for (Stored array : arrays) {
            Name name = Name.of(array.name());
            Object plain = records && array.name().startsWith("[") ? array.name() : name.between();
            groups.computeIfAbsent(
                            List.of(
                                    plain,
                                    array.shape(),
                                    array.kind().size(),
                                    array.kind().whole()),
                            key -> new ArrayList<>())
                    .add(array);
        }
        for (List<Stored> group : groups.values()) {
            Optional<HeadStack> stack = group.size() == 1 ? Optional.empty() : stacked(group, texts);
            if (stack.isPresent()) {
                add(all, stack.get());
            } else {
                group.forEach(array -> addSingle(all, array, texts));
            }
        }
        return all;
    }

    private static void addSingle(List<HeadStack> all, Stored array, int texts) {
        Axes.of(array.shape(), false, texts).ifPresent(axes -> add(all, HeadStack.of(array, 0, axes)));
    }

    /** The heads of every text; files of very many are cut by whoever saves them. */
    private static void add(List<HeadStack> all, HeadStack first) {
        all.add(first);
        for (int text = 1; text < Math.min(MOST_TEXTS, first.texts()); text++) {
            all.add(HeadStack.of(first.name(), text, first.layers(), first.heads(), first.pieces(), first.axes()));
        }
    }

    /** More texts than this are not offered to choose from. */
    private static final int MOST_TEXTS = 1000;

    private static Optional<HeadStack> stacked(List<Stored> group, int texts) {
        List<Name> names = group.stream().map(array -> Name.of(array.name())).toList();
        Name first = names.get(0);
        List<Integer> varying = IntStream.range(0, first.numbers().size())
                .filter(at ->
                        names.stream().map(name -> name.number(at)).distinct().count() > 1)
                .boxed()
                .toList();
        Optional<Axes> found = Axes.of(group.get(0).shape(), true, texts);
        if (found.isEmpty() || varying.isEmpty() || varying.size() > 2 || first.follows(varying.get(0), NO_LAYERS)) {
            return Optional.empty();
        }
        Axes axes = found.get();
        int headsInside = Axes.size(group.get(0), axes.head());
        boolean two = varying.size() == 2;
        int layer = two && first.follows(varying.get(0), HEAD) ? varying.get(1) : varying.get(0);
        int head = two && layer == varying.get(0) ? varying.get(1) : varying.get(0);
        boolean onlyHeads = !two && headsInside == 1 && first.follows(layer, HEAD);
        Map<List<Integer>, Stored> inOrder = new TreeMap<>(
                Comparator.comparingInt((List<Integer> place) -> place.get(0)).thenComparingInt(place -> place.get(1)));
        for (int i = 0; i < group.size(); i++) {
            inOrder.put(List.of(names.get(i).number(layer), names.get(i).number(head)), group.get(i));
        }
        long layers =
                inOrder.keySet().stream().map(place -> place.get(0)).distinct().count();
        long heads = two
                ? inOrder.keySet().stream()
                        .map(place -> place.get(1))
                        .distinct()
                        .count()
                : headsInside;
        boolean whole =
                inOrder.size() == group.size() && (!two || (headsInside == 1 && layers * heads == group.size()));
        return whole
                ? Optional.of(HeadStack.of(
                        first.starred(varying),
                        0,
                        onlyHeads ? 1 : (int) layers,
                        onlyHeads ? (int) layers : (int) heads,
                        List.copyOf(inOrder.values()),
                        axes))
                : Optional.empty();
    }
}
