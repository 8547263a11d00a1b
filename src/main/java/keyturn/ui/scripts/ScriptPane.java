package keyturn.ui.scripts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
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
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.FindBar;
import keyturn.ui.parts.script.PaneTab;
import keyturn.ui.parts.script.ScriptView;

/** The preview pane: T-SQL, PowerShell or the way back, what the step says of itself, the digest. */
public final class ScriptPane {

    /** So wide the pane must be for tabs and buttons in one line. */
    private static final double ONE_LINE = 480;

    private final ScriptsModel model;
    private final ScriptView script = new ScriptView("script", Words.of("preview.script"));
    private final FindBar find = new FindBar("script", script);
    private final HBox bar;
    private final HBox tools;
    private final HBox below = new HBox();
    private final VBox node;

    public ScriptPane(ScriptsModel model) {
        this.model = model;
        model.compact().subscribe(script::compact);
        script.whenEmpty(Words.of("scripts.none"));
        Node about = Showing.when(model.isThere(), new AboutStep(model).node());
        tools = new HBox(6, find.opener(), new CopyMenu(model, script).button(), save());
        tools.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(tools, Priority.ALWAYS);
        bar = tabs();
        below.getStyleClass().add("pane-tools");
        Showing.when(Bindings.isNotEmpty(below.getChildren()), below);
        node = new VBox(bar, below, find.node(), script.node(), about, said(), foot());
        VBox.setVgrow(script.node(), Priority.ALWAYS);
        node.setMinWidth(0);
        node.widthProperty().subscribe(width -> arrange(width.doubleValue() < ONE_LINE));
        find.listenAround(node);
        model.script().subscribe(lines -> {
            script.show(lines);
            model.currentStep().getValue().ifPresent(this::mark);
        });
        model.currentStep().subscribe(step -> step.ifPresent(this::mark));
        script.whenChosen(step -> model.current().set(Optional.of(step)));
    }

    public Node node() {
        return node;
    }

    private void mark(Step step) {
        script.mark(step.id(), Conduct.of(step).risk() != Conduct.Risk.READS);
    }

    /** Where the pane is narrow, what is done with the script stands under its tabs. */
    private void arrange(boolean narrow) {
        HBox place = narrow ? below : bar;
        if (!place.getChildren().contains(tools)) {
            (narrow ? bar : below).getChildren().remove(tools);
            place.getChildren().add(tools);
        }
    }

    private HBox tabs() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton tsql = tab("tab-tsql", Words.of("preview.tsql"), ScriptTab.TSQL, group);
        ToggleButton powershell = tab("tab-powershell", Words.of("preview.powershell"), ScriptTab.POWERSHELL, group);
        ToggleButton back = tab("tab-backout", Words.of("preview.back"), ScriptTab.BACK_OUT, group);
        tsql.setSelected(true);
        HBox tabs = new HBox(6, tsql, powershell, back);
        tabs.getStyleClass().add("pane-bar");
        tabs.setAlignment(Pos.BOTTOM_LEFT);
        return tabs;
    }

    private Node save() {
        Button save = new Button(Words.of("scripts.save"));
        save.setId("save");
        save.setAccessibleText(Words.of("scripts.save.name"));
        save.getStyleClass().add("small");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> model.save(node.getScene().getWindow()));
        save.disableProperty().bind(isEmpty());
        return save;
    }

    private ToggleButton tab(String id, String text, ScriptTab shown, ToggleGroup group) {
        return PaneTab.of(id, text, group, () -> model.tab().set(shown));
    }

    private Node said() {
        Label said = Texts.body("");
        said.setId("script-said");
        said.getStyleClass().add("pane-foot");
        said.setMaxWidth(Double.MAX_VALUE);
        said.textProperty().bind(model.said());
        return Showing.when(model.said().map(text -> !text.isEmpty()), said);
    }

    private Node foot() {
        Label digest = new Label();
        digest.setId("digest");
        digest.getStyleClass().add("mono");
        digest.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(digest, Priority.ALWAYS);
        digest.textProperty().bind(model.digest());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(Bindings.concat(Words.of("scripts.digest"), "\n", model.wholeDigest()));
        digest.setTooltip(whole);
        digest.accessibleTextProperty().bind(model.wholeDigest());
        script.plainSwitch().getStyleClass().add("small");
        script.plainSwitch().setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(8, digest, copyDigest(), script.plainSwitch());
        foot.getStyleClass().add("pane-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Node copyDigest() {
        Button copy = new Button(Words.of("scripts.copy.digest"));
        copy.setId("digest-copy");
        copy.setAccessibleText(Words.of("scripts.copy.digest.name"));
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> CopyMenu.put(model.wholeDigest().getValue()));
        return Showing.when(model.isThere(), copy);
    }

    private ObservableValue<Boolean> isEmpty() {
        return model.hasCode().map(has -> !has);
    }
}
