package keyturn.ui.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * Pixels as a PNG file (W3C, Portable Network Graphics): 8 bits a colour, no transparency. Written here, because the program's own
 * runtime has no AWT, and JavaFX writes no pictures.
 */
final class PngPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte EIGHT_BITS = 8;
    private static final byte RGB = 2;

    private final int width;
    private final int height;
    private final int[] pixels;

    /** @param pixels row by row, {@code 0xAARRGGBB} */
    PngPicture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels.clone();
    }

    /** One above the other; both are as wide as the first. */
    static PngPicture of(Image above, Image below) {
        int width = (int) above.getWidth();
        int head = (int) above.getHeight();
        int height = head + (int) below.getHeight();
        int[] pixels = new int[width * height];
        above.getPixelReader().getPixels(0, 0, width, head, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        below.getPixelReader()
                .getPixels(0, 0, width, height - head, PixelFormat.getIntArgbInstance(), pixels, head * width, width);
        return new PngPicture(width, height, pixels);
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(EIGHT_BITS)
                .put(RGB)
                .put(new byte[3])
                .array();
        chunk(file, "IHDR", head);
        chunk(file, "IDAT", packed(rows()));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private byte[] rows() {
        ByteBuffer rows = ByteBuffer.allocate(height * (1 + 3 * width));
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                rows.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
            }
        }
        return rows.array();
    }

    private static byte[] packed(byte[] rows) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
