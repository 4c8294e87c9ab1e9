package app.regard.file.array;

import app.regard.file.WholeFile;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's format for several arrays: a zip of .npy files. What is written is stored without compression, as by {@code
 * numpy.savez}, and dated alike, so that the same numbers give the same bytes; what is read may be compressed.
 */
public final class Npz {
    private Npz() {}

    /** Any date does; dates before February 1980 would bring the time zone into the file. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String ENDING = ".npy";

    /** Deflate makes no byte of more than about a thousand. */
    private static final long MOST_DEFLATED = 1100;

    private static final int MOST_ARRAYS = 10_000;

    /** Writes arrays by their names, in order; the stream stays open. */
    public static void write(OutputStream out, Map<String, ? extends Grid> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, ? extends Grid> array : arrays.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npy.write(bytes, array.getValue());
            CRC32 crc = new CRC32();
            crc.update(bytes.toByteArray());
            ZipEntry entry = new ZipEntry(array.getKey() + ENDING);
            entry.setTimeLocal(DATE);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.size());
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            bytes.writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /**
     * Every array's header by its name, in the file's order; what is not an array is passed over. An offset counts from the
     * beginning of the array's own .npy.
     *
     * @throws Refusal as {@link NpyHeader#read}, or if this is no zip or a name stands in it twice
     */
    public static Map<String, NpyHeader> headers(Path file) {
        return headers(file, (name, problem) -> {
            throw problem;
        });
    }

    /**
     * Opens a file in which an array that is whole and not of numbers such as can be read here does not shut it.
     *
     * @param other is told the name of such an array, and why it is passed over
     */
    public static Map<String, NpyHeader> headers(Path file, BiConsumer<String, Refusal> other) {
        Map<String, NpyHeader> headers = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        try (ZipFile zip = open(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().endsWith(ENDING)) {
                    continue;
                }
                String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
                if (!names.add(name)) {
                    throw new Refusal(WholeFile.name(file) + " holds two arrays “" + name + "”. Save it again.");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    NpyHeader header = NpyHeader.read(
                            in, size(zip, entry, file), inside(name, file), problem -> other.accept(name, problem));
                    if (header != null) {
                        headers.put(name, header);
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return headers;
    }

    /**
     * Reads one array whole.
     *
     * @throws Refusal as {@link Npy#read(Path)}, or if the file holds no array of that name or its checksum is another's
     */
    public static NpyArray read(Path file, String name) {
        NpzMember member = new NpzMember(file, name);
        NpyHeader header = member.header();
        if (header.bytes() > Npy.MOST_BYTES) {
            throw Npy.large(header, inside(name, file));
        }
        return new NpyArray(header, member.read(header.offset(), (int) header.bytes()));
    }

    /**
     * Reads the texts of an array of them, in order.
     *
     * @param header of that array, which is one of texts and takes at most {@link Npy#MOST_BYTES}
     * @throws Refusal as {@link #read}
     */
    public static List<String> texts(Path file, String name, NpyHeader header) {
        ByteBuffer bytes = ByteBuffer.wrap(new NpzMember(file, name).read(header.offset(), (int) header.bytes()))
                .order(header.type().order());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < header.count(); i++) {
            texts.add(header.type().readText(bytes, i * header.type().size()));
        }
        return texts;
    }

    static ZipFile open(Path file) throws IOException {
        WholeFile.open(file).close();
        ZipFile zip = new ZipFile(file.toFile());
        if (zip.size() > MOST_ARRAYS) {
            zip.close();
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s holds %,d files; at most %,d are read. Save fewer in one.",
                    WholeFile.name(file),
                    zip.size(),
                    MOST_ARRAYS));
        }
        return zip;
    }

    static ZipEntry entry(ZipFile zip, String name, Path file) {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
            throw new Refusal(WholeFile.name(file) + " holds no array “" + name + "”.");
        }
        return entry;
    }

    /** An entry's size, if the bytes that are there can yield it. */
    static long size(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        long there = Math.min(entry.getCompressedSize(), Files.size(Path.of(zip.getName())));
        long most = entry.getMethod() == ZipEntry.STORED ? there : there * MOST_DEFLATED;
        if (entry.getSize() < 0 || entry.getSize() > most) {
            throw new Refusal(WholeFile.name(file) + " is damaged: “" + entry.getName() + "” claims to be "
                    + entry.getSize() + " bytes long. Save it again with numpy.savez.");
        }
        return entry.getSize();
    }

    static String inside(String name, Path file) {
        return "“" + name + "” in " + WholeFile.name(file);
    }

    static Refusal unreadable(Path file, IOException e) {
        return e instanceof ZipException || e instanceof EOFException
                ? new Refusal(
                        WholeFile.name(file) + " is not a .npz file, or it is damaged. Save it again with numpy.savez.")
                : WholeFile.unreadable(file, e);
    }
}
