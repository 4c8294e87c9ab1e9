package app.regard.lab.ask;

import app.regard.file.JsonCursor;
import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bets and answers in a folder: files that the labs Bet and Quiz wrote as JSON, one a reader.
 *
 * @param asked what they answer, what most answered first
 * @param refused why a file was left out, one sentence each
 * @param read how many files were taken
 */
record ClassAnswers(List<Asked> asked, List<String> refused, int read) {
    /** More files, bytes of one, or answers to choose from than these are not read. */
    static final int MOST_FILES = 500;

    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_NAMES = 64;
    private static final int MOST_PANELS = 16;
    private static final int LONGEST = 500;
    private static final double ROUNDING = 0.011;

    ClassAnswers {
        asked = List.copyOf(asked);
        refused = List.copyOf(refused);
    }

    /**
     * One question with all answers to it.
     *
     * @param names the words or answers to choose from
     * @param given one list of shares of 1 a reader, in the order of the names
     */
    record Asked(String title, List<String> names, List<List<Double>> given) {
        int count() {
            return given.size();
        }

        /** How many readers put most on a name. */
        long most(int name) {
            return given.stream()
                    .filter(shares -> shares.indexOf(shares.stream()
                                    .max(Comparator.naturalOrder())
                                    .orElse(0.0))
                            == name)
                    .count();
        }

        /** The mean share of a name. */
        double mean(int name) {
            return given.stream().mapToDouble(s -> s.get(name)).average().orElse(0);
        }
    }

    /** What one file answers. */
    private record One(String title, List<String> names, List<Double> shares) {}

    /**
     * Reads a folder; what is broken in it is left out and named.
     *
     * @throws Refusal if it is no folder that can be read, or holds too many files
     */
    static ClassAnswers read(Path folder) {
        Map<List<Object>, Asked> all = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            try {
                One one = one(JsonCursor.of(WholeFile.text(file, MOST_BYTES), WholeFile.name(file)));
                all.computeIfAbsent(
                                List.of(one.title, one.names),
                                key -> new Asked(one.title, one.names, new ArrayList<>()))
                        .given
                        .add(one.shares);
            } catch (Refusal e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        List<Asked> asked = all.values().stream()
                .sorted(Comparator.comparing(Asked::count).reversed())
                .toList();
        return new ClassAnswers(asked, refused, files.size() - refused.size());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(f -> f.toString().endsWith(".json") && !Files.isDirectory(f))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.isEmpty() || files.size() > MOST_FILES) {
                throw new Refusal(WholeFile.name(folder) + " holds "
                        + (files.isEmpty() ? "no .json file" : "more than " + MOST_FILES + " .json files")
                        + ": choose a folder with one file a reader.");
            }
            return files;
        } catch (IOException | SecurityException e) {
            throw new Refusal(WholeFile.name(folder) + " is no folder that can be read: type the path of one.");
        }
    }

    private static One one(JsonCursor file) {
        String lab = file.at("lab").text(LONGEST);
        JsonCursor settings = file.at("settings");
        for (JsonCursor panel : file.items("panels", "panel", MOST_PANELS)) {
            String id = panel.at("id").text(LONGEST);
            if (lab.equals("bet") && id.equals(Bet.BARS)) {
                return bet("Row of “" + settings.at("query").text(LONGEST) + "”", panel);
            }
            if (id.equals(Quiz.PANEL)) {
                boolean quiz = lab.equals("quiz");
                String title = panel.at("title").text(LONGEST)
                        + (quiz
                                ? ""
                                : " “" + settings.at("query").text(LONGEST) + "”, seed "
                                        + settings.at("seed").text(LONGEST));
                return answer(
                        title, panel, settings.at(quiz ? "answer" : "guess").text(LONGEST));
            }
        }
        throw file.refusal("it holds no bet and no answer: save it in Labs ▸ Bet or Quiz, Export, numbers as JSON");
    }

    private static List<String> names(JsonCursor panel) {
        return panel.items("rows", "row", MOST_NAMES).stream()
                .map(r -> r.text(LONGEST))
                .toList();
    }

    private static One bet(String title, JsonCursor panel) {
        List<String> names = names(panel);
        List<Double> shares = panel.items("values", "row", MOST_NAMES).stream()
                .map(row ->
                        row.items("value").stream().findFirst().orElseThrow(() -> row.refusal("no share stands here")))
                .map(JsonCursor::number)
                .toList();
        double sum = shares.stream().mapToDouble(s -> s).sum();
        if (shares.size() != names.size()
                || names.isEmpty()
                || !(Math.abs(sum - 1) < ROUNDING)
                || shares.stream().anyMatch(s -> !(s >= 0))) {
            throw panel.refusal("a bet has a share for each word, and they sum to 1");
        }
        return new One(title, names, shares);
    }

    private static One answer(String title, JsonCursor panel, String answer) {
        List<String> names = names(panel);
        int chosen = answer.length() == 1 ? answer.charAt(0) - 'a' : -1;
        if (chosen < 0 || chosen >= names.size()) {
            throw panel.refusal("nothing that can be chosen was answered");
        }
        return new One(
                title,
                names,
                IntStream.range(0, names.size())
                        .mapToObj(i -> i == chosen ? 1.0 : 0.0)
                        .toList());
    }
}
