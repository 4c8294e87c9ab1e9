package app.regard.transformer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in the wire format, written after its specification. */
final class ProtobufBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtobufBytes varint(long value) {
        long left = value;
        for (; (left & ~127L) != 0; left >>>= 7) {
            out.write((int) (left & 127) | 128);
        }
        out.write((int) left);
        return this;
    }

    ProtobufBytes number(int field, long value) {
        return varint(field * 8L).varint(value);
    }

    ProtobufBytes bytes(int field, byte[] content) {
        varint(field * 8L + 2).varint(content.length);
        out.writeBytes(content);
        return this;
    }

    ProtobufBytes text(int field, String content) {
        return bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufBytes claim(int field, long length) {
        return varint(field * 8L + 2).varint(length);
    }

    /** Fields as they were written before. */
    ProtobufBytes raw(byte[] fields) {
        out.writeBytes(fields);
        return this;
    }

    byte[] all() {
        return out.toByteArray();
    }
}
