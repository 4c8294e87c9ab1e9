package app.regard.file;

import app.regard.text.Printable;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** JSON as we write it: UTF-8, lines end with LF, an object's fields each on a line, lists of numbers in one. */
public final class JsonText {
    private JsonText() {}

    /** Above this, characters are written as \\u…: halves of a pair that lost the other half have no UTF-8. */
    private static final int HIGHEST_PLAIN = 0xD7FF;

    /** What a terminal would obey, or what turns the order of letters, is escaped like the controls of ASCII. */
    private static final CharacterEscapes ESCAPES = new CharacterEscapes() {
        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7F] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return Printable.is(c) ? null : new SerializedString(String.format("\\u%04X", c));
        }
    };

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    /** What is written. */
    @FunctionalInterface
    public interface Body {
        void to(JsonGenerator out) throws IOException;
    }

    /** Writes one value and a line end; the stream stays open. */
    public static void write(OutputStream out, Body body) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.setHighestNonEscapedChar(HIGHEST_PLAIN);
            json.setCharacterEscapes(ESCAPES);
            json.setPrettyPrinter(layout());
            body.to(json);
            json.writeRaw('\n');
        }
    }

    /** Writes a number as {@link Digits} does, so that it reads back to the same bits; −∞ as the text "-Infinity". */
    public static void number(JsonGenerator out, double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(Digits.of(number));
        } else {
            out.writeString(Digits.of(number));
        }
    }

    /** Writes one item of a list. */
    @FunctionalInterface
    public interface Item<T> {
        void to(JsonGenerator out, T item) throws IOException;
    }

    /** Writes a field that is a list. */
    public static <T> void list(JsonGenerator out, String field, Iterable<T> all, Item<? super T> item)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (T one : all) {
            item.to(out, one);
        }
        out.writeEndArray();
    }

    /** Writes a field that is a list of texts. */
    public static void texts(JsonGenerator out, String field, Iterable<String> all) throws IOException {
        list(out, field, all, JsonGenerator::writeString);
    }

    private static DefaultPrettyPrinter layout() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withObjectIndenter(new DefaultIndenter(" ", "\n"))
                .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());
    }
}
