package app.regard.file.array;

import app.regard.file.Json;
import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of numbers in a JSON file: the file is one array, or objects and lists of objects, however deep, that hold arrays
 * under any names. It is read as a stream, so that nothing but these numbers is ever in memory. NaN and Infinity, which Python
 * writes, count as numbers. A name is the way to its field, with points between; of a list of several objects each has a
 * number, “[0].attention”.
 *
 * @param arrays those of two to five dimensions, in the file's order
 * @param texts the lists of texts that were asked for, by name: one list, or one for each of several texts
 * @param others the names of other lists of texts
 */
public record JsonArrays(List<JsonArray> arrays, Map<String, List<List<String>>> texts, List<String> others) {
    /** A larger text holds more numbers than are kept. */
    public static final long MOST_BYTES = 256L << 20;

    /** Each array or field costs memory besides its own bytes. */
    private static final int MOST_ARRAYS = 10_000;

    private static final int MOST_FIELDS = 100_000;
    private static final int DEEPEST = 40;
    private static final int MOST_TEXTS = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_OTHERS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1100)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    public JsonArrays {
        arrays = List.copyOf(arrays);
        texts = Map.copyOf(texts);
        others = List.copyOf(others);
    }

    /**
     * Reads a file.
     *
     * @param texts whether a field of a name, without the way to it, holds a list of texts
     * @param passed the names of fields that are not looked at
     * @throws Refusal if it is not JSON, holds no such array, or one of them is not of one width; the message names line and
     *     column
     */
    public static JsonArrays read(Path file, Predicate<String> texts, Set<String> passed) {
        String name = WholeFile.name(file);
        try (InputStream in = WholeFile.open(file)) {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(name);
            }
            return new Reading(name, texts, passed).of(in);
        } catch (JsonProcessingException e) {
            throw Json.broken(e, name);
        } catch (CharConversionException e) {
            throw new Refusal(name + " is not text in UTF-8. Save it in that encoding.");
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    public static Refusal tooLarge(String name) {
        return new Refusal(name + " is too large: at most " + (MOST_BYTES >> 20)
                + " MB of text can be read. Save it as .npy or .safetensors, of which any part can be read.");
    }

    /** One file being read. */
    private static final class Reading {
        private final String name;
        private final Predicate<String> wanted;
        private final Set<String> passed;
        private final List<JsonArray> arrays = new ArrayList<>();
        private final Map<String, List<List<String>>> texts = new LinkedHashMap<>();
        private final List<String> others = new ArrayList<>();
        private @Nullable Refusal problem; // the first one
        private long kept;
        private int fields;
        private int named;

        Reading(String name, Predicate<String> wanted, Set<String> passed) {
            this.name = name;
            this.wanted = wanted;
            this.passed = passed;
        }

        JsonArrays of(InputStream in) throws IOException {
            try (JsonParser json = FACTORY.createParser(in)) {
                try {
                    whole(json);
                } catch (StreamConstraintsException e) {
                    throw JsonArray.refusal(
                            json, name, "lists or fields are nested too deeply, or a text or a number is too long");
                }
            }
            if (arrays.isEmpty()) {
                throw problem == null
                        ? new Refusal(name + " holds no array of numbers of two to five dimensions.")
                        : problem;
            }
            return new JsonArrays(arrays, texts, others);
        }

        private void whole(JsonParser json) throws IOException {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new Refusal(name + " is empty.");
            }
            if (first == JsonToken.START_OBJECT) {
                records(json, ""); // one, or one after the other as in JSON Lines
            } else if (first == JsonToken.START_ARRAY) {
                list(json, "", "");
            } else {
                throw JsonArray.refusal(json, name, "lists of numbers in [ ] are expected");
            }
            if (json.nextToken() != null) {
                throw JsonArray.refusal(json, name, "something follows its end");
            }
        }

        /** An object's fields; where it ends the parser stands at its end. */
        private void fields(JsonParser json, String way) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                count(json);
                String field = json.currentName();
                String named = way.isEmpty() ? field : way + "." + field;
                JsonToken value = json.nextToken();
                if (wanted.test(field) && value != JsonToken.VALUE_NULL && value != JsonToken.START_OBJECT) {
                    texts.put(named, tokens(json, field));
                } else if (value == JsonToken.START_ARRAY && !passed.contains(field)) {
                    list(json, named, field);
                } else if (value == JsonToken.START_OBJECT) {
                    fields(json, named);
                } else {
                    pass(json, 0);
                }
            }
        }

        /**
         * On to the end of a value that is not looked at, of which so many brackets were passed already. The parser remembers
         * the names of all fields, so they count.
         */
        private void pass(JsonParser json, int depth) throws IOException {
            int open = depth;
            while (true) {
                JsonToken token = json.currentToken();
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (open == 0) {
                    return;
                }
                if (json.nextToken() == JsonToken.FIELD_NAME) {
                    count(json);
                }
            }
        }

        private void count(JsonParser json) {
            if (++fields > MOST_FIELDS) {
                throw JsonArray.refusal(json, name, JsonArray.limitText("fields", MOST_FIELDS));
            }
        }

        /** What holds no numbers at all may be something else: it is a problem only if there is nothing better. */
        private void list(JsonParser json, String way, String field) throws IOException {
            int depth = JsonArray.depth(json);
            boolean numbers = JsonArray.isNumber(json);
            if (depth == 1 && json.currentToken() == JsonToken.START_OBJECT) {
                records(json, way);
                return;
            }
            if (numbers && (way.isEmpty() || (depth > 1 && depth <= JsonArray.MOST_DIMENSIONS))) {
                if (arrays.size() == MOST_ARRAYS) {
                    throw JsonArray.refusal(json, name, JsonArray.limitText("arrays", MOST_ARRAYS));
                }
                JsonArray read = JsonArray.read(json, way, depth, Doubles.MOST - kept, name);
                kept += read.numbers().size();
                if (read.numbers().any()) {
                    arrays.add(read);
                } else if (problem == null) {
                    problem = JsonArray.refusal(json, name, "a number is expected, not only null");
                }
                return;
            }
            if (problem == null && !numbers) {
                problem = JsonArray.refusal(json, name, "a number is expected, not " + JsonArray.description(json));
            } else if (problem == null && depth > 1) {
                problem = JsonArray.wrongDepth(json, depth, name);
            }
            if (json.currentToken() == JsonToken.VALUE_STRING && others.size() < MOST_OTHERS) {
                others.add(field);
            }
            pass(json, depth);
        }

        /** The objects of a list; where there are several, each has its number in the names. */
        private void records(JsonParser json, String way) throws IOException {
            int arraysBefore = arrays.size();
            List<String> textsBefore = List.copyOf(texts.keySet());
            int at = 0;
            for (; json.currentToken() != null && json.currentToken() != JsonToken.END_ARRAY; json.nextToken(), at++) {
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    pass(json, 0);
                    continue;
                }
                fields(json, (way.isEmpty() ? "" : way + ".") + "[" + at + "]");
            }
            if (at == 1) {
                unnumber(way, arraysBefore, textsBefore);
            }
        }

        /** The only object of a list needs no number. */
        private void unnumber(String way, int from, List<String> before) {
            String number = (way.isEmpty() ? "" : way + ".") + "[0].";
            String plain = way.isEmpty() ? "" : way + ".";
            for (int i = from; i < arrays.size(); i++) {
                JsonArray array = arrays.get(i);
                arrays.set(
                        i,
                        new JsonArray(plain + array.name().substring(number.length()), array.shape(), array.numbers()));
            }
            for (String text : List.copyOf(texts.keySet())) {
                if (!before.contains(text)) {
                    texts.put(plain + text.substring(number.length()), Objects.requireNonNull(texts.remove(text)));
                }
            }
        }

        /** One list of texts, several, or one text that may be a list of Python's. */
        private List<List<String>> tokens(JsonParser json, String field) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return List.of(List.of(json.getText()));
            }
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw JsonArray.refusal(json, name, "“" + field + "” is to be a list of texts");
            }
            List<List<String>> lists = new ArrayList<>();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return List.of(texts(json, field));
            }
            for (; json.currentToken() == JsonToken.START_ARRAY; json.nextToken()) {
                json.nextToken();
                lists.add(texts(json, field));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw JsonArray.refusal(json, name, "“" + field + "” is to be a list of texts");
            }
            return List.copyOf(lists);
        }

        /** The texts from here to the end of their list. */
        private List<String> texts(JsonParser json, String field) throws IOException {
            List<String> list = new ArrayList<>();
            for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
                if (json.currentToken() != JsonToken.VALUE_STRING) {
                    throw JsonArray.refusal(
                            json,
                            name,
                            "“" + field + "” is a list of texts in quotes, not of " + JsonArray.description(json));
                }
                if (++named > MOST_TEXTS) {
                    throw JsonArray.refusal(json, name, JsonArray.limitText("texts in “" + field + "”", MOST_TEXTS));
                }
                list.add(json.getText());
            }
            return List.copyOf(list);
        }
    }
}
