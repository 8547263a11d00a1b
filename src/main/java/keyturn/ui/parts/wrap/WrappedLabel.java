package keyturn.ui.parts.wrap;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label in several lines, in every direction of writing and in every place, however narrow. */
public final class WrappedLabel extends Label {

    private static final String CUT = "\u2026";

    /** Stands in the label's place where its lines are broken here, not by JavaFX. */
    private final Text shown = new Text();

    private final Text measure = new Text();
    private boolean isBroken;

    public WrappedLabel(String text) {
        super(text);
        shown.getStyleClass().add("text");
        shown.fontProperty().bind(fontProperty());
        shown.fillProperty().bind(textFillProperty());
        shown.lineSpacingProperty().bind(lineSpacingProperty());
        measure.fontProperty().bind(fontProperty());
        measure.lineSpacingProperty().bind(lineSpacingProperty());
        textProperty().subscribe(this::turn);
    }

    private void turn(String now) {
        isBroken = BrokenLines.areNeededFor(Optional.ofNullable(now).orElse(""));
        setWrapText(!isBroken);
        setContentDisplay(isBroken ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        setGraphic(isBroken ? shown : null);
    }

    /** Also while JavaFX itself wraps nothing. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    public void resize(double width, double height) {
        if (isBroken) {
            show(BrokenLines.of(getText(), inside(width), this::width), height);
        }
        super.resize(width, height);
    }

    /** As many lines as there is room for, at least one; what follows is cut. */
    private void show(List<String> lines, double height) {
        int most = Math.max(1, (int) ((height - snappedTopInset() - snappedBottomInset() + 1) / lineHeight()));
        String text = lines.size() <= most ? String.join("\n", lines) : String.join("\n", lines.subList(0, most)) + CUT;
        if (!text.equals(shown.getText())) {
            shown.setText(text);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return isBroken
                ? Math.ceil(getText().lines().mapToDouble(this::width).max().orElse(0)) + insetsAcross()
                : super.computePrefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return isBroken ? width(CUT) + insetsAcross() : super.computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return isBroken
                ? height(BrokenLines.of(getText(), width < 0 ? Double.MAX_VALUE : inside(width), this::width)
                        .size())
                : super.computePrefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return isBroken ? height(1) : super.computeMinHeight(width);
    }

    private double height(int lines) {
        return Math.ceil(lines * lineHeight()) + snappedTopInset() + snappedBottomInset();
    }

    private double inside(double width) {
        return Math.max(0, width - insetsAcross());
    }

    private double insetsAcross() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double lineHeight() {
        measure.setText("X\nX");
        double two = measure.getLayoutBounds().getHeight();
        measure.setText("X");
        return Math.max(1, two - measure.getLayoutBounds().getHeight());
    }

    private double width(String line) {
        measure.setText(line);
        return measure.getLayoutBounds().getWidth();
    }
}
