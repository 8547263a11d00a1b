package keyturn.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import keyturn.ui.wizard.Appearance;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.DirectBackground;

/** Draws every page in both themes and two sizes into {@code target/pictures}, for people to look at. */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /** Starts JavaFX, draws, ends. */
    public static void main() throws Exception {
        int code = 1;
        try {
            Files.createDirectories(FOLDER);
            for (var theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
                draw(theme, 1280, 800);
                draw(theme, 1920, 1080);
            }
            code = 0;
        } finally {
            System.exit(code);
        }
    }

    static void draw(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Toolkit.on(() -> walk(theme, width, height, suffix));
    }

    private static boolean walk(Appearance.Choice theme, int width, int height, String suffix) {
        try (Shown shown = new Shown(new HandMade(), theme, width, height)) {
            shown.picture("1-start-" + suffix);
            shown.press("connect");
            shown.picture("2-connect-" + suffix);
            shown.press("cancel");
            shown.press("practice");
            shown.picture("3-inspect-" + suffix);
            shown.press("next");
            shown.picture("4-choose-" + suffix);
            shown.press("next");
            shown.picture("5-preview-" + suffix);
            shown.press("tab-powershell");
            shown.picture("6-preview-powershell-" + suffix);
            shown.press("approve");
            shown.picture("7-run-" + suffix);
            shown.press("next");
            shown.picture("8-verify-" + suffix);
        }
        try (Shown shown = new Shown(new HandMade().failsAt(4), theme, width, height)) {
            shown.press("practice");
            shown.press("next");
            shown.press("next");
            shown.press("approve");
            shown.picture("9-run-stopped-" + suffix);
        }
        try (Shown shown = new Shown(new HandMade().mayNotRead(), theme, width, height)) {
            shown.press("practice");
            shown.picture("10-inspect-denied-" + suffix);
        }
        return true;
    }

    /** A window on show. */
    private static final class Shown implements AutoCloseable {

        private final Stage stage = new Stage();
        private final Scene scene;

        Shown(HandMade world, Appearance.Choice theme, int width, int height) {
            UpgradeWizard wizard = new UpgradeWizard(
                    world.ports(Path.of("runs")), new DirectBackground(), new OpenWorld(), folder -> {});
            Window.frame(stage, wizard.frame());
            wizard.frame().appearance().choice().set(theme);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            scene = stage.getScene();
        }

        void press(String id) {
            Node node = scene.lookup("#" + id);
            switch (node) {
                case javafx.scene.control.ButtonBase button -> button.fire();
                default -> throw new AssertionError(id + " is no button: " + node);
            }
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }

        void picture(String name) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.snapshot(null);
            save(scene.snapshot(null), FOLDER.resolve(name));
        }

        @Override
        public void close() {
            stage.close();
        }
    }

    static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
