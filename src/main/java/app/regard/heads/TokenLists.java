package app.regard.heads;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists of tokens that are kept as one text: as JSON, as Python prints a list, else one token a line. A list of lists holds
 * the tokens of several texts.
 */
final class TokenLists {
    /** JSON, and what Python makes of a list: texts in single quotes. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private TokenLists() {}

    /** The tokens in a text. */
    static List<List<String>> of(String text) {
        return listed(text.strip()).orElseGet(() -> List.of(TokenFile.lines(text)));
    }

    private static Optional<List<List<String>>> listed(String text) {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        List<List<String>> lists = new ArrayList<>();
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            if (in.nextToken() != JsonToken.START_ARRAY) {
                lists.add(texts(in));
            } else {
                for (; in.currentToken() == JsonToken.START_ARRAY; in.nextToken()) {
                    in.nextToken();
                    lists.add(texts(in));
                }
            }
            boolean many = lists.stream().anyMatch(TokenFile::tooMany);
            return many || in.currentToken() == JsonToken.END_ARRAY ? Optional.of(lists) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no list, and need not be one
        }
    }

    private static List<String> texts(JsonParser in) throws IOException {
        List<String> tokens = new ArrayList<>();
        for (; in.currentToken() == JsonToken.VALUE_STRING && !TokenFile.tooMany(tokens); in.nextToken()) {
            tokens.add(in.getText());
        }
        return tokens;
    }
}
