package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Figures one after the other, over and over. */
public final class Gif {
    private Gif() {}

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /**
     * Writes figures as the frames of a film.
     *
     * @param seconds how long each is shown, 0.1 to 600
     */
    public static void write(List<Figure> frames, double scale, double seconds, OutputStream to, Progress progress)
            throws IOException {
        check(seconds);
        frames.forEach(f -> Png.check(f, scale));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                progress.at(i / (double) frames.size());
                BufferedImage image = Png.image(frames.get(i), scale, false);
                IIOMetadata data = writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
                data.setFromTree(FORMAT, timed(data, (int) Math.round(seconds * 100)));
                writer.writeToSequence(new IIOImage(image, null, data), writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        progress.at(1);
    }

    /**
     * Refuses a pace that no reader could follow.
     *
     * @param seconds how long each frame is shown
     */
    public static void check(double seconds) {
        if (!(seconds >= 0.1 && seconds <= 600)) {
            throw new Refusal("A stage is shown for 0.1 to 600 seconds, not " + seconds + ".");
        }
    }

    /** The frame's time in hundredths of a second, and the extension that makes a film begin again. */
    private static IIOMetadataNode timed(IIOMetadata data, int hundredths) {
        IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(FORMAT);
        IIOMetadataNode control = node(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        IIOMetadataNode again = new IIOMetadataNode("ApplicationExtension");
        again.setAttribute("applicationID", "NETSCAPE");
        again.setAttribute("authenticationCode", "2.0");
        again.setUserObject(new byte[] {1, 0, 0}); // 0: as often as it likes
        node(root, "ApplicationExtensions").appendChild(again);
        return root;
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
