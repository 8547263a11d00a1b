package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measures the colours as JavaFX has them after the style sheets, tints laid over the page's own ground. */
final class ContrastTest {

    private static final double ENOUGH = 4.5;
    private static final double ENOUGH_FOR_EDGES = 3;

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void textOnEveryTintIsReadable(Choice theme) throws Exception {
        assertEquals(List.of(), Toolkit.on(() -> faint(theme)));
    }

    /** Whatever stands on a page, on whatever it stands; what is off may be faint. */
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void textOnEveryPageIsReadable(Choice theme) throws Exception {
        Set<String> faint = new TreeSet<>();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade().hasHistory(), theme, 1280, 800)) {
                for (String button : List.of("", "practice", "next", "next", "next", "approve", "next")) {
                    if (!button.isEmpty()) {
                        shown.press(button);
                    }
                    // What a list fills its rows with while it is laid out has its colours the second time.
                    shown.settle();
                    Color ground = fillOf((Region) shown.scene().getRoot(), Color.TRANSPARENT);
                    walk(shown.scene().getRoot(), ground, faint);
                }
            }
            return true;
        });
        assertEquals(Set.of(), faint);
    }

    private static void walk(Node node, Color ground, Set<String> faint) {
        Color under = node instanceof Region region ? fillOf(region, ground) : ground;
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()
                && labeled.getTextFill() instanceof Color ink) {
            double ratio = contrast(over(ink, under), under);
            if (ratio < ENOUGH) {
                faint.add(String.format(Locale.ROOT, "%s %s %.2f", labeled.getStyleClass(), labeled.getText(), ratio));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> child.isVisible() && !child.isDisabled() && child.getOpacity() == 1)
                    .forEach(child -> walk(child, under, faint));
        }
    }

    /** The edge of a field is what shows that there is one. */
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theEdgeOfEveryFieldIsSeen(Choice theme) throws Exception {
        Set<String> faint = new TreeSet<>();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), theme, 1280, 800)) {
                for (String page : List.of("connect", "settings-open")) {
                    shown.press(page);
                    shown.settle();
                    Color ground = fillOf((Region) shown.scene().getRoot().lookup(".frame"), Color.TRANSPARENT);
                    Set<Node> fields = new HashSet<>(shown.scene().getRoot().lookupAll(".text-input"));
                    fields.addAll(shown.scene().getRoot().lookupAll(".combo-box-base"));
                    fields.addAll(shown.scene().getRoot().lookupAll(".box"));
                    assertTrue(fields.size() > 4, "fields of " + page);
                    fields.stream()
                            .filter(field -> !field.isFocused()
                                    && field.getBoundsInLocal().getWidth() > 0)
                            .filter(field -> edge((Region) field, ground) < ENOUGH_FOR_EDGES)
                            .forEach(field -> faint.add(page + " " + field));
                }
            }
            return true;
        });
        assertEquals(Set.of(), faint);
    }

    /** What shows that something is chosen. */
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void aTickAndTheDotOfAChoiceAreSeen(Choice theme) throws Exception {
        List<Double> ratios = Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), theme, 1280, 800)) {
                CheckBox box = new CheckBox("ticked");
                box.setSelected(true);
                RadioButton radio = new RadioButton("chosen");
                radio.setSelected(true);
                var frame =
                        (javafx.scene.layout.BorderPane) shown.scene().getRoot().lookup(".frame");
                frame.setCenter(new VBox(box, radio));
                shown.settle();
                Color ground = fillOf(frame, Color.TRANSPARENT);
                return List.of(mark(box, ".box", ".mark", ground), mark(radio, ".radio", ".dot", ground));
            }
        });
        assertTrue(ratios.stream().allMatch(ratio -> ratio >= ENOUGH_FOR_EDGES), ratios::toString);
    }

    private static double mark(Labeled choice, String place, String mark, Color ground) {
        Color under = fillOf((Region) choice.lookup(place), ground);
        Color ink = fillOf((Region) choice.lookup(mark), under);
        return contrast(ink, under);
    }

    private static double edge(Region field, Color ground) {
        Color outer = (Color) field.getBackground().getFills().getFirst().getFill();
        return contrast(over(outer, ground), ground);
    }

    @Test
    void theThemeIsThereFromTheStartWithoutAnybodyChoosing() throws Exception {
        String sheet = Toolkit.on(() -> {
            Application.setUserAgentStylesheet(null);
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.SYSTEM, 1280, 800)) {
                shown.settle();
                return String.valueOf(Application.getUserAgentStylesheet());
            }
        });
        assertTrue(sheet.contains("primer-light"), sheet);
    }

    private static List<String> faint(Choice theme) {
        try (ShownWindow shown = new ShownWindow(new HandMade(), theme, 1280, 800)) {
            VBox board = new VBox();
            for (Tone tone : Tone.values()) {
                board.getChildren().addAll(new Tag(tone, tone.name()).node(), Banner.of(tone, tone.name(), "text"));
            }
            for (String style : List.of("primary", "practise")) {
                Button button = new Button(style);
                button.getStyleClass().add(style);
                board.getChildren().add(button);
            }
            var frame = (javafx.scene.layout.BorderPane) shown.scene().getRoot().lookup(".frame");
            frame.setCenter(board);
            shown.settle();
            Color ground = fillOf(frame, Color.TRANSPARENT);
            List<String> faint = new ArrayList<>();
            board.getChildren().forEach(node -> collect((Region) node, ground, faint));
            return faint;
        }
    }

    private static void collect(Region region, Color ground, List<String> faint) {
        Color under = fillOf(region, ground);
        if (region instanceof Labeled labeled) {
            double ratio = contrast(over((Color) labeled.getTextFill(), under), under);
            if (ratio < ENOUGH) {
                faint.add(String.format(Locale.ROOT, "%s %.2f", labeled.getText(), ratio));
            }
        }
        if (region instanceof HBox || region instanceof VBox) {
            region.getChildrenUnmodifiable().forEach(child -> collect((Region) child, under, faint));
        }
    }

    private static Color fillOf(Region region, Color ground) {
        Color seen = ground;
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                assertTrue(fill.getFill() instanceof Color, "no gradients: " + fill.getFill());
                seen = over((Color) fill.getFill(), seen);
            }
        }
        return seen;
    }

    private static Color over(Color top, Color under) {
        double alpha = top.getOpacity();
        return Color.color(
                top.getRed() * alpha + under.getRed() * (1 - alpha),
                top.getGreen() * alpha + under.getGreen() * (1 - alpha),
                top.getBlue() * alpha + under.getBlue() * (1 - alpha));
    }

    /** The ratio of WCAG 2: from 1 to 21. */
    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
