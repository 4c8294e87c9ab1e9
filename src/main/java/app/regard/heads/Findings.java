package app.regard.heads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words for what of a file was taken for what. */
final class Findings {
    private Findings() {}

    /**
     * A few words each on an array's axes and the names of its tokens, with semicolons between.
     *
     * @param beside what belongs to it besides, or empty
     * @param unused what else is in the file
     */
    static String text(HeadStack stack, String beside, TokenNames.Both names, List<String> unused) {
        TokenNames.Named down = names.asking();
        TokenNames.Named across = names.answering();
        List<String> said = new ArrayList<>(List.of(stack.said()));
        if (!beside.isEmpty()) {
            said.add(beside);
        }
        if (down.from().equals("given")) {
            said.add("tokens as they were given");
        } else if (Stream.of(down.from(), across.from(), down.problem(), across.problem())
                .allMatch(String::isEmpty)) {
            said.add("tokens numbered, for the file names none");
        } else if (down.from().equals(across.from()) && !down.from().isEmpty()) {
            said.add("tokens from the file’s “" + down.from() + "”");
        } else {
            add(said, "rows", down);
            add(said, "columns", across);
        }
        Stream.of(down.problem(), across.problem())
                .distinct()
                .filter(problem -> !problem.isEmpty())
                .forEach(said::add);
        if (across.from().isEmpty() && stack.queries() != stack.keys()) {
            said.add("the " + stack.keys()
                    + " columns are not the rows’ tokens (another text’s, or a window of places)");
        }
        if (!unused.isEmpty()) {
            said.add("not used: " + ArrayChoice.told(unused));
        }
        return String.join("; ", said);
    }

    private static void add(List<String> said, String what, TokenNames.Named named) {
        if (!named.from().isEmpty()) {
            said.add(what + " named by the file’s “" + named.from() + "”");
        }
    }
}
