package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.tensor.Onnx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader of the model's file, on files written byte by byte: good, damaged and hostile ones. */
class OnnxTest {
    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static ProtobufBytes tensor(String name, long rows, long cols) {
        return new ProtobufBytes().number(1, rows).number(1, cols).number(2, 1).text(8, name);
    }

    private static byte[] model(ProtobufBytes graph) {
        return new ProtobufBytes()
                .number(1, 6)
                .text(2, "pytorch")
                .bytes(7, graph.all())
                .all();
    }

    private static Onnx read(byte[] file) throws IOException {
        return Onnx.read(new ByteArrayInputStream(file), file.length, Progress.NONE, BundledModel::damaged);
    }

    private static byte[] good() {
        return model(new ProtobufBytes()
                .bytes(
                        1,
                        new ProtobufBytes()
                                .text(1, "x")
                                .text(1, "onnx::MatMul_7")
                                .text(2, "y")
                                .text(3, "/layer/MatMul")
                                .text(4, "MatMul")
                                .all())
                .text(2, "graph")
                .bytes(
                        5,
                        tensor("onnx::MatMul_7", 2, 3)
                                .bytes(9, floats(1, 2, 3, 4, 5, 6))
                                .all())
                .bytes(
                        5,
                        new ProtobufBytes()
                                .number(1, 2)
                                .number(2, 1)
                                .text(8, "bias")
                                .bytes(9, floats(-0.5f, 7))
                                .all())
                .bytes(
                        5,
                        new ProtobufBytes()
                                .number(1, 1)
                                .number(2, 7)
                                .text(8, "whole")
                                .bytes(9, new byte[8])
                                .all()));
    }

    @Test
    void readsTensorsByTheirOwnNamesAndByTheNodesThatMultiplyByThem() throws IOException {
        Onnx file = read(good());
        assertThat(file.matrix("onnx::MatMul_7", 2, 3)).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(file.matrix("/layer/MatMul", 2, 3)).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(file.vector("bias", 2)).containsExactly(-0.5f, 7);
        assertThatThrownBy(() -> file.vector("whole", 1)).hasMessageContaining("it lacks “whole”");
        assertThatThrownBy(() -> file.matrix("bias", 2, 3))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“bias” is 1 × 2 where 2 × 3 is needed");
    }

