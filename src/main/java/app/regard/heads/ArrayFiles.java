package app.regard.heads;

import app.regard.file.WholeFile;
import app.regard.file.array.Fingerprint;
import app.regard.file.array.Npy;
import app.regard.file.array.NpyArray;
import app.regard.file.array.NpyHeader;
import app.regard.file.array.Npz;
import app.regard.file.array.NpzMember;
import app.regard.file.array.Safetensors;
import app.regard.file.array.Stored;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The reader of files of arrays that may hold attention: .npy, .npz and .safetensors; those of text are {@link TextFiles}'. */
public final class ArrayFiles {
    /** Files that only Python can unpack, and what they may do while it does. */
    private static final Set<String> PICKLED = Set.of(".pt", ".pth", ".bin", ".ckpt", ".pkl", ".pickle");

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
            return safetensors(file, marks, called);
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
                return AttentionFile.of(called, List.of(header.stored("", bytes)), new TokenNames(List.of()));
            }
        }
        if (PICKLED.stream().anyMatch(ending::endsWith)) {
            throw new Refusal(
                    called + " is a pickle, which may run any program when it is opened. Save it anew in Python: "
                            + "from safetensors.torch import save_file; d = torch.load(FILE, weights_only=True); "
                            + "save_file({n: t.contiguous() for n, t in d.items()}, \"attention.safetensors\").");
        }
        if (ending.endsWith(".gz")) {
            throw new Refusal(called + " is compressed as a whole: unpack it first (gunzip), or save a .npz, which is "
                    + "compressed inside.");
        }
        throw new Refusal(called
                + " is not attention that can be read here: choose a .npy, .npz, .safetensors, .json or .csv file.");
    }

    private static AttentionFile safetensors(Path file, Fingerprint marks, String called) throws IOException {
        Safetensors all = Safetensors.read(file, marks, called);
        List<TokenNames.Field> names = new ArrayList<>();
        List<String> others = new ArrayList<>();
        all.notes().forEach((name, text) -> {
            if (TokenNames.known(name)) {
                names.add(TokenNames.Field.of(name, TokenLists.of(text)));
            } else if (!name.equals("format")) {
                others.add("“" + name + "” (a note)");
            }
        });
        List<String> read = all.tensors().stream().map(Stored::name).toList();
        List<Refusal> passed = new ArrayList<>();
        all.places().forEach((name, place) -> {
            if (!read.contains(name)) {
                others.add("“" + name + "” (" + place.kind() + ")");
                passed.add(new Refusal(called + " holds “" + name + "” as " + place.kind()
                        + ", a kind of number that cannot be read here. Save it as F32: tensor.float()."));
            }
        });
        return AttentionFile.of(called, all.tensors(), new TokenNames(names), others, passed);
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
        List<TokenNames.Field> names = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Refusal> passed = new ArrayList<>();
        Map<String, NpyHeader> headers = Npz.headers(file, (name, problem) -> {
            passed.add(problem);
            others.add("“" + name + "” ("
                    + (TokenNames.known(name)
                            ? "no texts; save tokens as numpy.array(tokens, dtype=str)"
                            : "no numbers")
                    + ")");
        });
        headers.forEach((name, header) -> {
            boolean bytes = header.type().kind() == 'u' && header.type().size() == 1;
            if (TokenNames.known(name) && (header.type().text() || bytes)) {
                names.add(TokenNames.Field.of(name, texts(file, name, header, called)));
            } else if (header.type().text()) {
                others.add("“" + name + "” (texts)");
            } else {
                NpzMember member = new NpzMember(file, name);
                found.add(header.stored(
                        name,
                        (from, length) -> unchanged(
                                file, marks, () -> ByteBuffer.wrap(member.read(header.offset() + from, length))
                                        .order(header.type().order()))));
            }
        });
        return AttentionFile.of(called, found, new TokenNames(names), others, passed);
    }

    /** Tokens are texts, or bytes of UTF-8 with one token a line. */
    private static List<List<String>> texts(Path file, String name, NpyHeader header, String called) {
        long most = header.type().text() ? Npy.MOST_BYTES : TokenFile.MOST_BYTES;
        if (header.bytes() > most || header.count() > most) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s keeps %,d bytes as “%s”; at most %,d bytes of tokens are read.",
                    called,
                    header.bytes(),
                    name,
                    most));
        }
        List<Integer> shape = header.shape();
        if (header.type().text()) {
            List<String> all = Npz.texts(file, name, header);
            if (shape.size() == 2 && shape.get(0) > 0) {
                int each = shape.get(1);
                return IntStream.range(0, shape.get(0))
                        .mapToObj(i -> all.subList(i * each, (i + 1) * each))
                        .toList();
            }
            return all.size() == 1 ? TokenLists.of(all.get(0)) : List.of(all);
        }
        NpyArray bytes = Npz.read(file, name);
        int count = bytes.shape().size() == 1 ? bytes.shape().get(0) : 0;
        byte[] text = new byte[count];
        for (int i = 0; i < count; i++) {
            text[i] = (byte) bytes.at(i);
        }
        return List.of(TokenFile.lines(new String(text, StandardCharsets.UTF_8)));
    }
}
