package app.regard.ui.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of docs/labs/claims.md.
 *
 * @param seconds how long it takes, as the page says
 * @param steps actions, and in asterisks what stands there then
 * @param control one action more, and what stands there then
 */
record Claim(String claim, int seconds, List<String> steps, List<String> control) {
    private static final Path PAGE = Path.of("docs/labs/claims.md");

    /** All rows of the page's tables. */
    static Stream<Claim> all() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .filter(cells -> cells.size() == 6 && cells.get(2).matches("\\d+"))
                    .map(cells -> new Claim(
                            cells.get(1), Integer.parseInt(cells.get(2)), steps(cells.get(3)), steps(cells.get(4))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> steps(String text) {
        return List.of(text.split(" · "));
    }

    @Override
    public String toString() {
        return claim;
    }
}
