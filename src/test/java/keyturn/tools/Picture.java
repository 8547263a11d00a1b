package keyturn.tools;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of windows, as PNG files that people look at. */
public final class Picture {

    /** Where pictures of a test run go. */
    public static final Path FOLDER = Path.of("target", "pictures");

    private Picture() {}

    /** On JavaFX's thread only; a picture that was there is replaced. */
    public static void save(Scene scene, Path file) {
        save(scene, file, 1);
    }

    /** @param scale of the screen: 1.5 where its owner has set 150 % */
    public static void save(Scene scene, Path file, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        // What is drawn only where it is in sight lays itself out while it is drawn, and is right the second time.
        scene.getRoot().snapshot(how, null);
        WritableImage image = scene.getRoot().snapshot(how, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            copy.setRGB(0, y, width, 1, line, 0, width);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(copy, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As small as PNG gets: one of them stands in the README. */
    private static void write(BufferedImage image, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
