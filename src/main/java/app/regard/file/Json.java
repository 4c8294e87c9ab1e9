package app.regard.file;

import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text with its line and column, so that a refusal can name the place.
 *
 * @param value a Map, a List, a String, a Double or Long or BigInteger, a Boolean or null
 */
public record Json(@Nullable Object value, int line, int column) {
    /** Deeper nesting than this is no file of ours. */
    private static final int DEEPEST = 40;

    private static final int LONGEST_NUMBER = 1100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1000;

    /** So many numbers, texts and the like in one text, about 60 bytes of memory each. */
    private static final int MOST_VALUES = 4_000_000;

    /** So many lists and objects among them, which need more. */
    private static final int MOST_NESTED = 400_000;

    /** What the parser says of its own settings, which nobody can change here. */
    private static final List<String> ASIDES =
            List.of(" (start marker at", ": enable `JsonReadFeature", " (not recognized as one since");

    /** Names of fields are not kept in Jackson's table, whose own limit on equal hashes would end the program. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    /** The count of what has been read of a text. */
    private static final class Count {
        private int values;
        private int nested;
    }

    /**
     * Reads a text that holds one value.
     *
     * @param name what messages call the text
     * @throws Refusal if it is not JSON; the message names line and column
     */
    static Json of(String text, String name) {
        try (JsonParser in = FACTORY.createParser(text)) {
            try {
                return whole(in, name);
            } catch (StreamConstraintsException e) { // it knows no place of its own
                throw broken(e, in.currentLocation(), name);
            }
        } catch (JsonProcessingException e) {
            throw broken(e, name);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static Json whole(JsonParser in, String name) throws IOException {
        if (in.nextToken() == null) {
            throw new Refusal(name + " is empty.");
        }
        Json json = value(in, new Count(), name);
        if (in.nextToken() != null) {
            throw new Refusal(name + " is broken: something follows its end in line "
                    + in.currentTokenLocation().getLineNr() + ".");
        }
        return json;
    }

    /** Returns a refusal for what the parser could not read, that names line and column where they are known. */
    public static Refusal broken(JsonProcessingException e, String name) {
        return broken(e, e.getLocation(), name);
    }

    private static Refusal broken(JsonProcessingException e, @Nullable JsonLocation at, String name) {
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        String what = e instanceof StreamConstraintsException
                ? "it is nested deeper than " + DEEPEST + " levels, or a number is longer than " + LONGEST_NUMBER
                        + " digits, a text than " + LONGEST_TEXT + " characters or a field’s name than " + LONGEST_NAME
                : brief(e.getOriginalMessage());
        Refusal refusal = new Refusal(name + " is not whole or not JSON: " + place + what + ".");
        refusal.initCause(e);
        return refusal;
    }

    private static String brief(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        for (String aside : ASIDES) {
            line = line.contains(aside) ? line.substring(0, line.indexOf(aside)) : line;
        }
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    private static Json value(JsonParser in, Count read, String name) throws IOException {
        int line = in.currentTokenLocation().getLineNr();
        int column = in.currentTokenLocation().getColumnNr();
        read.nested += in.currentToken().isStructStart() ? 1 : 0;
        if (++read.values > MOST_VALUES || read.nested > MOST_NESTED) {
            throw new Refusal(name + " is too large: it holds more than " + MOST_VALUES + " values, or more than "
                    + MOST_NESTED + " lists and objects (line " + line + ", column " + column + ").");
        }
        JsonToken token = in.currentToken();
        Object value =
                switch (token) {
                    case START_OBJECT -> fields(in, read, name);
                    case START_ARRAY -> items(in, read, name);
                    case VALUE_STRING -> in.getText();
                    case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
                    case VALUE_NUMBER_INT ->
                        in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                ? in.getBigIntegerValue()
                                : (Number) in.getLongValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> null;
                };
        return new Json(value, line, column);
    }

    private static Map<String, Json> fields(JsonParser in, Count read, String name) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String field = in.currentName();
            in.nextToken();
            fields.put(field, value(in, read, name));
        }
        return fields;
    }

    private static List<Json> items(JsonParser in, Count read, String name) throws IOException {
        List<Json> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(in, read, name));
        }
        return items;
    }
}
