package app.regard.model;

import app.regard.file.NpyType;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: eight bytes with the length of a header, the header as JSON (for each tensor its kind, shape
 * and place), then the numbers. Everything a header claims is held against the file before it is believed.
 *
 * @param tensors those of floating-point numbers, in the file's order
 * @param notes the header's “__metadata__”
 */
record Safetensors(List<Stored> tensors, Map<String, String> notes) {
    /** Longer headers are refused; that of a large model takes a few hundred kilobytes. */
    private static final int LONGEST = 1 << 24;

    private static final Map<String, Stored.Kind> KINDS = Map.of(
            "F64", kind(8, 1e-9, new NpyType('f', 8, ByteOrder.LITTLE_ENDIAN)),
            "F32", kind(4, 1e-4, new NpyType('f', 4, ByteOrder.LITTLE_ENDIAN)),
            "F16", kind(2, 5e-3, new NpyType('f', 2, ByteOrder.LITTLE_ENDIAN)),
            "BF16", new Stored.Kind(2, 4e-2, (bytes, at) -> Float.intBitsToFloat(bytes.getShort(at) << 16)));

    /** A tensor as the header has it. */
    private record Entry(String name, String kind, List<Long> shape, List<Long> place) {}

    private static Stored.Kind kind(int size, double tolerance, NpyType type) {
        return new Stored.Kind(size, tolerance, type::read);
    }

    /**
     * Reads a file's header.
     *
     * @param called what messages call the file
     * @throws Refusal if it is not such a file, or claims what cannot be
     */
    static Safetensors read(Path file, String called) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(8);
            long length = start.length < 8
                    ? -1
                    : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length < 2 || length > LONGEST || length > size - 8) {
                throw new Refusal(called + " is not a .safetensors file, or it is damaged: its header claims to be "
                        + Long.toUnsignedString(length) + " bytes long.");
            }
            Map<String, String> notes = new LinkedHashMap<>();
            List<Entry> entries = new ArrayList<>();
            header(in.readNBytes((int) length), called, entries, notes);
            long data = 8 + length;
            checked(entries, size - data, called);
            List<Stored> tensors = new ArrayList<>();
            for (Entry entry : entries) {
                Stored.Kind kind = KINDS.get(entry.kind());
                if (kind != null) {
                    tensors.add(stored(file, data, entry, kind, called));
                }
            }
            return new Safetensors(List.copyOf(tensors), notes);
        }
    }

    private static Stored stored(Path file, long data, Entry entry, Stored.Kind kind, String called) {
        long bytes = kind.size();
        for (long side : entry.shape()) {
            if (side < 0 || side > Integer.MAX_VALUE || (side != 0 && bytes > Long.MAX_VALUE / side)) {
                throw claims(entry, called);
            }
            bytes *= side;
        }
        if (bytes != entry.place().get(1) - entry.place().get(0)) {
            throw claims(entry, called);
        }
        long first = data + entry.place().get(0);
        return new Stored(
                entry.name(),
                entry.shape().stream().map(Long::intValue).toList(),
                kind,
                (from, length) -> ArrayFiles.part(file, first + from, length, ByteOrder.LITTLE_ENDIAN, called));
    }

    /** No two tensors may share bytes, and none may lie outside the file. */
    private static void checked(List<Entry> entries, long size, String called) {
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparing(entry -> entry.place().get(0)));
        long end = 0;
        for (Entry entry : inOrder) {
            long from = entry.place().get(0);
            long to = entry.place().get(1);
            if (from < end || to < from || to > size) {
                throw new Refusal(called + " is damaged: its tensor “" + entry.name() + "” claims the bytes " + from
                        + " to " + to + ", which overlap another’s or lie outside the file.");
            }
            end = to;
        }
    }

    private static void header(byte[] json, String called, List<Entry> entries, Map<String, String> notes)
            throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser in = factory.createParser(json)) {
            require(in.nextToken() == JsonToken.START_OBJECT, called);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                require(in.nextToken() == JsonToken.START_OBJECT, called);
                if (name.equals("__metadata__")) {
                    while (in.nextToken() == JsonToken.FIELD_NAME) {
                        String note = in.currentName();
                        require(in.nextToken() == JsonToken.VALUE_STRING, called);
                        notes.put(note, in.getText());
                    }
                } else {
                    entries.add(entry(name, in, called));
                }
            }
        } catch (JacksonException e) {
            throw new Refusal(called + " is damaged: its header is not JSON in line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        }
    }

    private static Entry entry(String name, JsonParser in, String called) throws IOException {
        String kind = "";
        List<Long> shape = new ArrayList<>();
        List<Long> place = new ArrayList<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("dtype")) {
                require(value == JsonToken.VALUE_STRING, called);
                kind = in.getText();
            } else if (field.equals("shape") || field.equals("data_offsets")) {
                require(value == JsonToken.START_ARRAY, called);
                while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                    (field.equals("shape") ? shape : place).add(in.getLongValue());
                }
                require(in.currentToken() == JsonToken.END_ARRAY, called);
            } else {
                in.skipChildren();
            }
        }
        require(place.size() == 2 && place.get(0) >= 0, called);
        return new Entry(name, kind, shape, place);
    }

    private static void require(boolean holds, String called) {
        if (!holds) {
            throw new Refusal(called + " is damaged: its header does not say kind, shape and place of each tensor.");
        }
    }

    private static Refusal claims(Entry entry, String called) {
        return new Refusal(called + " is damaged: its tensor “" + entry.name() + "” claims the shape " + entry.shape()
                + " and the bytes " + entry.place().get(0) + " to "
                + entry.place().get(1) + ", which do not fit.");
    }
}
