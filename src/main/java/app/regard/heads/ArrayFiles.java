package app.regard.heads;

import app.regard.file.WholeFile;
import app.regard.file.array.Fingerprint;
import app.regard.file.array.NpyArray;
import app.regard.file.array.NpyHeader;
import app.regard.file.array.Npz;
import app.regard.file.array.NpzMember;
import app.regard.file.array.Safetensors;
import app.regard.file.array.Stored;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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

/** The reader of files of arrays that may hold attention: .npy, .npz and .safetensors; those of text are {@link TextFiles}'. */
public final class ArrayFiles {
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

    private static final JsonFactory JSON = new JsonFactory();

    private ArrayFiles() {}

    /** See {@link AttentionFile#open}. */
    static AttentionFile open(Path file) {
        String called = WholeFile.name(file);
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file “" + file + "”.");
        }
        try {
            Fingerprint marks = Fingerprint.of(file);
            return marks.during(file, () -> open(file, marks, called));
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private static AttentionFile open(Path file, Fingerprint marks, String called) throws IOException {
        String ending = called.substring(0, called.length() - 1).toLowerCase(Locale.ROOT);
        if (ending.endsWith(".safetensors")) {
            Safetensors all = Safetensors.read(file, marks, called);
            return new AttentionFile(called, all.tensors(), note(all, TOKENS), note(all, KEY_TOKENS));
        }
        if (ending.endsWith(".npz")) {
            return npz(file, marks, called);
        }
        if (ending.endsWith(".json")) {
            return TextFiles.json(file, called);
        }
        if (ending.endsWith(".csv")) {
            return TextFiles.csv(file, called);
        }
        if (ending.endsWith(".npy")) {
            try (InputStream in = Files.newInputStream(file)) {
                NpyHeader header = NpyHeader.read(in, marks.size(), called);
                Stored.Bytes bytes = (from, length) -> marks.part(
                        file, header.offset() + from, length, header.type().order());
                return new AttentionFile(
                        called, List.of(stored("", header, bytes, called)), Optional.empty(), Optional.empty());
            }
        }
        throw new Refusal(called
                + " is not attention that can be read here: choose a .npy, .npz, .safetensors, .json or .csv file.");
    }

    private static <T> T unchanged(Path file, Fingerprint marks, Fingerprint.Reading<T> reading) {
        try {
            return marks.during(file, reading);
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    /** An array that is whole but not of weights is passed over, unless there is nothing else. */
    private static AttentionFile npz(Path file, Fingerprint marks, String called) {
        List<Stored> found = new ArrayList<>();
        Map<String, List<String>> texts = new HashMap<>();
        List<Refusal> passed = new ArrayList<>();
        Map<String, NpyHeader> headers = Npz.headers(file, passed::add);
        boolean trace = headers.containsKey(WEIGHTS); // in a file of another program such a name may mean attention
        headers.forEach((name, header) -> {
            if (trace && NO_WEIGHTS.contains(name)) {
                return;
            }
            if (name.equals(TOKENS) || name.equals(KEY_TOKENS)) {
                texts.put(name, lines(file, name, header, called));
            } else if (header.type().kind() == 'f' && header.shape().size() >= 2) {
                NpzMember member = new NpzMember(file, name);
                Stored.Bytes bytes = (from, length) ->
                        unchanged(file, marks, () -> ByteBuffer.wrap(member.read(header.offset() + from, length))
                                .order(header.type().order()));
                try {
                    found.add(stored(name, header, bytes, called));
                } catch (Refusal e) {
                    passed.add(e);
                }
            }
        });
        if (found.isEmpty() && !passed.isEmpty()) {
            throw passed.get(0);
        }
        return new AttentionFile(
                called, found, Optional.ofNullable(texts.get(TOKENS)), Optional.ofNullable(texts.get(KEY_TOKENS)));
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

    private static List<String> lines(Path file, String name, NpyHeader header, String called) {
        if (header.bytes() > TokenFile.MOST_BYTES) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s keeps %,d bytes as “%s”; at most %,d bytes of tokens are read.",
                    called,
                    header.bytes(),
                    name,
                    TokenFile.MOST_BYTES));
        }
        NpyArray bytes = Npz.read(file, name);
        int count = bytes.shape().size() == 1 ? bytes.shape().get(0) : 0;
        byte[] text = new byte[count];
        for (int i = 0; i < count; i++) {
            text[i] = (byte) bytes.at(i);
        }
        return TokenFile.lines(new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<List<String>> note(Safetensors file, String name) {
        return Optional.ofNullable(file.notes().get(name)).map(ArrayFiles::listed);
    }

    /** A list of tokens in one text: as JSON, else one a line. */
    private static List<String> listed(String text) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() == JsonToken.VALUE_STRING && !TokenFile.tooMany(tokens)) {
                    tokens.add(in.getText());
                }
                if (in.currentToken() == JsonToken.END_ARRAY || TokenFile.tooMany(tokens)) {
                    return tokens;
                }
            }
        } catch (JacksonException e) {
            return TokenFile.lines(text); // not JSON, and need not be
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        return TokenFile.lines(text);
    }
}
