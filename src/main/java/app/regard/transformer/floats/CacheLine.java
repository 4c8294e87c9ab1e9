package app.regard.transformer.floats;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where an object lies in its cache line. Java has no word for it; {@code sun.misc.Unsafe} reads the reference as a number, of
 * which the lowest bits are enough. It is read only, and only while Java lets it without a warning (up to 23); where it
 * cannot be known, everything counts as the beginning of a line, and is slower, not wrong.
 */
final class CacheLine {
    /** The size of a line. */
    static final int BYTES = 64;

    private static final int LAST_WITHOUT_WARNING = 23;

    private static final @Nullable CacheLine KNOWN = find();

    private final MethodHandle read; // (Object, long) → int
    private final long base;
    private final int scale;
    private final int shift;

    private CacheLine(MethodHandle read, long base, int scale, int shift) {
        this.read = read;
        this.base = base;
        this.scale = scale;
        this.shift = shift;
    }

    /** How many bytes behind the beginning of a line the object at a place of an array begins; 0 where it is not known. */
    static int behind(Object[] array, int i) {
        return KNOWN == null ? 0 : KNOWN.bits(array, i) << KNOWN.shift & BYTES - 1;
    }

    /** Whether it can be known here. */
    static boolean known() {
        return KNOWN != null;
    }

    private int bits(Object[] array, int i) {
        try {
            return (int) read.invokeExact((Object) array, base + (long) i * scale);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable CacheLine find() {
        if (Runtime.version().feature() > LAST_WITHOUT_WARNING) {
            return null;
        }
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Object unsafe = field.get(null);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle read = lookup.findVirtual(
                            type, "getInt", MethodType.methodType(int.class, Object.class, long.class))
                    .bindTo(unsafe);
            int base = (int) type.getMethod("arrayBaseOffset", Class.class).invoke(unsafe, Object[].class);
            int scale = (int) type.getMethod("arrayIndexScale", Class.class).invoke(unsafe, Object[].class);
            CacheLine plain = new CacheLine(read, base, scale, 0);
            int shift = scale == Long.BYTES ? 0 : plain.shift();
            return shift < 0 ? null : new CacheLine(read, base, scale, shift);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** By how many bits references are shortened, from arrays of a line each that lie side by side; −1 if it does not show. */
    private int shift() {
        byte[][] lines = new byte[9][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new byte[BYTES - 16];
        }
        for (int shift = 0; shift <= 4; shift++) {
            int like = 0;
            for (int i = 1; i < lines.length; i++) {
                like += bits(lines, i) - bits(lines, i - 1) == BYTES >> shift ? 1 : 0;
            }
            if (like > lines.length / 2) {
                return shift;
            }
        }
        return -1;
    }
}
