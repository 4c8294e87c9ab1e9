package app.regard.file.array;

import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lists of lists of numbers, all of one width: an array.
 *
 * @param name the field it stands in; empty where it is the whole file
 * @param shape its sizes, two to five
 * @param numbers all of them, the last index running fastest
 */
public record JsonArray(String name, List<Integer> shape, Doubles numbers) {
    /** Layers, texts, heads, queries, keys. */
    static final int MOST_DIMENSIONS = 5;

    private static final int LONGEST_TOLD = 40;

    public JsonArray {
        shape = List.copyOf(shape);
    }

    /** From a list's opening bracket on to the first thing that is no opening bracket; how many brackets are open there. */
    static int depth(JsonParser json) throws IOException {
        int depth = 0;
        while (json.currentToken() == JsonToken.START_ARRAY) {
            depth++;
            json.nextToken();
        }
        return depth;
    }

    /**
     * Reads an array whose first number has been come to.
     *
     * @param field the field it stands in; empty where it is the whole file
     * @param depth how many brackets are open
     * @param most how many numbers there may be
     * @param name what messages call the file
     */
    static JsonArray read(JsonParser json, String field, int depth, long most, String name) throws IOException {
        if (depth < 2 || depth > MOST_DIMENSIONS) {
            throw wrongDepth(json, depth, name);
        }
        Doubles numbers = new Doubles();
        int[] sizes = new int[depth]; // 0 while it is not known
        int[] counts = new int[depth];
        Arrays.fill(counts, 0, depth - 1, 1);
        int open = depth;
        for (JsonToken token = json.currentToken(); ; token = json.nextToken()) {
            if (token == JsonToken.END_ARRAY) {
                int count = counts[open - 1];
                if (count == 0 || (sizes[open - 1] != 0 && count != sizes[open - 1])) {
                    throw uneven(json, name, sizes[open - 1], count + " found");
                }
                sizes[open - 1] = count;
                counts[open - 1] = 0;
                if (--open == 0) {
                    return new JsonArray(field, Arrays.stream(sizes).boxed().toList(), numbers);
                }
                continue;
            }
            boolean fits = open == depth ? isNumber(json) : token == JsonToken.START_ARRAY;
            if (!fits) {
                throw refusal(
                        json,
                        name,
                        (open == depth ? "a number" : "a list in [ ]") + " is expected, not " + description(json));
            }
            if (++counts[open - 1] > sizes[open - 1] && sizes[open - 1] != 0) {
                throw uneven(json, name, sizes[open - 1], "more found");
            }
            if (open == depth) {
                if (numbers.size() == most) {
                    throw refusal(
                            json,
                            name,
                            "there are more than " + Doubles.MOST + " numbers; save them as .npy or .safetensors");
                }
                numbers.add(json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN);
            } else {
                open++;
            }
        }
    }

    /** Whether a number stands there, or what is written where there is none: null, as JavaScript does, or Regard's "NaN". */
    static boolean isNumber(JsonParser json) throws IOException {
        return json.currentToken().isNumeric()
                || json.currentToken() == JsonToken.VALUE_NULL
                || (json.currentToken() == JsonToken.VALUE_STRING
                        && json.getText().equals("NaN"));
    }

    static Refusal wrongDepth(JsonParser json, int depth, String name) {
        return refusal(
                json,
                name,
                "the numbers stand in " + depth + (depth == 1 ? " list" : " lists inside each other")
                        + "; two to four are expected, ([layers,] [heads,] queries, keys), or five with a batch");
    }

    private static Refusal uneven(JsonParser json, String name, int expected, String found) {
        return expected == 0
                ? refusal(json, name, "a list is empty")
                : refusal(json, name, expected + " items expected, as many as in the list before, " + found);
    }

    /** What is said of more than are read. */
    static String limitText(String what, int most) {
        return String.format(Locale.ROOT, "there are more than %,d %s; at most %,d are read", most, what, most);
    }

    /** A refusal that names the place that has been come to. */
    static Refusal refusal(JsonParser json, String name, String what) {
        JsonLocation at = json.currentTokenLocation();
        return new Refusal(name + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what + ".");
    }

    /** What stands there, in a few words. */
    static String description(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_ARRAY -> "a list in [ ]";
            case START_OBJECT -> "fields in { }";
            case END_ARRAY -> "the end of an empty list";
            case VALUE_STRING -> "“" + brief(json.getText()) + "”";
            default -> brief(json.getText());
        };
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }
}
