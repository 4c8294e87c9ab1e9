package app.regard.file.array;

import app.regard.trace.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The type of a .npy file's numbers: how it keeps one.
 *
 * @param kind f floating point, i integer, u integer without sign, b true or false, U text, S text in bytes
 * @param size bytes a number
 * @param order which of them comes first
 */
public record NpyType(char kind, int size, ByteOrder order) {
    private static final Set<String> KNOWN =
            Set.of("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1");

    private static final int LONGEST_TOLD = 40;

    /** Texts of more digits' length are none. */
    private static final int MOST_DIGITS = 5;

    /** The type that a header names, as "&lt;f8". */
    static NpyType of(String descr, String name) {
        if (descr.equals(NpyFields.RECORDS)) {
            throw new Refusal(name + " holds records of several fields, not plain numbers. Save one field of it.");
        }
        String kind = descr.isEmpty() ? "" : descr.substring(1);
        if (descr.contains("O")) {
            throw new Refusal(name + " holds Python objects, which only Python can unpack. Save plain numbers instead: "
                    + "numpy.save(file, array.astype(\"float64\")).");
        }
        if ((kind.startsWith("U") || kind.startsWith("S")) && digits(kind)) {
            int letters = Integer.parseInt(kind.substring(1));
            return new NpyType(kind.charAt(0), kind.charAt(0) == 'U' ? 4 * letters : letters, order(descr));
        }
        if (!KNOWN.contains(kind) || "<>|=".indexOf(descr.charAt(0)) < 0) {
            throw new Refusal(name + " holds numbers of the kind “" + brief(descr) + "”, which cannot be read here. "
                    + "Save them as float64: numpy.save(file, array.astype(\"float64\")).");
        }
        return new NpyType(kind.charAt(0), kind.charAt(1) - '0', order(descr));
    }

    private static ByteOrder order(String descr) {
        return descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static boolean digits(String kind) {
        return kind.length() > 1
                && kind.length() <= 1 + MOST_DIGITS
                && kind.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether these are texts. */
    public boolean text() {
        return kind == 'U' || kind == 'S';
    }

    /** The text whose bytes begin at {@code at}, without the zeros that fill it up. */
    String readText(ByteBuffer bytes, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i += kind == 'U' ? 4 : 1) {
            int point = kind == 'U' ? bytes.getInt(at + i) : bytes.get(at + i) & 0xFF;
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        String read = text.substring(0, end);
        return kind == 'U' ? read : new String(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String brief(String descr) {
        return descr.length() <= LONGEST_TOLD ? descr : descr.substring(0, LONGEST_TOLD) + "…";
    }

    /**
     * The number whose bytes begin at {@code at}; an int64 beyond 2^53 is rounded.
     *
     * @param bytes in this type's {@link #order}
     */
    public double read(ByteBuffer bytes, int at) {
        return switch (kind) {
            case 'f' -> size == 8 ? bytes.getDouble(at) : size == 4 ? bytes.getFloat(at) : half(bytes.getShort(at));
            case 'u' -> unsigned(bytes, at);
            case 'b' -> bytes.get(at) == 0 ? 0 : 1;
            default -> integer(bytes, at);
        };
    }

    private double unsigned(ByteBuffer bytes, int at) {
        return switch (size) {
            case 1 -> bytes.get(at) & 0xFF;
            case 2 -> bytes.getShort(at) & 0xFFFF;
            case 4 -> bytes.getInt(at) & 0xFFFF_FFFFL;
            default -> (bytes.getLong(at) >>> 1) * 2.0 + (bytes.getLong(at) & 1);
        };
    }

    private double integer(ByteBuffer bytes, int at) {
        return switch (size) {
            case 1 -> bytes.get(at);
            case 2 -> bytes.getShort(at);
            case 4 -> bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    /** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
    static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size;
        if (exponent == 31) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((double) fraction, -24);
        } else {
            size = Math.scalb(1024.0 + fraction, exponent - 25);
        }
        return bits < 0 ? -size : size;
    }
}
