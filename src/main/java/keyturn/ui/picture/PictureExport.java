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
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import keyturn.ui.files.Saving;
import keyturn.ui.parts.Typeface;
import keyturn.ui.parts.Words;

/** The menu that writes a picture to a file: as SVG, which stays sharp and can be searched, or as PNG, as it is on the screen. */
final class PictureExport {

    /** Pixels of the file for one of the picture. */
    private static final double SHARPNESS = 2;

    /** Of the title over a picture, in pixels of the picture. */
    private static final double TITLE = 15;

    /** A picture on this side is at most so long. */
    private static final double LONGEST = 16_000;

    private final String id;
    private final Saving saving;
    private final MenuButton menu = new MenuButton(Words.of("map.export"));

    /** Makes one for a picture. */
    @FunctionalInterface
    interface SvgSource {
        /** @param title stands over the picture */
        String svg(Palette palette, String title);
    }

    /**
     * @param file its name, without its ending
     * @param title stands over the picture
     */
    record Named(String file, String title) {}

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
     * @param name of the file, and its title
     * @param drawn the node that a PNG shows; empty: only SVG can be written
     */
    void offer(Supplier<Named> name, SvgSource svg, Supplier<Optional<Node>> drawn) {
        MenuItem vector = new MenuItem(Words.of("map.export.svg"));
        vector.setId(id + "-svg");
        vector.setOnAction(event -> saving.ask(
                menu.getScene().getWindow(),
                file(name, ".svg"),
                () -> svg.svg(
                        isDark() ? Palette.DARK : Palette.LIGHT, name.get().title())));
        MenuItem pixels = new MenuItem(Words.of("map.export.png"));
        pixels.setId(id + "-png");
        pixels.setOnAction(event -> drawn.get().ifPresent(node -> {
            PngPicture picture = drawn(node, name.get().title());
            saving.askBytes(menu.getScene().getWindow(), file(name, ".png"), picture::bytes);
        }));
        menu.getItems().setAll(vector, pixels);
    }

    /** Of what every file system takes. */
    private static String file(Supplier<Named> name, String ending) {
        return name.get().file().replaceAll("[^A-Za-z0-9.-]+", "-") + ending;
    }

    private boolean isDark() {
        return menu.getScene().getRoot().getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark"));
    }

    private PngPicture drawn(Node node, String title) {
        double wide = node.getLayoutBounds().getWidth();
        double high = node.getLayoutBounds().getHeight();
        double sharp = Math.min(SHARPNESS, LONGEST / Math.max(1, Math.max(wide, high)));
        Palette palette = isDark() ? Palette.DARK : Palette.LIGHT;
        Text head = new Text(title);
        head.setFont(Font.font(Typeface.sans(), FontWeight.BOLD, TITLE));
        head.setFill(Color.web(palette.text()));
        double tall = Math.ceil(head.getLayoutBounds().getHeight()) + TITLE;
        Rectangle2D over = new Rectangle2D(0, head.getLayoutBounds().getMinY() * sharp, wide * sharp, tall * sharp);
        WritableImage above = taken(head, sharp, over, palette);
        WritableImage below = taken(node, sharp, new Rectangle2D(0, 0, wide * sharp, high * sharp), palette);
        return PngPicture.of(above, below);
    }

    private static WritableImage taken(Node node, double sharp, Rectangle2D part, Palette palette) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(sharp, sharp));
        how.setFill(Color.web(palette.ground()));
        how.setViewport(part);
        return node.snapshot(how, null);
    }
}
