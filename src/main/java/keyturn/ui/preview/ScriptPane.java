package keyturn.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Language;
import keyturn.ui.parts.ScriptView;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.Words;

/** The preview pane: T-SQL or PowerShell, what the step says of itself, the digest. */
final class ScriptPane {

    private final PreviewViewModel model;
    private final ScriptView script = new ScriptView("script", Words.of("preview.script"));
    private final VBox node;

    ScriptPane(PreviewViewModel model) {
        this.model = model;
        node = new VBox(bar(), script.node(), new AboutStep(model.currentStep()).node(), digest());
        VBox.setVgrow(script.node(), Priority.ALWAYS);
        model.script().subscribe(script::show);
    }

    Node node() {
        return node;
    }

    void mark(StepLine row) {
        script.mark(row.id(), row.changes());
    }

    private Node bar() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton tsql = tab("tab-tsql", Words.of("preview.tsql"), Language.TSQL, group);
        ToggleButton powershell = tab("tab-powershell", Words.of("preview.powershell"), Language.POWERSHELL, group);
        tsql.setSelected(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(Words.of("preview.copy"), Icon.COPY.node());
        copy.setId("copy");
        copy.setAccessibleText(Words.of("preview.copy.name"));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> script.copy());
        script.plainSwitch().getStyleClass().add("small");
        HBox bar = new HBox(8, tsql, powershell, gap, script.plainSwitch(), copy);
        bar.getStyleClass().add("pane-bar");
        bar.setAlignment(Pos.BOTTOM_LEFT);
        return bar;
    }

    private ToggleButton tab(String id, String text, Language language, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(text);
        tab.setId(id);
        tab.setMnemonicParsing(true);
        tab.setAccessibleText(text.replace("_", ""));
        tab.getStyleClass().add("pane-tab");
        tab.setToggleGroup(group);
        tab.setOnAction(event -> {
            tab.setSelected(true);
            model.language().set(language);
        });
        return tab;
    }

    private Node digest() {
        Label digest = new Label();
        digest.setId("digest");
        digest.getStyleClass().addAll("mono", "pane-foot");
        digest.setMaxWidth(Double.MAX_VALUE);
        digest.textProperty().bind(model.digest());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.wholeDigest());
        digest.setTooltip(whole);
        digest.accessibleTextProperty().bind(model.wholeDigest());
        return digest;
    }
}
