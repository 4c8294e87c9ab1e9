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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of numbers in a JSON file: the file is one array, or an object that holds arrays under any names. It is read as
 * a stream, so that nothing but these numbers is ever in memory. NaN and Infinity, which Python writes, count as numbers.
 *
 * @param arrays those of two to four dimensions, in the file's order
 * @param texts the lists of texts that were asked for, by name
 */
public record JsonArrays(List<JsonArray> arrays, Map<String, List<String>> texts) {
    /** A larger text holds more numbers than are kept. */
    public static final long MOST_BYTES = 256L << 20;

    /** Each array or field costs memory besides its own bytes. */
    private static final int MOST_ARRAYS = 10_000;

    private static final int MOST_FIELDS = 100_000;
    private static final int DEEPEST = 40;
    private static final int MOST_TEXTS = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 20;

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
    }

    /**
     * Reads a file.
     *
     * @param texts the names of fields that hold lists of texts
     * @param passed the names of fields that are not looked at
     * @throws Refusal if it is not JSON, holds no such array, or one of them is not of one width; the message names line and
     *     column
     */
    public static JsonArrays read(Path file, Set<String> texts, Set<String> passed) {
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
        private final Set<String> wanted;
        private final Set<String> passed;
        private final List<JsonArray> arrays = new ArrayList<>();
        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private @Nullable Refusal problem; // the first one
        private long kept;
        private int fields;

        Reading(String name, Set<String> wanted, Set<String> passed) {
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
                        ? new Refusal(name + " holds no array of numbers of two to four dimensions.")
                        : problem;
            }
            return new JsonArrays(arrays, texts);
        }

        private void whole(JsonParser json) throws IOException {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new Refusal(name + " is empty.");
            }
            if (first == JsonToken.START_OBJECT) {
                fields(json);
            } else if (first == JsonToken.START_ARRAY) {
                array(json, "");
            } else {
                throw JsonArray.refusal(json, name, "lists of numbers in [ ] are expected");
            }
            if (json.nextToken() != null) {
                throw JsonArray.refusal(json, name, "something follows its end");
            }
        }

        private void fields(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                count(json);
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (wanted.contains(field) && value != JsonToken.VALUE_NULL) {
                    texts.put(field, texts(json, field));
                } else if (value == JsonToken.START_ARRAY && !passed.contains(field)) {
                    array(json, field);
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
                throw JsonArray.refusal(json, name, limitText("fields", MOST_FIELDS));
            }
        }

        private static String limitText(String what, int most) {
            return String.format(Locale.ROOT, "there are more than %,d %s; at most %,d are read", most, what, most);
        }

        /** What holds no numbers at all may be something else: it is a problem only if there is nothing better. */
        private void array(JsonParser json, String field) throws IOException {
            int depth = JsonArray.depth(json);
            boolean numbers = json.currentToken().isNumeric();
            if (numbers && (field.isEmpty() || (depth > 1 && depth <= JsonArray.MOST_DIMENSIONS))) {
                if (arrays.size() == MOST_ARRAYS) {
                    throw JsonArray.refusal(json, name, limitText("arrays", MOST_ARRAYS));
                }
                JsonArray read = JsonArray.read(json, field, depth, Doubles.MOST - kept, name);
                kept += read.numbers().size();
                arrays.add(read);
                return;
            }
            if (problem == null && !numbers) {
                problem = JsonArray.refusal(json, name, "a number is expected, not " + JsonArray.description(json));
            } else if (problem == null && depth > 1) {
                problem = JsonArray.wrongDepth(json, depth, name);
            }
            pass(json, depth);
        }

        private List<String> texts(JsonParser json, String field) throws IOException {
            List<String> list = new ArrayList<>();
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw JsonArray.refusal(json, name, "“" + field + "” is to be a list of texts");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() != JsonToken.VALUE_STRING) {
                    throw JsonArray.refusal(
                            json,
                            name,
                            "“" + field + "” is a list of texts in quotes, not of " + JsonArray.description(json));
                }
                if (list.size() == MOST_TEXTS) {
                    throw JsonArray.refusal(json, name, limitText("texts in “" + field + "”", MOST_TEXTS));
                }
                list.add(json.getText());
            }
            return List.copyOf(list);
        }
    }
}
