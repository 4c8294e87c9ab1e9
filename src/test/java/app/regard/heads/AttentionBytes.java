package app.regard.heads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of attention byte by byte, so that a test can write what no library would. */
public final class AttentionBytes {
    private AttentionBytes() {}

    /** A .npy file of these bytes. */
    public static byte[] npy(String kind, String shape, byte[] data) {
        return join(npyStart(kind, shape), data);
    }

    /** What stands before the numbers. */
    public static byte[] npyStart(String kind, String shape) {
        String header = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': " + shape + ", }";
        byte[] text =
                (header + " ".repeat(Math.max(0, 117 - header.length())) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    public static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    /** A member of a zip. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Member(String name, byte[] bytes) {}

    /** A zip that is not compressed; unlike the JDK's own writer it lets a name stand twice. */
    public static byte[] stored(Member... members) {
        List<byte[]> parts = new ArrayList<>();
        List<byte[]> directory = new ArrayList<>();
        int at = 0;
        for (Member member : members) {
            CRC32 crc = new CRC32();
            crc.update(member.bytes());
            byte[] name = member.name().getBytes(StandardCharsets.UTF_8);
            byte[] local = storedStart(name, crc.getValue(), member.bytes().length);
            parts.add(join(local, member.bytes()));
            directory.add(storedEntry(name, crc.getValue(), member.bytes().length, at));
            at += local.length + member.bytes().length;
        }
        byte[] central = join(directory.toArray(byte[][]::new));
        return join(join(parts.toArray(byte[][]::new)), central, zipEnd(members.length, central.length, at));
    }

    public static byte[] storedStart(byte[] name, long crc, int size) {
        return ByteBuffer.allocate(30 + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putLong(14, crc & 0xFFFFFFFFL)
                .putInt(18, size)
                .putInt(22, size)
                .putShort(26, (short) name.length)
                .position(30)
                .put(name)
                .array();
    }

    public static byte[] storedEntry(byte[] name, long crc, int size, int at) {
        return ByteBuffer.allocate(46 + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putLong(16, crc & 0xFFFFFFFFL)
                .putInt(20, size)
                .putInt(24, size)
                .putShort(28, (short) name.length)
                .putInt(42, at)
                .position(46)
                .put(name)
                .array();
    }

    public static byte[] zipEnd(int members, int directory, int at) {
        return ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) members)
                .putShort((short) members)
                .putInt(directory)
                .putInt(at)
                .array();
    }

    public static byte[] deflated(Member... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Member member : members) {
                zip.putNextEntry(new ZipEntry(member.name()));
                zip.write(member.bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public static byte[] safetensors(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] length = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array();
        return join(length, json, data);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
