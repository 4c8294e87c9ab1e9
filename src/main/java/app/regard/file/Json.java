package app.regard.file;

import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
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
record Json(@Nullable Object value, int line, int column) {
    /** Deeper nesting than this is no file of ours. */
    private static final int DEEPEST = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1100)
                    .build())
            .build();

    /**
     * Reads a text that holds one value.
     *
     * @param name what messages call the text
     * @throws Refusal if it is not JSON; the message names line and column
     */
    static Json of(String text, String name) {
        try (JsonParser in = FACTORY.createParser(text)) {
            if (in.nextToken() == null) {
                throw new Refusal(name + " is empty.");
            }
            Json json = value(in);
            if (in.nextToken() != null) {
                throw new Refusal(name + " is broken: something follows its end in line "
                        + in.currentTokenLocation().getLineNr() + ".");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw broken(e, name);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    /** What the parser could not read, as a refusal that names line and column. */
    static Refusal broken(JsonProcessingException e, String name) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        Refusal refusal =
                new Refusal(name + " is not whole or not JSON: " + place + brief(e.getOriginalMessage()) + ".");
        refusal.initCause(e);
        return refusal;
    }

    private static String brief(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    private static Json value(JsonParser in) throws IOException {
        int line = in.currentTokenLocation().getLineNr();
        int column = in.currentTokenLocation().getColumnNr();
        JsonToken token = in.currentToken();
        Object value =
                switch (token) {
                    case START_OBJECT -> fields(in);
                    case START_ARRAY -> items(in);
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

    private static Map<String, Json> fields(JsonParser in) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            fields.put(name, value(in));
        }
        return fields;
    }

    private static List<Json> items(JsonParser in) throws IOException {
        List<Json> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(in));
        }
        return items;
    }
}
