package app.regard.lab.ask;

import app.regard.file.JsonCursor;
import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bets and answers in a folder, a file a reader.
 *
 * @param asked what they answer, what most answered first
 * @param refused why a file was left out, one sentence each
 * @param read how many files were taken
 * @param alike how many of them hold the same as another to the last byte
 */
record ClassAnswers(List<Asked> asked, List<String> refused, int read, int alike) {
    /** More files, or bytes of one, than these are not read. */
    static final int MOST_FILES = 500;

    private static final int MOST_BYTES = 1 << 16;

    /** How programs for files name a copy, in several languages. */
    private static final List<String> COPIES = List.of("(", "copy", "kopie", "copie", "copia");

    /** Shares of the truth closer than this are equal: rounding may part twins by a little. */
    private static final double TIE = 1e-12;

    static final ClassAnswers NONE = new ClassAnswers(List.of(), List.of(), 0, 0);

    ClassAnswers {
        asked = List.copyOf(asked);
        refused = List.copyOf(refused);
    }

    /** A question with all answers to it; they answer the same, so that the first stands for what is asked. */
    record Asked(List<ClassFile> answers) {
        Asked {
            answers = List.copyOf(answers);
        }

        String title() {
            return answers.get(0).title();
        }

        List<String> names() {
            return answers.get(0).names();
        }

        int count() {
            return answers.size();
        }

        /** What is right, once a file says it; else empty. */
        List<Double> truth() {
            return answers.stream()
                    .map(ClassFile::truth)
                    .filter(t -> !t.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        /** Whether a number was asked for. */
        boolean number() {
            return names().isEmpty();
        }

        /** The numbers that were answered. */
        double[] numbers() {
            return answers.stream().mapToDouble(a -> a.given().get(0)).toArray();
        }

        /** How many readers put most on a name; who puts as much on several counts in parts for each. */
        double most(int name) {
            return answers.stream()
                    .map(ClassFile::given)
                    .mapToDouble(shares -> {
                        double largest = Collections.max(shares);
                        return shares.get(name) < largest ? 0 : 1.0 / Collections.frequency(shares, largest);
                    })
                    .sum();
        }

        /** The mean share of a name. */
        double mean(int name) {
            return answers.stream()
                    .mapToDouble(a -> a.given().get(name))
                    .average()
                    .orElse(0);
        }

        /** The share of the readers who were right: within what a number allows, or with most on what has most; NaN if hidden. */
        double right() {
            List<Double> truth = truth();
            if (truth.isEmpty()) {
                return Double.NaN;
            }
            return number()
                    ? answers.stream()
                                    .filter(a -> Math.abs(a.given().get(0) - truth.get(0))
                                            <= truth.get(1) + 1e-9 * Math.abs(truth.get(0)))
                                    .count()
                            / (double) count()
                    : IntStream.range(0, truth.size())
                                    .filter(j -> truth.get(j) >= Collections.max(truth) * (1 - TIE))
                                    .mapToDouble(this::most)
                                    .sum()
                            / count();
        }
    }

    /**
     * Reads a folder; what is broken, foreign or a copy in it is left out and named.
     *
     * @throws Refusal if it is no folder that can be read, or holds too many files
     */
    static ClassAnswers read(Path folder) {
        Map<Object, List<ClassFile>> all = new LinkedHashMap<>();
        Map<String, List<Path>> same = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            try {
                String text = text(file);
                ClassFile one = ClassFile.of(JsonCursor.of(text, WholeFile.name(file)));
                copied(file, same.getOrDefault(text, List.of()));
                List<ClassFile> others = all.computeIfAbsent(one.key(), key -> new ArrayList<>());
                if (!others.isEmpty() && !one.agrees(new Asked(others).truth())) {
                    throw new Refusal(
                            WholeFile.name(file) + " says that another answer is right than the files before it: "
                                    + "its numbers were changed, or it is of another version.");
                }
                others.add(one);
                same.computeIfAbsent(text, key -> new ArrayList<>()).add(file);
            } catch (Refusal e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        List<Asked> asked = all.values().stream()
                .filter(answers -> !answers.isEmpty())
                .map(Asked::new)
                .sorted(Comparator.comparing(Asked::count).reversed())
                .toList();
        int alike =
                same.values().stream().mapToInt(List::size).filter(n -> n > 1).sum();
        return new ClassAnswers(asked, refused, files.size() - refused.size(), alike);
    }

    private static String text(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new Refusal(WholeFile.name(file) + " is no .json file.");
        }
        return WholeFile.text(file, MOST_BYTES);
    }

    /** Refuses a file that another one with the same bytes is the original of: a link to it, or named as its copy. */
    private static void copied(Path file, List<Path> same) {
        for (Path other : same) {
            if (linked(file, other) || copyOf(base(file), base(other))) {
                throw new Refusal(
                        WholeFile.name(file) + " is a copy of " + WholeFile.name(other) + ": it counts once.");
            }
        }
    }

    private static boolean linked(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static String base(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Whether a name is another one with a copy's ending: "anna (1)", "anna - Copy". */
    private static boolean copyOf(String name, String other) {
        return name.length() > other.length()
                && name.startsWith(other)
                && COPIES.stream().anyMatch(name.substring(other.length())::contains);
    }

    /** The files of a folder, shorter names first, so that an original comes before its copies. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
                    .limit(MOST_FILES + 1L)
                    .sorted(Comparator.comparingInt((Path f) -> f.toString().length())
                            .thenComparing(f -> f))
                    .toList();
            if (files.isEmpty() || files.size() > MOST_FILES) {
                throw new Refusal(WholeFile.name(folder) + " holds "
                        + (files.isEmpty() ? "no file" : "more than " + MOST_FILES + " files")
                        + ": choose a folder with one .json file a reader.");
            }
            return files;
        } catch (IOException | SecurityException e) {
            throw new Refusal(WholeFile.name(folder) + " is no folder that can be read: type the path of one.");
        }
    }
}