    @Test
    void aFileThatEndsAnywhereIsRefused() {
        byte[] good = good();
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() ->
                            Onnx.read(new ByteArrayInputStream(cut), good.length, Progress.NONE, BundledModel::damaged))
                    .as("ends after %d", length)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("it ends after");
        }
    }

    @Test
    void noiseIsReadOrRefusedInOneSentence() {
        Random random = new Random(8);
        byte[] good = good();
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= round % 4; change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bad);
            } catch (Refusal e) {
                assertThat(e).hasMessageStartingWith("The trained model’s file is damaged: ");
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("round " + round, e);
            }
        }
    }

    @Test
    void lengthsThatCannotBeAreRefusedWithoutAskingForMemory() {
        long most = Long.MAX_VALUE;
        byte[][] hostile = {
            new ProtobufBytes().claim(7, most).all(),
            new ProtobufBytes().claim(7, -1).all(),
            new ProtobufBytes().claim(7, 1L << 62).all(),
            model(new ProtobufBytes().claim(5, most)),
            model(new ProtobufBytes()
                    .bytes(5, tensor("w", 1 << 16, 1 << 16).claim(9, 1L << 34).all())),
            model(new ProtobufBytes()
                    .bytes(5, tensor("w", most, most).bytes(9, floats(1)).all())),
            model(new ProtobufBytes()
                    .bytes(
                            5,
                            tensor("w", 1L << 32, 1L << 32)
                                    .bytes(9, new byte[0])
                                    .all())),
            model(new ProtobufBytes()
                    .bytes(5, tensor("w", -1, -1).bytes(9, floats(1)).all())),
            model(new ProtobufBytes()
                    .bytes(5, tensor("w", 0, 5).bytes(9, new byte[0]).all())),
            model(new ProtobufBytes()
                    .bytes(5, new ProtobufBytes().claim(8, most).all())),
            model(new ProtobufBytes().bytes(5, tensor("w".repeat(5000), 1, 1).all())),
            model(new ProtobufBytes()
                    .bytes(5, new ProtobufBytes().bytes(1, new byte[100]).all())),
            model(new ProtobufBytes()
                    .bytes(5, new ProtobufBytes().bytes(1, new byte[1_000_000]).all())),
            new ProtobufBytes().varint(7 * 8 + 3).all(),
            new ProtobufBytes().varint(-1).all(),
            {
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF
            },
        };
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (byte[] file : hostile) {
            long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
            assertThatThrownBy(() -> read(file)).isInstanceOf(Refusal.class).hasMessageContaining("is damaged");
            assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                    .isLessThan(4_000_000);
        }
        assertThatThrownBy(() ->
                        Onnx.read(new ByteArrayInputStream(good()), 1L << 62, Progress.NONE, BundledModel::damaged))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Onnx.read(new ByteArrayInputStream(good()), -1, Progress.NONE, BundledModel::damaged))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void moreTensorsThanAnyModelHasAreRefused() {
        ProtobufBytes graph = new ProtobufBytes();
        for (int i = 0; i < 10_001; i++) {
            graph.bytes(5, tensor("w" + i, 1, 1).bytes(9, floats(1)).all());
        }
        assertThatThrownBy(() -> read(model(graph)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 10000 tensors");
    }

    @Test
    void partsThatRunIntoOneAnotherAreRefused() {
        byte[] tensor = tensor("w", 1, 2).bytes(9, floats(1, 2)).all();
        ProtobufBytes tooLong = new ProtobufBytes().claim(5, tensor.length + 1);
        tooLong.raw(tensor);
        ProtobufBytes tooShort = new ProtobufBytes().claim(5, tensor.length - 1);
        tooShort.raw(tensor);
        assertThatThrownBy(() -> read(model(tooLong))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read(model(tooShort))).isInstanceOf(Refusal.class);
        ProtobufBytes twice = new ProtobufBytes().bytes(5, tensor).bytes(5, tensor);
        assertThatThrownBy(() -> read(model(twice))).hasMessageContaining("it holds “w” twice");
    }

    @Test
    void whatIsNotANumberIsRefusedWithItsPlace() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            byte[] file = model(new ProtobufBytes()
                    .bytes(5, tensor("w", 2, 2).bytes(9, floats(1, 2, 3, bad)).all()));
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("“w” holds something that is not a number in row 1");
        }
        assertThatCode(() -> read(model(new ProtobufBytes()
                        .bytes(
                                5,
                                tensor("w", 1, 2)
                                        .bytes(9, floats(Float.MAX_VALUE, -Float.MAX_VALUE))
                                        .all()))))
                .doesNotThrowAnyException();
    }

    @Test
    void canBeCalledOff() {
        Progress impatient = new Progress() {
            @Override
            public void at(double share) {}

            @Override
            public void check() {
                throw new CancellationException("called off");
            }
        };
        byte[] good = good();
        assertThatThrownBy(
                        () -> Onnx.read(new ByteArrayInputStream(good), good.length, impatient, BundledModel::damaged))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aMissingOrDamagedModelIsSaidAndWhatStillWorks(@TempDir Path folder) throws IOException {
        Path weights = folder.resolve("weights.onnx");
        Files.write(weights, good());
        Path pieces = folder.resolve("pieces.json");
        Files.writeString(pieces, "{}");
        URL here = weights.toUri().toURL();
        assertThatThrownBy(() -> MiniLm.MODEL.load(here, null, Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessage("This copy of Regard has no trained model: “all-minilm-l6-v2-tokenizer.json” is missing. "
                        + "Install Regard with its model; until then the simple table goes on working.");
        assertThatThrownBy(() -> MiniLm.MODEL.load(here, pieces.toUri().toURL(), Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("word pieces is damaged")
                .hasMessageEndingWith("the simple table goes on working.");
    }
}
