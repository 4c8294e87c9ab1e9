package app.regard.transformer.tensor;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * The float tensors of an ONNX file (onnx.proto: ModelProto.graph is field 7; GraphProto.node 1 and initializer 5), by
 * their own names, and those that a MatMul multiplies by also by the node's name, for they have no telling name of
 * their own. What the graph does with them is not read: who asks for them knows it.
 */
public final class Onnx implements Tensors {
    /** The most rows or columns that a tensor may have, and the most bytes of a file: far above the model's own. */
    private static final int MOST = 1 << 17;

    private static final long LARGEST = 1L << 30;

    /** Each takes memory besides its numbers; the model has a hundred. */
    private static final int MOST_TENSORS = 10_000;

    private static final int FLOAT = 1;

    private final Map<String, float[][]> tensors = new HashMap<>();
    private final Map<String, String> factors = new HashMap<>();
    private final Map<String, String> seconds = new HashMap<>(); // what Add and Div nodes read besides
    private final Map<String, Float> constants = new HashMap<>();
    private final Set<String> operations = new HashSet<>();

    private final Function<String, Refusal> damaged;

    private Onnx(Function<String, Refusal> damaged) {
        this.damaged = damaged;
    }

    /**
     * Reads a model.
     *
     * @param size the stream's length in bytes
     * @param damaged what is said of bytes that are not such a model
     * @throws Refusal if the bytes are not such a model; nothing large is allocated for numbers that they only claim
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public static Onnx read(InputStream in, long size, Progress progress, Function<String, Refusal> damaged)
            throws IOException {
        if (size < 0 || size > LARGEST) {
            throw damaged.apply("it is " + size + " bytes long");
        }
        Onnx model = new Onnx(damaged);
        ProtobufReader wire = new ProtobufReader(in, size, progress, damaged);
        while (wire.position() < size) {
            int key = wire.key(size);
            if (key == 7 * 8 + ProtobufReader.BYTES) {
                model.graph(wire, wire.inner(size));
            } else {
                wire.skip(key, size);
            }
        }
        model.factors.forEach((node, tensor) -> {
            float[][] rows = model.tensors.get(tensor);
            if (rows != null) {
                model.tensors.put(node, rows);
            }
        });
        return model;
    }

    /** A tensor as rows, (rows, cols); the file's own numbers, not a copy. */
    public float[][] matrix(String name, int rows, int cols) {
        float[][] found = tensors.get(name);
        if (found == null) {
            throw damaged.apply("it lacks “" + name + "”");
        }
        if (found.length != rows || found[0].length != cols) {
            throw damaged.apply("“" + name + "” is " + found.length + " × " + found[0].length + " where " + rows + " × "
                    + cols + " is needed");
        }
        return found;
    }

    /** Rows and columns of a tensor; of a vector, 1 and its length; both 0 where there is none. */
    public int[] shape(String name) {
        float[][] found = tensors.get(name);
        return found == null ? new int[2] : new int[] {found.length, found[0].length};
    }

