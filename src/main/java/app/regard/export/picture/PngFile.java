package app.regard.export.picture;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A PNG file as it is written, from the top row down (W3C, Portable Network Graphics, third edition): 8 bits a channel, red,
 * green, blue and, where wanted, alpha. ImageIO does the same, but it starts a toolkit and an event queue for it, which takes
 * a cold process longer than the picture.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final byte RGBA = 6;

    /** Filter types (section 9): a row as it is, or as the difference to the row above. */
    private static final byte AS_IT_IS = 0;

    private static final byte UP = 2;

    /** How many bytes stand in one chunk of pixels. */
    private static final int CHUNK = 1 << 16;

    private final DataOutputStream to;
    private final int channels;
    private final int[] pixels;
    private final int[] above;
    private final byte[] row;
    private final byte[] unchanged;
    private final Deflater deflater = new Deflater();
    private final DeflaterOutputStream packed;

    /**
     * Begins a file.
     *
     * @param dots dots to a metre, where it has a size on paper; else 0
     */
    PngFile(OutputStream out, int width, int height, boolean alpha, int dots) throws IOException {
        to = new DataOutputStream(out);
        channels = alpha ? 4 : 3;
        pixels = new int[width];
        above = new int[width];
        row = new byte[1 + width * channels];
        unchanged = new byte[row.length];
        unchanged[0] = UP;
        to.write(SIGNATURE);
        byte[] header = new byte[13];
        ByteBuffer.wrap(header).putInt(width).putInt(height).put(BITS).put(alpha ? RGBA : RGB);
        chunk("IHDR", header, header.length);
        if (dots > 0) {
            byte[] size = new byte[9];
            ByteBuffer.wrap(size).putInt(dots).putInt(dots).put((byte) 1);
            chunk("pHYs", size, size.length);
        }
        packed = new DeflaterOutputStream(new Chunks(), deflater, 1 << 13);
    }

    /** Adds the rows of an image of {@link BufferedImage#TYPE_INT_RGB} or, with alpha, {@link BufferedImage#TYPE_INT_ARGB}. */
    void add(BufferedImage band) throws IOException {
        for (int y = 0; y < band.getHeight(); y++) {
            band.getRaster().getDataElements(0, y, pixels.length, 1, pixels);
            if (Arrays.equals(pixels, above)) { // so in the first row too: the row above it counts as zeros
                packed.write(unchanged);
            } else {
                packed.write(bytes());
                System.arraycopy(pixels, 0, above, 0, pixels.length);
            }
        }
    }

    private byte[] bytes() {
        row[0] = AS_IT_IS;
        int at = 1;
        for (int pixel : pixels) {
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (channels == 4) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
        return row;
    }

    /** Ends the file; the stream stays open. */
    void end() throws IOException {
        packed.finish();
        packed.flush();
        free();
        chunk("IEND", new byte[0], 0);
        to.flush();
    }

    /** Gives back what the packing holds; a file that was not ended is not whole. */
    void free() {
        deflater.end();
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data, 0, length);
        to.writeInt(length);
        to.write(name);
        to.write(data, 0, length);
        to.writeInt((int) sum.getValue());
    }

    /** A stream that cuts packed bytes into chunks. */
    private final class Chunks extends OutputStream {
        private final byte[] data = new byte[CHUNK];
        private int filled;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            for (int done = 0; done < len; ) {
                int part = Math.min(len - done, CHUNK - filled);
                System.arraycopy(b, off + done, data, filled, part);
                filled += part;
                done += part;
                if (filled == CHUNK) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (filled > 0) {
                chunk("IDAT", data, filled);
                filled = 0;
            }
        }
    }
}
