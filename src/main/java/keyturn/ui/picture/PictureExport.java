package keyturn.ui.picture;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import keyturn.ui.files.Saving;
import keyturn.ui.parts.Words;

/** The menu that writes a picture to a file: as SVG, which stays sharp and can be searched, or as PNG, as it is on the screen. */
final class PictureExport {

    /** Pixels of the file for one of the picture. */
    private static final double SHARPNESS = 2;

    /** A picture on this side is at most so long. */
    private static final double LONGEST = 16_000;

    private final String id;
    private final Saving saving;
    private final MenuButton menu = new MenuButton(Words.of("map.export"));

    /** Makes one for a picture. */
    @FunctionalInterface
    interface SvgSource {
        String svg(Palette palette);
    }

    /** @param id that ids of the menu and its items begin with */
    PictureExport(String id, PictureFiles files) {
        this.id = id;
        this.saving = new Saving(files.background(), files.question());
        menu.setId(id + "-export");
        menu.getStyleClass().add("small");
        menu.setAccessibleText(Words.of("map.export.name"));
    }

    MenuButton menu() {
        return menu;
    }

    /** Where it was written, or why it was not. */
    ObservableValue<String> said() {
        return saving.said();
    }

    /**
     * @param name of the file, without its ending
     * @param drawn the node that a PNG shows; empty: only SVG can be written
     */
    void offer(Supplier<String> name, SvgSource svg, Supplier<Optional<Node>> drawn) {
        MenuItem vector = new MenuItem(Words.of("map.export.svg"));
        vector.setId(id + "-svg");
        vector.setOnAction(event -> saving.ask(
                menu.getScene().getWindow(),
                file(name, ".svg"),
                () -> svg.svg(isDark() ? Palette.DARK : Palette.LIGHT)));
        MenuItem pixels = new MenuItem(Words.of("map.export.png"));
        pixels.setId(id + "-png");
        pixels.setOnAction(event -> drawn.get().ifPresent(node -> {
            PngPicture picture = drawn(node);
            saving.askBytes(menu.getScene().getWindow(), file(name, ".png"), picture::bytes);
        }));
        menu.getItems().setAll(vector, pixels);
    }

    /** Of what every file system takes. */
    private static String file(Supplier<String> name, String ending) {
        return name.get().replaceAll("[^A-Za-z0-9.-]+", "-") + ending;
    }

    private boolean isDark() {
        return menu.getScene().getRoot().getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark"));
    }

    private PngPicture drawn(Node node) {
        double wide = node.getLayoutBounds().getWidth();
        double high = node.getLayoutBounds().getHeight();
        double sharp = Math.min(SHARPNESS, LONGEST / Math.max(1, Math.max(wide, high)));
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(sharp, sharp));
        how.setFill(Color.web((isDark() ? Palette.DARK : Palette.LIGHT).ground()));
        how.setViewport(new Rectangle2D(0, 0, wide * sharp, high * sharp));
        WritableImage image = node.snapshot(how, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new PngPicture(width, height, pixels);
    }
}