    /** The single number that a sum or quotient adds or divides by; none where it is not one, or there is no such node. */
    public OptionalDouble second(String node) {
        Float number = constants.get(seconds.getOrDefault(node, ""));
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** Whether the graph does something of that kind anywhere: "Erf". */
    public boolean does(String operation) {
        return operations.contains(operation);
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public float[] vector(String name, int length) {
        return matrix(name, 1, length)[0];
    }

    /** What a product of that name multiplies by; as is, for a graph keeps it turned for x·W. */
    @Override
    public float[][] linear(String name, int in, int out) {
        return matrix(product(name), in, out);
    }

    @Override
    public Rows table(String name, int rows, int cols) {
        float[][] all = matrix(name, rows, cols);
        return places -> Arrays.stream(places).mapToObj(i -> all[i]).toArray(float[][]::new);
    }

    /** "encoder.layer.0.attention.self.query" as the graph names its product: "/encoder/layer.0/attention/self/query/MatMul". */
    private static String product(String name) {
        return "/" + name.replace('.', '/').replace("layer/", "layer.") + "/MatMul";
    }

    private void graph(ProtobufReader wire, long end) throws IOException {
        while (wire.position() < end) {
            int key = wire.key(end);
            switch (key) {
                case 1 * 8 + ProtobufReader.BYTES -> node(wire, wire.inner(end));
                case 5 * 8 + ProtobufReader.BYTES -> tensor(wire, wire.inner(end));
                default -> wire.skip(key, end);
            }
        }
    }

    private void node(ProtobufReader wire, long end) throws IOException {
        List<String> inputs = new ArrayList<>();
        String name = "";
        String output = "";
        String operation = "";
        while (wire.position() < end) {
            int key = wire.key(end);
            switch (key) {
                case 1 * 8 + ProtobufReader.BYTES -> {
                    String input = wire.name(end);
                    if (inputs.size() < 3) { // a third one tells that it is no product of two
                        inputs.add(input);
                    }
                }
                case 2 * 8 + ProtobufReader.BYTES -> output = wire.name(end);
                case 3 * 8 + ProtobufReader.BYTES -> name = wire.name(end);
                case 5 * 8 + ProtobufReader.BYTES -> constant(wire, wire.inner(end), output);
                case 4 * 8 + ProtobufReader.BYTES -> operation = wire.name(end);
                default -> wire.skip(key, end);
            }
        }
        operations.add(operation);
        checkCount(operations.size(), "kinds of operations");
        if (operation.equals("MatMul") && inputs.size() == 2) {
            factors.put(name, inputs.get(1));
            checkCount(factors.size(), "products");
        }
        if ((operation.equals("Add") || operation.equals("Div")) && inputs.size() == 2) {
            seconds.put(name, inputs.get(1));
            checkCount(seconds.size(), "sums");
        }
    }

    /** AttributeProto: t 5, a tensor, of which a single float is kept by the name of what it is put out as. */
    private void constant(ProtobufReader wire, long end, String output) throws IOException {
        long inside = end;
        long type = 0;
        while (wire.position() < end) {
            int key = wire.key(inside);
            if (key == 5 * 8 + ProtobufReader.BYTES && inside == end) {
                inside = wire.inner(end);
            } else if (key == 2 * 8 + ProtobufReader.VARINT) {
                type = wire.varint(inside);
            } else if (key == 9 * 8 + ProtobufReader.BYTES) {
                long stop = wire.inner(inside);
                if (type == FLOAT && stop - wire.position() == Float.BYTES) {
                    float[] one = new float[1];
                    wire.floats(one);
                    constants.put(output, one[0]);
                    checkCount(constants.size(), "constants");
                } else {
                    wire.skipTo(stop, inside);
                }
            } else {
                wire.skip(key, inside);
            }
            if (wire.position() == inside) {
                inside = end;
            }
        }
    }

    /** TensorProto: dims 1, data_type 2, name 8, raw_data 9; every writer puts them in this order. */
    private void tensor(ProtobufReader wire, long end) throws IOException {
        List<Long> dims = new ArrayList<>();
        long type = 0;
        String name = "";
        float[][] rows = null;
        while (wire.position() < end) {
            int key = wire.key(end);
            switch (key) {
                case 1 * 8 + ProtobufReader.VARINT -> dims.add(wire.varint(end));
                case 1 * 8 + ProtobufReader.BYTES -> {
                    long stop = wire.inner(end);
                    while (wire.position() < stop) {
                        dims.add(wire.varint(stop));
                        checkDimensions(dims, name);
                    }
                }
                case 2 * 8 + ProtobufReader.VARINT -> type = wire.varint(end);
                case 8 * 8 + ProtobufReader.BYTES -> name = wire.name(end);
                case 9 * 8 + ProtobufReader.BYTES -> {
                    if (type == FLOAT && dims.size() <= 2) {
                        rows = rows(wire, name, dims, wire.inner(end));
                    } else {
                        wire.skip(key, end);
                    }
                }
                default -> wire.skip(key, end);
            }
            checkDimensions(dims, name);
        }
        if (rows != null && tensors.put(name, rows) != null) {
            throw damaged.apply("it holds “" + name + "” twice");
        }
        checkCount(tensors.size(), "tensors");
    }

    private void checkDimensions(List<Long> dims, String name) {
        if (dims.size() > 16) {
            throw damaged.apply("“" + name + "” has more than 16 dimensions");
        }
    }

    private void checkCount(int count, String what) {
        if (count > MOST_TENSORS) {
            throw damaged.apply("it has more than " + MOST_TENSORS + " " + what);
        }
    }

    /** The rows are made one by one as they come in, so a file that ends early has not asked for more than it had. */
    private float[][] rows(ProtobufReader wire, String name, List<Long> dims, long end) throws IOException {
        long cols = dims.isEmpty() ? 1 : dims.get(dims.size() - 1);
        long rows = dims.size() < 2 ? 1 : dims.get(0);
        if (rows < 1 || cols < 1 || rows > MOST || cols > MOST || rows * cols * 4 != end - wire.position()) {
            throw damaged.apply(
                    "“" + name + "” claims the shape " + dims + " but has " + (end - wire.position()) + " bytes");
        }
        float[][] found = new float[(int) rows][];
        for (int i = 0; i < rows; i++) {
            found[i] = new float[(int) cols];
            wire.floats(found[i]);
            if (!Tensors.finite(found[i])) {
                throw damaged.apply("“" + name + "” holds something that is not a number in row " + i);
            }
        }
        return found;
    }
}
