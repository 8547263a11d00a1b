package keyturn.ui.preflight;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Preflight;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.SecretQuestion;

/** What blocks, what needs a look, what to confirm; the backups; what is fine on demand. */
public final class PreflightView implements PageView {

    private final PreflightViewModel model;
    private final Node pane;
    private final Node content;
    private final VBox rows = new VBox();
    private final VBox fine = new VBox();
    private final VBox grants = new VBox();
    private final ToggleButton showFine = new ToggleButton();
    private final SimpleBooleanProperty preset = new SimpleBooleanProperty();
    private final CoverTable cover;
    private final FindingRows findings;

    /** @param pane with the scripts, shared with the pages around */
    public PreflightView(PreflightViewModel model, Node pane) {
        this.model = model;
        this.pane = pane;
        findings = new FindingRows(model::confirm);
        cover = new CoverTable(model::test);
        rows.setId("findings");
        rows.getStyleClass().add("findings");
        fine.setId("findings-fine");
        fine.getStyleClass().add("findings");
        showFine.setId("show-fine");
        showFine.getStyleClass().add("small");
        Showing.when(showFine.selectedProperty(), fine);
        Showing.when(Bindings.isNotEmpty(grants.getChildren()), grants);
        content = Sheet.scrolling(
                "preflight-page",
                model.title(),
                new ReadOnlyStringWrapper(Words.of("preflight.lead")),
                ProblemPlace.place(model.problem()),
                ForecastBanner.place("preflight", model.forecast()),
                trial(),
                grants,
                toLookAt(),
                new VBox(8, head("preflight.cover", "covered-csv", model::saveCover), cover.node()),
                said());
        model.preflight().subscribe(now -> now.ifPresent(this::show));
        model.before().subscribe(ticked -> model.preflight().getValue().ifPresent(this::show));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> preview() {
        return Optional.of(pane);
    }

    @Override
    public void focus() {
        content.requestFocus();
    }

    private void show(Preflight preflight) {
        Optional<String> focused = Optional.ofNullable(rows.getScene())
                .map(scene -> scene.getFocusOwner())
                .map(Node::getId);
        CheckList list = model.checkList(preflight);
        rows.getChildren().setAll(findings.of(list.open(), model.newOnes(preflight)));
        preset.set(model.practice() && list.open().stream().anyMatch(FindingGroup::isTicked));
        List<Finding> good = list.fine();
        fine.getChildren()
                .setAll(findings.of(good.stream().map(FindingGroup::alone).toList(), one -> false));
        showFine.setText(Words.of("preflight.fine", good.size()));
        showFine.setAccessibleText(Words.of("preflight.fine.name", good.size()));
        grants.getChildren()
                .setAll(PreflightViewModel.grants(preflight, model.login())
                        .map(script -> List.<Node>of(MissingRights.node(script, model::saveGrants)))
                        .orElse(List.of()));
        cover.show(preflight.covered().stream()
                .map(row ->
                        CoverRow.of(row, Optional.ofNullable(preflight.tests().get(row.database()))))
                .toList());
        focused.flatMap(id -> Optional.ofNullable(content.lookup("#" + id))).ifPresent(Node::requestFocus);
    }

    private HBox head(String key, String id, java.util.function.Consumer<Window> save, Node... more) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button csv = new Button(Words.of("preflight.csv"));
        csv.setId(id);
        csv.getStyleClass().add("small");
        csv.setMinWidth(Region.USE_PREF_SIZE);
        csv.setAccessibleText(Words.of("preflight.csv.name", Words.of(key)));
        csv.setOnAction(event -> save.accept(csv.getScene().getWindow()));
        HBox head = new HBox(8, Texts.section(Words.of(key)), gap);
        head.getChildren().addAll(more);
        head.getChildren().add(csv);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** The secret, where it is not known, and the button; made anew each time, so that no secret of another stays in the field. */
    private Node trial() {
        VBox place = new VBox(8);
        place.setId("vault-trial");
        model.needsTrial().subscribe(needed -> {
            place.getChildren().clear();
            if (needed) {
                model.trial()
                        .asksSecretOf()
                        .ifPresent(client -> place.getChildren().add(SecretQuestion.of(client, model.trial()::type)));
                Button button = new Button(Words.of("preflight.tryVault"));
                button.setId("try-vault");
                button.setAccessibleText(Words.of("preflight.tryVault.name"));
                button.setOnAction(event -> model.trial().run());
                place.getChildren()
                        .addAll(button, ProblemPlace.place(model.trial().problem()));
            }
        });
        return Showing.when(model.needsTrial(), place);
    }

    /** What is fine opens right below its button, where one sees it. */
    private Node toLookAt() {
        return new VBox(
                8, head("preflight.findings", "findings-csv", model::saveFindings, showFine), fine, preset(), rows);
    }

    private Node preset() {
        Label told = Texts.body(Words.of("preflight.practice"));
        told.setId("host-preset");
        told.getStyleClass().add("muted");
        return Showing.when(preset, told);
    }

    private Node said() {
        Label said = Texts.body("");
        said.setId("preflight-said");
        said.textProperty().bind(model.said());
        return Showing.when(model.said().map(text -> !text.isEmpty()), said);
    }
}
