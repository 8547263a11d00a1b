package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import keyturn.plan.due.TimeLine;
import keyturn.plan.words.DueWords;
import keyturn.ui.parts.Wrapping;

/** The drawn time line. It is as high as its width makes it; ticks, and the lines of what is unknown, come and go with the width. */
final class TimePicture extends Region {

    private static final double RADIUS = 5;

    private final TimeLine line;
    private final Line today = new Line();
    private final List<Line> bars = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private List<String> told = List.of();
    private TimeLayout last;

    TimePicture(TimeLine line) {
        this.line = line;
        setId("time-line-picture");
        setAccessibleText(String.join("\n", DueWords.lines(line)));
        setFocusTraversable(true);
        getStyleClass().add("time-picture");
        last = TimeLayout.of(line, LayoutBuilder.LEAST_WIDTH);
        today.getStyleClass().add("time-today");
        last.bars().forEach(bar -> bars.add(bar(bar.inUse() ? "time-use" : "time-bar")));
        last.dots().forEach(dot -> dots.add(dot(StateSign.tone(dot.state()).style())));
        for (int i = 0; i < TimeLayoutBuilder.MOST_TICKS + 1; i++) {
            ticks.add(word("map-caption"));
        }
        getChildren().add(today);
        getChildren().addAll(bars);
        getChildren().addAll(dots);
        getChildren().addAll(ticks);
        getChildren().forEach(child -> child.setManaged(false));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LayoutBuilder.LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 960;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return at(width < 0 ? 960 : width).height();
    }

    @Override
    protected void layoutChildren() {
        TimeLayout layout = at(getWidth());
        tell(layout.labels());
        place(today, layout.today(), 18, layout.today(), layout.axis());
        for (int i = 0; i < bars.size(); i++) {
            TimeLayout.Bar bar = layout.bars().get(i);
            place(bars.get(i), bar.from(), bar.y(), bar.to(), bar.y());
        }
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).setCenterX(layout.dots().get(i).x());
            dots.get(i).setCenterY(layout.dots().get(i).y());
        }
        for (int i = 0; i < labels.size(); i++) {
            place(labels.get(i), layout.labels().get(i));
        }
        for (int i = 0; i < ticks.size(); i++) {
            boolean there = i < layout.ticks().size();
            ticks.get(i).setVisible(there);
            if (there) {
                ticks.get(i).setText(layout.ticks().get(i).text());
                place(ticks.get(i), layout.ticks().get(i));
            }
        }
    }

    private void tell(List<TimeLayout.Label> wanted) {
        List<String> words = wanted.stream().map(TimeLayout.Label::shown).toList();
        if (words.equals(told)) {
            return;
        }
        told = words;
        getChildren().removeAll(labels);
        labels.clear();
        wanted.forEach(label -> labels.add(label(label)));
        labels.forEach(label -> label.setManaged(false));
        getChildren().addAll(labels);
        // They are measured in this very layout, and have no font before.
        labels.forEach(Label::applyCss);
    }

    private TimeLayout at(double width) {
        if (last.width() != Math.max(LayoutBuilder.LEAST_WIDTH, width)) {
            last = TimeLayout.of(line, width);
        }
        return last;
    }

    private static Line bar(String style) {
        Line bar = new Line();
        bar.getStyleClass().add(style);
        return bar;
    }

    private static Circle dot(String tone) {
        Circle dot = new Circle(RADIUS);
        dot.getStyleClass().addAll("time-dot", tone);
        return dot;
    }

    private static Label label(TimeLayout.Label label) {
        Label shown = word(label.strong() ? "map-name" : label.ofDate() ? "time-date" : "map-caption");
        shown.setText(Wrapping.plain(label.shown()));
        if (label.ofDate()) {
            shown.getStyleClass().add(StateSign.tone(label.state()).style());
        }
        Tooltip whole = new Tooltip(Wrapping.plain(label.text()));
        shown.setTooltip(whole);
        return shown;
    }

    private static Label word(String style) {
        Label word = new Label();
        word.getStyleClass().add(style);
        word.setTextOverrun(OverrunStyle.ELLIPSIS);
        return word;
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    /** As wide as its words, so that its ground hides the day's line behind them and nothing else. */
    private static void place(Label label, TimeLayout.Label where) {
        BoxArea area = where.area();
        double wide = Math.min(area.width(), Math.ceil(label.prefWidth(-1)));
        label.resizeRelocate(where.toEnd() ? area.right() - wide : area.x(), area.y(), wide, area.height());
    }
}
