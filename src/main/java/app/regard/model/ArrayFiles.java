package app.regard.model;

import app.regard.file.NpyArray;
import app.regard.file.NpyHeader;
import app.regard.file.Npz;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Opens files of arrays that may hold attention: .npy, .npz and .safetensors; those of text are {@link TextFiles}'. */
final class ArrayFiles {
    /** Where a file may keep its tokens: a note in .safetensors, an array of UTF-8 bytes in .npz, one token a line. */
    static final String TOKENS = "tokens";

    /** The same for the tokens that answer, where they are others. */
    static final String KEY_TOKENS = "key_tokens";

    /** What a trace calls its weights, as Regard writes it. */
    private static final String WEIGHTS = "weights";

    /** What it has besides, and what goes into a model: tables of numbers too, but not of attention. */
    static final Set<String> NO_WEIGHTS = Set.of(
            "X",
            "P",
            "H",
            "Q",
            "K",
            "V",
            "scores",
            "scaled",
            "rowMax",
            "exponentials",
            "rowSums",
            "outputs",
            "W_Q",
            "W_K",
            "W_V",
            "b_Q",
            "b_K",
            "b_V",
            "keyX",
            "keyP",
            "keyH",
            "input_ids",
            "token_type_ids",
            "attention_mask");

    private ArrayFiles() {}

    /** See {@link Imported#open}. */
    static Imported open(Path file) {
        String called = "“" + (file.getFileName() == null ? file : file.getFileName()) + "”";
        String ending = called.substring(0, called.length() - 1).toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file “" + file + "”.");
        }
        try {
            if (ending.endsWith(".safetensors")) {
                Safetensors all = Safetensors.read(file, called);
                return new Imported(
                        called,
                        all.tensors(),
                        Optional.ofNullable(all.notes().get(TOKENS)).map(ArrayFiles::listed),
                        Optional.ofNullable(all.notes().get(KEY_TOKENS)).map(ArrayFiles::listed));
            }
            if (ending.endsWith(".npz")) {
                return npz(file, called);
            }
            if (ending.endsWith(".json")) {
                return TextFiles.json(file, called);
            }
            if (ending.endsWith(".csv")) {
                return TextFiles.csv(file, called);
            }
            if (ending.endsWith(".npy")) {
                try (InputStream in = Files.newInputStream(file)) {
                    NpyHeader header = NpyHeader.read(in, Files.size(file), called);
                    Stored.Bytes bytes = (from, length) -> part(
                            file, header.offset() + from, length, header.type().order(), called);
                    return new Imported(
                            called, List.of(stored("", header, bytes, called)), Optional.empty(), Optional.empty());
                }
            }
        } catch (IOException e) {
            throw unreadable(called, e);
        }
        throw new Refusal(called
                + " is not attention that can be read here: choose a .npy, .npz, .safetensors, .json or .csv file.");
    }

    /** Bytes from the middle of a file. */
    static ByteBuffer part(Path file, long from, int length, ByteOrder order, String called) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new Refusal(called + " has become shorter since it was opened. Open it again.");
                }
            }
        }
        return bytes.flip();
    }

    private static Imported npz(Path file, String called) throws IOException {
        List<Stored> found = new ArrayList<>();
        Map<String, List<String>> texts = new HashMap<>();
        Map<String, NpyHeader> headers = Npz.headers(file);
        boolean trace = headers.containsKey(WEIGHTS); // in a file of another program such a name may mean attention
        for (Map.Entry<String, NpyHeader> array : headers.entrySet()) {
            String name = array.getKey();
            NpyHeader header = array.getValue();
            if (trace && NO_WEIGHTS.contains(name)) {
                continue;
            }
            if (name.equals(TOKENS) || name.equals(KEY_TOKENS)) {
                texts.put(name, lines(Npz.read(file, name)));
            } else if (header.type().kind() == 'f' && header.shape().size() >= 2) {
                Stored.Bytes bytes = (from, length) -> zipped(file, name, header, from, length, called);
                found.add(stored(name, header, bytes, called));
            }
        }
        return new Imported(
                called, found, Optional.ofNullable(texts.get(TOKENS)), Optional.ofNullable(texts.get(KEY_TOKENS)));
    }

    /** Skipping costs nothing in an entry that is stored as it is; a compressed one is unpacked up to the place. */
    private static ByteBuffer zipped(Path file, String name, NpyHeader header, long from, int length, String called)
            throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name + ".npy");
            if (entry == null) {
                throw new Refusal(called + " has changed since it was opened. Open it again.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                in.skipNBytes(header.offset() + from);
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new Refusal(called + " is cut short: it ends before its last number.");
                }
                return ByteBuffer.wrap(bytes).order(header.type().order());
            }
        }
    }

    private static Stored stored(String name, NpyHeader header, Stored.Bytes bytes, String called) {
        if (header.fortran() && header.shape().size() > 1) {
            throw new Refusal(called + " keeps its numbers column by column. "
                    + "Save them row by row: numpy.save(file, numpy.ascontiguousarray(array)).");
        }
        if (header.type().kind() != 'f') {
            throw new Refusal(called + " holds whole numbers, not weights.");
        }
        int size = header.type().size();
        double tolerance = size == 8 ? 1e-9 : size == 4 ? 1e-4 : 5e-3;
        return new Stored(name, header.shape(), new Stored.Kind(size, tolerance, header.type()::read), bytes);
    }

    private static List<String> lines(NpyArray bytes) {
        int count = bytes.shape().size() == 1 ? bytes.shape().get(0) : 0;
        byte[] text = new byte[count];
        for (int i = 0; i < count; i++) {
            text[i] = (byte) bytes.at(i);
        }
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    /** A list of tokens in one text: as JSON, else one a line. */
    private static List<String> listed(String text) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(text)) {
            if (in.nextToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() == JsonToken.VALUE_STRING) {
                    tokens.add(in.getText());
                }
                if (in.currentToken() == JsonToken.END_ARRAY) {
                    return tokens;
                }
            }
        } catch (JacksonException e) {
            return text.lines().toList(); // not JSON, and need not be
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        return text.lines().toList();
    }

    static Refusal unreadable(String called, IOException e) {
        return new Refusal(called + " could not be read: " + e.getMessage() + ".");
    }
}
