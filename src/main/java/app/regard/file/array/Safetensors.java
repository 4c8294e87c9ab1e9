package app.regard.file.array;

import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The safetensors format: eight bytes with the length of a header, the header as JSON (for each tensor its kind, shape
 * and place), then the numbers. Everything a header claims is held against the file before it is believed.
 *
 * @param tensors those of kinds that can be read, in the file's order
 * @param notes the header's “__metadata__”
 * @param places where all tensors stand, by name, of whatever kind of number
 */
public record Safetensors(List<Stored> tensors, Map<String, String> notes, Map<String, Place> places) {
    /**
     * Where a tensor stands in the file.
     *
     * @param kind its kind of number: "F32"
     * @param at of its first byte
     */
    public record Place(String kind, List<Long> shape, long at) {}

    /** Longer headers are refused; that of a large model takes a few hundred kilobytes. */
    private static final int LONGEST = 1 << 24;

    /** More tensors or notes than this make no file of attention; each costs more memory than it takes in the file. */
    private static final int MOST = 10_000;

    private static final int MOST_DIMENSIONS = 64;

    /** The sizes of all kinds, in bytes: what is not attention is held against the file too. */
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("BOOL", 1),
            Map.entry("U8", 1),
            Map.entry("I8", 1),
            Map.entry("F8_E4M3", 1),
            Map.entry("F8_E5M2", 1),
            Map.entry("U16", 2),
            Map.entry("I16", 2),
            Map.entry("F16", 2),
            Map.entry("BF16", 2),
            Map.entry("U32", 4),
            Map.entry("I32", 4),
            Map.entry("F32", 4),
            Map.entry("U64", 8),
            Map.entry("I64", 8),
            Map.entry("F64", 8));

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** How far from 1 rows of such coarse numbers may sum. */
    private static final double EIGHT_BITS = 0.125;

    private static final Map<String, Stored.Kind> KINDS = Map.ofEntries(
            kind("F64", 'f', 8),
            kind("F32", 'f', 4),
            kind("F16", 'f', 2),
            kind("I64", 'i', 8),
            kind("I32", 'i', 4),
            kind("I16", 'i', 2),
            kind("I8", 'i', 1),
            kind("U64", 'u', 8),
            kind("U32", 'u', 4),
            kind("U16", 'u', 2),
            kind("U8", 'u', 1),
            kind("BOOL", 'b', 1),
            Map.entry(
                    "BF16",
                    new Stored.Kind(2, 4e-2, false, (bytes, at) -> Float.intBitsToFloat(bytes.getShort(at) << 16))),
            Map.entry("F8_E4M3", new Stored.Kind(1, EIGHT_BITS, false, (bytes, at) -> e4m3(bytes.get(at)))),
            Map.entry(
                    "F8_E5M2", // the upper half of an F16
                    new Stored.Kind(1, EIGHT_BITS, false, (bytes, at) -> NpyType.half((short) (bytes.get(at) << 8)))));

    /** A sign, four bits of exponent, three of fraction, without infinities (OCP 8-bit floating point, E4M3). */
    private static double e4m3(byte bits) {
        int exponent = bits >> 3 & 15;
        int fraction = bits & 7;
        double size = exponent == 15 && fraction == 7
                ? Double.NaN
                : exponent == 0 ? Math.scalb((double) fraction, -9) : Math.scalb(8.0 + fraction, exponent - 10);
        return bits < 0 ? -size : size;
    }

    /** A tensor as the header has it. */
    private record Entry(String name, String kind, List<Long> shape, List<Long> place) {}

    private static Map.Entry<String, Stored.Kind> kind(String name, char kind, int size) {
        return Map.entry(name, Stored.Kind.of(new NpyType(kind, size, ByteOrder.LITTLE_ENDIAN)));
    }

    /**
     * Reads a file's header.
     *
     * @param marks by which the file is known again
     * @param called what messages call the file
     * @throws Refusal if it is not such a file, or claims what cannot be
     */
    public static Safetensors read(Path file, Fingerprint marks, String called) throws IOException {
        long size = marks.size();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(8);
            if (start.length < 8) {
                throw new Refusal(
                        called + " is not a .safetensors file, or it is damaged: it has " + start.length + " bytes.");
            }
            long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length < 2 || length > LONGEST || length > size - 8) {
                throw new Refusal(called + " is not a .safetensors file, or it is damaged: its header claims to be "
                        + Long.toUnsignedString(length) + " bytes long.");
            }
            Map<String, String> notes = new LinkedHashMap<>();
            List<Entry> entries = new ArrayList<>();
            header(in.readNBytes((int) length), called, entries, notes);
            long data = 8 + length;
            checkPlaces(entries, size - data, called);
            List<Stored> tensors = new ArrayList<>();
            Map<String, Place> places = new HashMap<>();
            for (Entry entry : entries) {
                places.put(
                        entry.name(),
                        new Place(
                                entry.kind(),
                                entry.shape(),
                                data + entry.place().get(0)));
                Integer number = SIZES.get(entry.kind());
                if (number != null) {
                    checkSize(entry, number, called);
                }
                Stored.Kind kind = KINDS.get(entry.kind());
                if (kind != null) {
                    long first = data + entry.place().get(0);
                    tensors.add(new Stored(
                            entry.name(),
                            entry.shape().stream().map(Long::intValue).toList(),
                            kind,
                            (from, count) -> marks.part(file, first + from, count, ByteOrder.LITTLE_ENDIAN)));
                }
            }
            return new Safetensors(List.copyOf(tensors), notes, places);
        }
    }

    private static void checkSize(Entry entry, int number, String called) {
        long bytes = number;
        for (long side : entry.shape()) {
            if (side < 0 || side > Integer.MAX_VALUE || (side != 0 && bytes > Long.MAX_VALUE / side)) {
                throw claims(entry, called);
            }
            bytes *= side;
        }
        if (bytes != entry.place().get(1) - entry.place().get(0)) {
            throw claims(entry, called);
        }
    }

    /** One tensor begins where another ends, and the last one ends with the file. */
    private static void checkPlaces(List<Entry> entries, long size, String called) {
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparing((Entry entry) -> entry.place().get(0))
                .thenComparing(entry -> entry.place().get(1)));
        long end = 0;
        for (Entry entry : inOrder) {
            long from = entry.place().get(0);
            long to = entry.place().get(1);
            if (from < end || to < from || to > size) {
                throw new Refusal(called + " is damaged: its tensor “" + entry.name() + "” claims the bytes " + from
                        + " to " + to + ", which overlap another’s or lie outside the file.");
            }
            if (from > end) {
                throw unclaimed(end, from, called);
            }
            end = to;
        }
        if (end < size) {
            throw unclaimed(end, size, called);
        }
    }

    private static Refusal unclaimed(long from, long to, String called) {
        return new Refusal(
                called + " is damaged: no tensor claims its bytes " + from + " to " + to + ". Save the file again.");
    }

    private static void header(byte[] json, String called, List<Entry> entries, Map<String, String> notes)
            throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            try {
                require(in.nextToken() == JsonToken.START_OBJECT, called);
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = in.currentName();
                    require(in.nextToken() == JsonToken.START_OBJECT, called);
                    if (name.equals("__metadata__")) {
                        notes(in, called, notes);
                    } else {
                        entries.add(entry(name, in, called));
                    }
                    checkCount(entries.size(), "tensors", called);
                }
                require(in.nextToken() == null, called);
            } catch (JacksonException e) {
                JsonLocation at = in.currentLocation(); // the library's own limits bear no place
                throw new Refusal(called + " is damaged: its header is not JSON that can be read in line "
                        + at.getLineNr() + ", column " + at.getColumnNr() + ".");
            }
        }
    }

    private static void notes(JsonParser in, String called, Map<String, String> notes) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String note = in.currentName();
            require(in.nextToken() == JsonToken.VALUE_STRING, called);
            notes.put(note, in.getText());
            checkCount(notes.size(), "notes", called);
        }
    }

    private static void checkCount(int count, String what, String called) {
        if (count > MOST) {
            throw new Refusal(String.format(
                    Locale.ROOT, "%s has more than %,d %s; at most %,d are read.", called, MOST, what, MOST));
        }
    }

    private static Entry entry(String name, JsonParser in, String called) throws IOException {
        String kind = "";
        List<Long> shape = List.of();
        List<Long> place = List.of();
        int fields = 0; // none twice, the parser sees to that
        for (; in.nextToken() == JsonToken.FIELD_NAME; fields++) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            switch (field) {
                case "dtype" -> {
                    require(value == JsonToken.VALUE_STRING, called);
                    kind = in.getText();
                }
                case "shape" -> shape = numbers(in, MOST_DIMENSIONS, called);
                case "data_offsets" -> place = numbers(in, 2, called);
                default -> require(false, called);
            }
        }
        require(fields == 3 && place.size() == 2 && place.get(0) >= 0, called);
        return new Entry(name, kind, shape, place);
    }

    private static List<Long> numbers(JsonParser in, int most, String called) throws IOException {
        require(in.currentToken() == JsonToken.START_ARRAY, called);
        List<Long> numbers = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            require(numbers.size() < most, called);
            numbers.add(in.getLongValue());
        }
        require(in.currentToken() == JsonToken.END_ARRAY, called);
        return numbers;
    }

    private static void require(boolean holds, String called) {
        if (!holds) {
            throw new Refusal(called + " is damaged: its header does not say kind, shape and place of each tensor, "
                    + "and nothing else.");
        }
    }

    private static Refusal claims(Entry entry, String called) {
        return new Refusal(called + " is damaged: its tensor “" + entry.name() + "” claims the shape " + entry.shape()
                + " and the bytes " + entry.place().get(0) + " to "
                + entry.place().get(1) + ", which do not fit.");
    }
}
