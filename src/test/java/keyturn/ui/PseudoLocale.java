package keyturn.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance.Choice;

/** Walks the pages in a version of the program whose words are longer, and says what is cut off without being told whole elsewhere. */
final class PseudoLocale {

    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("connect"),
            List.of("connect", "azure"),
            List.of("servers-manage"),
            List.of("settings-open"),
            List.of("settings-open", "settings-shortcuts"),
            List.of("settings-open", "settings-about"),
            List.of("runs"),
            List.of("help"),
            List.of("practice"),
            List.of("practice", "place-keys"),
            List.of("practice", "next"),
            List.of("practice", "next", "next"),
            List.of("practice", "next", "next", "next"),
            List.of("practice", "next", "next", "next", "approve"),
            List.of("practice", "next", "next", "next", "approve", "next"));

    private PseudoLocale() {}

    /** @param sizes of the window: widths and heights, by turns */
    static List<String> cut(String... sizes) throws Exception {
        List<String> cut = new ArrayList<>();
        for (int at = 0; at < sizes.length; at += 2) {
            cut.addAll(cut(Integer.parseInt(sizes[at]), Integer.parseInt(sizes[at + 1])));
        }
        return cut;
    }

    private static List<String> cut(int width, int height) throws Exception {
        List<String> cut = new ArrayList<>();
        for (List<String> way : WAYS) {
            cut.addAll(Toolkit.on(() -> {
                try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, width, height)) {
                    way.forEach(shown::press);
                    shown.settle();
                    Picture.save(
                            shown.scene(),
                            Path.of("target", "pictures", "pseudo-" + String.join("-", way) + "-" + width + ".png"));
                    List<String> found = new ArrayList<>();
                    collect(shown.scene().getRoot(), width + " " + way, found);
                    return found;
                }
            }));
        }
        return cut;
    }

    private static void collect(Node node, String where, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && isCut(labeled) && !isToldElsewhere(labeled)) {
            found.add(where + ": " + labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, found));
        }
    }

    /** What its skin draws is another text than it has, or stands out of it. */
    private static boolean isCut(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank() || labeled.getWidth() == 0) {
            return false;
        }
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(Text.class::cast)
                .anyMatch(drawn -> isShorter(drawn, whole) || isOutside(drawn, labeled));
    }

    private static boolean isShorter(Text drawn, String whole) {
        return drawn.isVisible()
                && drawn.getText().length() < whole.replace("_", "").length();
    }

    private static boolean isOutside(Text drawn, Labeled labeled) {
        Bounds text = drawn.getBoundsInParent();
        return text.getHeight() > labeled.getHeight() + 2 || text.getMinX() < -2;
    }

    /** A name that a tooltip has whole, and cells, which a column may be made wider for. */
    private static boolean isToldElsewhere(Labeled labeled) {
        boolean named = hasTooltip(labeled);
        boolean cell = labeled instanceof Cell<?> || labeled.getStyleClass().contains("column-header");
        return named || cell || isInMenu(labeled);
    }

    private static boolean hasTooltip(Node node) {
        Node at = node;
        while (at != null && !(at instanceof Control control && control.getTooltip() != null)) {
            at = at.getParent();
        }
        return at != null;
    }

    /** A box or a menu says its choice to a screen reader, and shows it whole when it is opened. */
    private static boolean isInMenu(Labeled labeled) {
        Parent parent = labeled.getParent();
        boolean header = parent != null && parent.getStyleClass().contains("column-header");
        boolean button = labeled instanceof ButtonBase;
        return header
                || (labeled instanceof Label
                        && !button
                        && parent != null
                        && parent.getStyleClass().contains("menu-button"));
    }
}
