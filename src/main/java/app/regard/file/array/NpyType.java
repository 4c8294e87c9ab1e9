package app.regard.file.array;

import app.regard.trace.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The type of a .npy file's numbers: how it keeps one.
 *
 * @param kind f floating point, i integer, u integer without sign, b true or false
 * @param size bytes a number
 * @param order which of them comes first
 */
public record NpyType(char kind, int size, ByteOrder order) {
    private static final Set<String> KNOWN = Set.of("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "b1");

    private static final int LONGEST_TOLD = 40;

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
        if (kind.startsWith("U") || kind.startsWith("S")) {
            throw new Refusal(name + " holds texts, not numbers. Save tokens as bytes, one token a line: "
                    + "numpy.frombuffer(\"\\n\".join(tokens).encode(), dtype=\"uint8\").");
        }
        if (!KNOWN.contains(kind) || "<>|=".indexOf(descr.charAt(0)) < 0) {
            throw new Refusal(name + " holds numbers of the kind “" + brief(descr) + "”, which cannot be read here. "
                    + "Save them as float64: numpy.save(file, array.astype(\"float64\")).");
        }
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyType(kind.charAt(0), kind.charAt(1) - '0', order);
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
            case 'u' -> bytes.get(at) & 0xFF;
            case 'b' -> bytes.get(at) == 0 ? 0 : 1;
            default -> integer(bytes, at);
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
    private static double half(short bits) {
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
