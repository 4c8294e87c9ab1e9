package app.regard.source;

import app.regard.draw.Bitmap;
import app.regard.file.PlainFile;
import app.regard.file.WholeFile;
import app.regard.file.array.Fingerprint;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** The reader of images, PNG or JPEG. What a file claims to hold is judged before any of its pixels is read. */
public final class ImageFile {
    /** What names of such files end in, without the dot. */
    public static final List<String> ENDINGS = List.of("png", "jpg", "jpeg");

    private static final long MOST_PIXELS = 64_000_000;
    private static final long MOST_BYTES = 256L << 20;

    /** Longer sides are read with pixels left out: no more than this many, twice, are in memory. */
    private static final int DECODED = 2 * Bitmap.LONGEST;

    private ImageFile() {}

    /** Whether a file is one by its name. */
    public static boolean is(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /**
     * Reads an image, as large as figures need it.
     *
     * @throws Refusal if it is missing, no such file, too large or broken; one line says what to do
     */
    public static Bitmap read(Path file) {
        String called = WholeFile.name(file);
        if (!Files.exists(file)) {
            throw new Refusal("There is no file “" + file + "”.");
        }
        if (Files.isDirectory(file)) {
            throw new Refusal(called + " is a folder. Choose an image in it, a .png or .jpg file.");
        }
        try (ImageInputStream in =
                new FileImageInputStream(PlainFile.content(file).toFile())) {
            if (in.length() > MOST_BYTES) {
                throw new Refusal(
                        called + " is too large: at most " + (MOST_BYTES >> 20) + " MB can be read. Save it smaller.");
            }
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(format(in, called)).next();
            try {
                reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
                return new Bitmap(pixels(reader, called));
            } finally {
                reader.dispose();
            }
        } catch (IIOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            Refusal broken = new Refusal(
                    called + " is broken, or of a kind that cannot be read here. Save it anew as an RGB .png file.");
            broken.initCause(e);
            throw broken;
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    /**
     * Reads an image so that it can be found again.
     *
     * @throws Refusal as {@link #read(Path)}
     */
    public static LaidImage lay(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return new LaidImage(read(whole), new Moment.Image(whole.toString(), fingerprint(whole)));
    }

    /**
     * Reads an image that was laid under patches before.
     *
     * @throws Refusal as {@link #read(Path)}, and if it is not the one that it was
     */
    public static LaidImage again(Moment.Image kept) {
        try {
            Path file = Path.of(kept.file());
            Bitmap read = read(file);
            if (!fingerprint(file).equals(kept.fingerprint())) {
                throw new Refusal("The image “" + file + "” is not the one that was laid under the patches.");
            }
            return new LaidImage(read, kept);
        } catch (InvalidPathException e) {
            throw new Refusal("“" + kept.file() + "” is no name that a file can have here.");
        }
    }

    private static String fingerprint(Path file) {
        try {
            return Fingerprint.of(file).text();
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private static String format(ImageInputStream in, String called) throws IOException {
        byte[] start = new byte[4];
        int count = in.read(start);
        in.seek(0);
        if (count == 4 && start[0] == (byte) 0x89 && start[1] == 'P' && start[2] == 'N' && start[3] == 'G') {
            return "png";
        }
        if (count == 4 && start[0] == (byte) 0xFF && start[1] == (byte) 0xD8 && start[2] == (byte) 0xFF) {
            return "jpeg";
        }
        throw new Refusal(called + " is no PNG or JPEG image. Save it as one of these.");
    }

    private static BufferedImage pixels(ImageReader reader, String called) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Refusal(called + " is " + width + " × " + height + " pixels large; at most "
                    + MOST_PIXELS / 1_000_000 + " million are read. Save it smaller: a model saw far fewer.");
        }
        int step = Math.max(1, Math.max(width, height) / DECODED);
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, few);
    }
}
