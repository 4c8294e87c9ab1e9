package app.regard.transformer.tensor;

import app.regard.file.array.NpyType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of number that weights are kept in. */
enum FloatKind {
    F64(8),
    F32(4),
    F16(2),
    BF16(2);

    private static final NpyType HALF = new NpyType('f', 2, ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    FloatKind(int bytes) {
        this.bytes = bytes;
    }

    /** The kind of that name; none for one that is not read here. */
    static Optional<FloatKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** How many bytes a number has. */
    int bytes() {
        return bytes;
    }

    /** Fills a row with the numbers that stand in some bytes, the least significant of each first. */
    void read(ByteBuffer from, float[] row) {
        switch (this) {
            case F32 -> from.asFloatBuffer().get(row);
            case F64 -> {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) from.getDouble(8 * j);
                }
            }
            case F16 -> {
                for (int j = 0; j < row.length; j++) {
                    row[j] = half(from, 2 * j);
                }
            }
            case BF16 -> {
                for (int j = 0; j < row.length; j++) {
                    row[j] = Float.intBitsToFloat(from.getShort(2 * j) << 16);
                }
            }
        }
    }

    /** IEEE 754 binary16: normal numbers by their bits, the others as everywhere. */
    private static float half(ByteBuffer from, int at) {
        short bits = from.getShort(at);
        int exponent = bits >> 10 & 31;
        return exponent == 0 || exponent == 31
                ? (float) HALF.read(from, at)
                : Float.intBitsToFloat((bits & 0x8000) << 16 | (exponent + 112) << 23 | (bits & 1023) << 13);
    }
}
