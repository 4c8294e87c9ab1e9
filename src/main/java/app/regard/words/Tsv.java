package app.regard.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text from a resource beside a class: cells parted by tabs, lines that begin with # are for the reader.
 *
 * @param header the first line
 * @param rows the lines below it
 */
public record Tsv(List<String> header, List<List<String>> rows) {
    static Tsv read(String name) {
        return read(Tsv.class, name);
    }

    /**
     * Reads the table that lies beside a class.
     *
     * @throws IllegalStateException if it is missing: the program was built wrong
     */
    public static Tsv read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            List<List<String>> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(List.of(line.split("\t", -1)));
                }
            }
            return new Tsv(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
