package app.regard.transformer.tensor;

import app.regard.file.WholeFile;
import app.regard.file.array.Fingerprint;
import app.regard.file.array.Safetensors;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tensors of one or more .safetensors files; each is read when it is asked for, and nothing is kept of it here. */
public final class Checkpoint implements Tensors {
    /** Rows that are turned at once: enough to fill the lines of memory that their columns become. */
    private static final int BLOCK = 16;

    private final Map<String, Stored> tensors = new HashMap<>();
    private final boolean turned;
    private final String called;
    private final Progress progress;

    /** A tensor and the file that it stands in, as that was when it was opened. */
    private record Stored(Path file, Fingerprint marks, Safetensors.Place place) {}

    /**
     * Opens some files.
     *
     * @param turned whether matrices are kept as (in, out), not as (out, in)
     * @param called what messages call the model
     * @param progress is asked between reads whether they are still wanted
     * @throws Refusal if one of them is no such file, or a tensor stands in two
     */
    public Checkpoint(List<Path> files, boolean turned, String called, Progress progress) {
        this.turned = turned;
        this.called = called;
        this.progress = progress;
        for (Path file : files) {
            try {
                Fingerprint marks = Fingerprint.of(file);
                Safetensors.read(file, marks, WholeFile.name(file)).places().forEach((name, place) -> {
                    if (tensors.put(name, new Stored(file, marks, place)) != null) {
                        throw new Refusal(called + " holds the tensor “" + name + "” twice.");
                    }
                });
            } catch (IOException e) {
                throw WholeFile.unreadable(file, e);
            }
        }
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public float[] vector(String name, int length) {
        progress.check();
        Stored tensor = tensor(name, length);
        return unchanged(tensor, () -> rows(tensor, name, 0, 1, length))[0];
    }

    @Override
    public float[][] linear(String name, int in, int out) {
        progress.check();
        String weight = name + ".weight";
        Stored tensor = turned ? tensor(weight, in, out) : tensor(weight, out, in);
        return unchanged(tensor, () -> turned ? rows(tensor, weight, 0, in, out) : columns(tensor, weight, in, out));
    }

    @Override
    public Rows table(String name, int rows, int cols) {
        Stored tensor = tensor(name, rows, cols);
        // read for every text, long after the model is: the progress of that reading has no say in it
        return places -> unchanged(tensor, () -> {
            float[][] some = new float[places.length][];
            for (int i = 0; i < some.length; i++) {
                some[i] = rows(tensor, name, places[i], 1, cols)[0];
            }
            return some;
        });
    }

    /** The matrix (in, out) that is kept as (out, in). */
    private float[][] columns(Stored tensor, String name, int in, int out) throws IOException {
        float[][] w = new float[in][out];
        for (int first = 0; first < out; first += BLOCK) {
            progress.check();
            float[][] rows = rows(tensor, name, first, Math.min(BLOCK, out - first), in);
            for (int k = 0; k < in; k++) {
                for (int o = 0; o < rows.length; o++) {
                    w[k][first + o] = rows[o][k];
                }
            }
        }
        return w;
    }

    private static float[][] unchanged(Stored tensor, Fingerprint.Reading<float[][]> reading) {
        try {
            return tensor.marks().during(tensor.file(), reading);
        } catch (IOException e) {
            throw WholeFile.unreadable(tensor.file(), e);
        }
    }

    private Stored tensor(String name, int... shape) {
        Stored found = tensors.get(name);
        if (found == null) {
            throw new Refusal(called + " lacks the tensor “" + name + "”, which its config.json asks for.");
        }
        List<Long> wanted = Arrays.stream(shape).mapToObj(Long::valueOf).toList();
        if (!found.place().shape().equals(wanted)) {
            throw new Refusal(called + " has the tensor “" + name + "” of the shape "
                    + found.place().shape() + " where its config.json asks for " + wanted + ".");
        }
        if (FloatKind.of(found.place().kind()).isEmpty()) {
            throw new Refusal(called + " is quantised: its tensor “" + name + "” is of the kind "
                    + found.place().kind() + ". F32, F16 and BF16 are read.");
        }
        return found;
    }

    /** Some rows one after the other. */
    private float[][] rows(Stored tensor, String name, int first, int count, int cols) throws IOException {
        FloatKind kind = FloatKind.of(tensor.place().kind()).orElseThrow();
        try (SeekableByteChannel channel = Files.newByteChannel(tensor.file())) {
            channel.position(tensor.place().at() + (long) first * cols * kind.bytes());
            ByteBuffer bytes = ByteBuffer.allocate(cols * kind.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[][] rows = new float[count][cols];
            for (int i = 0; i < count; i++) {
                fill(channel, bytes.clear());
                kind.read(bytes.flip(), rows[i]);
                require(rows[i], name, first + i);
            }
            return rows;
        }
    }

    private static void fill(SeekableByteChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                throw new EOFException();
            }
        }
    }

    private void require(float[] row, String name, int i) {
        if (!Tensors.finite(row)) {
            throw new Refusal(called + " is damaged: its tensor “" + name
                    + "” holds something that is not a number in row " + i + ".");
        }
    }
}
