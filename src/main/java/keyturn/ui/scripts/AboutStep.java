package keyturn.ui.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Permission;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.PermissionWords;
import keyturn.plan.words.StepWords;
import keyturn.plan.words.UndoWords;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.Wrapping;
import keyturn.ui.parts.wrap.WrappedLabel;

/** Under the script: why the current step is there, what it needs, how it is undone; more, once somebody asks. */
final class AboutStep {

    private static final double HEIGHT = 190;

    private final ScriptsModel model;
    private final VBox lines = new VBox(4);
    private final ToggleButton more = new ToggleButton();
    private final ScrollPane node = new ScrollPane(lines);

    AboutStep(ScriptsModel model) {
        this.model = model;
        lines.setId("about-step");
        lines.getStyleClass().add("about-step");
        more.setId("about-more");
        more.getStyleClass().add("notice-details");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText(Words.of("preview.about.more.name"));
        more.textProperty()
                .bind(more.selectedProperty()
                        .map(open -> Words.of(open ? "preview.about.less" : "preview.about.more")));
        node.getStyleClass().add("about-step-pane");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lines.heightProperty().subscribe(height -> fit(height.doubleValue()));
        node.setAccessibleText(Words.of("preview.about"));
        model.currentStep().subscribe(this::show);
        more.selectedProperty().subscribe(open -> show(model.currentStep().getValue()));
    }

    Node node() {
        return node;
    }

    private void fit(double height) {
        double shown = Math.min(height + 2, HEIGHT);
        node.setMinHeight(shown);
        node.setMaxHeight(shown);
    }

    private void show(Optional<Step> step) {
        List<Node> rows = new ArrayList<>();
        step.ifPresent(one -> {
            rows.addAll(more.isSelected() ? all(one) : brief(one));
            rows.add(more);
        });
        lines.getChildren().setAll(rows);
        node.setVvalue(0);
    }

    private List<Node> brief(Step step) {
        List<Node> rows = new ArrayList<>();
        rows.add(line(
                "why", Brief.of(Brief.firstSentence(StepWords.of(step).why().text()))));
        permission(step).ifPresent(needed -> rows.add(line("needs", needed)));
        rows.add(line("undo", Brief.of(Brief.firstSentence(undo(Conduct.of(step).undo())))));
        return rows;
    }

    private List<Node> all(Step step) {
        StepWords words = StepWords.of(step);
        List<Node> rows = new ArrayList<>();
        rows.add(line("why", words.why().text()));
        permission(step).ifPresent(needed -> rows.add(line("needs", needed)));
        rows.add(line("undo", undo(Conduct.of(step).undo())));
        rows.add(line("after", words.trueAfter().text()));
        rows.add(line("source", words.source().text()));
        return rows;
    }

    private Optional<String> permission(Step step) {
        return Conduct.of(step).permission().map(this::permission);
    }

    private String permission(Permission needed) {
        String name = PermissionWords.all(List.of(needed));
        return needed.name().contains("/")
                ? name
                : model.holds(needed)
                        .map(held -> Words.of(held ? "preview.about.needs.held" : "preview.about.needs.lacking", name))
                        .orElseGet(() -> Words.of("preview.about.needs.unknown", name));
    }

    private static Node line(String name, String text) {
        Label head = new Label(Words.of("preview.about." + name));
        head.getStyleClass().addAll("about-head");
        head.setMinWidth(Label.USE_PREF_SIZE);
        Label rest = new WrappedLabel(Wrapping.plain(text));
        rest.getStyleClass().add("about-text");
        rest.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox line = new HBox(8, head, rest);
        line.getStyleClass().add("about-line");
        line.setAccessibleText(head.getText() + "  " + text);
        return line;
    }

    private static String undo(Undo undo) {
        return switch (undo) {
            case Undo.BySteps by -> StepWords.titles(by.steps());
            case Undo.ByHand hand -> UndoWords.of(hand).text();
            case Undo.None none -> UndoWords.of(none).text();
        };
    }
}
