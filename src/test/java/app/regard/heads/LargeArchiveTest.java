package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A .npz of 144 heads on 512 tokens, 151 MB, of which nothing but the last head is really on the disk. */
class LargeArchiveTest {
    private static final int HEAD = 512 * 512 * Float.BYTES;
    private static final byte[] NAME = "a.npy".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    /** @param wrong is added to the checksum that the archive bears */
    private Path archive(int wrong) throws IOException {
        byte[] start = AttentionBytes.npyStart("<f4", "(12, 12, 512, 512)");
        ByteBuffer last = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        for (int cell = 0; cell < 512 * 512; cell++) {
            last.putFloat(cell % 512 == cell / 512 ? 1 : 0);
        }
        CRC32 crc = new CRC32();
        crc.update(start);
        for (int head = 0; head < 143; head++) {
            crc.update(new byte[HEAD]);
        }
        crc.update(last.flip());
        int size = start.length + 144 * HEAD;
        byte[] local = AttentionBytes.storedStart(NAME, crc.getValue() + wrong, size);
        byte[] entry = AttentionBytes.storedEntry(NAME, crc.getValue() + wrong, size, 0);
        Path file = folder.resolve("large" + wrong + ".npz");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(AttentionBytes.join(local, start)));
            channel.write(last.rewind(), local.length + start.length + 143L * HEAD);
            byte[] end = AttentionBytes.zipEnd(1, entry.length, local.length + size);
            channel.write(ByteBuffer.wrap(AttentionBytes.join(entry, end)), local.length + size);
        }
        return file;
    }

    @Test
    void anyOfItsHeadsIsReadInTheMemoryOfOne() throws IOException {
        Path file = archive(0);
        List<String> tokens = AttentionFile.numbered(512);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        AttentionFile opened = AttentionFile.open(file);
        assertThat(opened.weights(0, 11, 11, tokens, tokens).a().at(511, 511)).isEqualTo(1);
        assertThat(opened.weights(0, 0, 3, tokens, tokens).a().at(7, 7)).isZero();
        assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(12L * HEAD);
    }

    /** Opening reads headers only; the first number that is asked for is not given. */
    @Test
    void aChecksumThatIsWrongIsSeenBeforeTheFirstNumberIsShown() throws IOException {
        AttentionFile opened = AttentionFile.open(archive(1));
        List<String> tokens = AttentionFile.numbered(512);
        assertThatThrownBy(() -> opened.weights(0, 0, 0, tokens, tokens))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("do not give the checksum");
    }
}
