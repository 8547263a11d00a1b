package keyturn.ui.flow.roll;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.domain.azure.ClientId;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.roll.RollOffer.Held;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Typed;

/**
 * Each credential with what depends on it: chosen, or left with a reason.
 *
 * @param tell keeps what was typed as the application of a credential
 */
record PickRows(ObservableList<Pick> picks, Consumer<Pick> tell) {

    /** As far as the name beside its box. */
    private static final double INDENT = 32;

    /** As many as a client id has. */
    private static final int COLUMNS = 36;

    Node node() {
        VBox rows = new VBox();
        rows.setId("roll-credentials");
        rows.getStyleClass().add("findings");
        Runnable show = () -> rows.getChildren().setAll(rows());
        picks.subscribe(show);
        show.run();
        return new VBox(
                8,
                Texts.section(RollViewModel.words("credentials")),
                Texts.caption(RollViewModel.words("credentials.about")),
                rows);
    }

    private List<Node> rows() {
        return IntStream.range(0, picks.size())
                .mapToObj(place -> row(picks.get(place), place + 1))
                .toList();
    }

    private Node row(Pick pick, int number) {
        Held held = pick.held();
        CheckBox box = new CheckBox(held.name().value());
        box.setMnemonicParsing(false);
        box.setId("roll-credential-" + number);
        box.setDisable(held.managed());
        box.getStyleClass().add("step-title");
        box.selectedProperty().bindBidirectional(pick.chosen());
        VBox below = new VBox(4, Texts.caption(about(pick)));
        below.setPadding(new Insets(0, 0, 0, INDENT));
        VBox row = new VBox(4, box, below);
        box.setAccessibleHelp(about(pick));
        if (!held.managed()) {
            below.getChildren().add(Showing.when(isLeft(pick), why(pick, number)));
        }
        if (!held.managed() && !pick.byRun()) {
            below.getChildren().add(folded(pick, number));
        }
        row.getStyleClass().add("finding");
        return row;
    }

    /** Why one is left is asked once another one is chosen. */
    private BooleanBinding isLeft(Pick pick) {
        return Bindings.createBooleanBinding(
                () -> !pick.chosen().get()
                        && picks.stream().anyMatch(one -> one.chosen().get()),
                picks.stream().map(Pick::chosen).toArray(Observable[]::new));
    }

    /** It may stay unsaid: choosing is enough. */
    private Node folded(Pick pick, int number) {
        ToggleButton show = new ToggleButton(RollViewModel.words("said.show"));
        show.setId("roll-said-show-" + number);
        show.getStyleClass().addAll("small", "folded");
        show.setAccessibleText(RollFlow.NAME
                .words("window.said.show.name", pick.held().name().value())
                .text());
        return new VBox(2, show, Showing.when(show.selectedProperty(), said(pick, number)));
    }

    /** Only the DBA knows it; what a run did is known without a word. */
    private Node said(Pick pick, int number) {
        TextField client = new TextField();
        client.setId("roll-said-" + number);
        client.textProperty().bindBidirectional(pick.said());
        client.setPrefColumnCount(COLUMNS);
        Button keep = new Button(RollViewModel.words("said.keep"));
        keep.setId("roll-said-keep-" + number);
        keep.setMinWidth(Button.USE_PREF_SIZE);
        keep.setAccessibleText(RollFlow.NAME
                .words("window.said.keep.name", pick.held().name().value())
                .text());
        keep.setOnAction(event -> tell.accept(pick));
        Node field = Field.of(
                RollFlow.NAME
                        .words("window.said", pick.held().name().value().replace("_", "__"))
                        .text(),
                client,
                pick.said().map(text -> Typed.problem(text, ClientId::read)));
        HBox row = new HBox(8, field, keep);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private static Node why(Pick pick, int number) {
        TextField why = new TextField();
        why.setId("roll-left-" + number);
        why.textProperty().bindBidirectional(pick.why());
        return Field.of(
                RollFlow.NAME
                        .words("window.left", pick.held().name().value().replace("_", "__"))
                        .text(),
                why,
                new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
    }

    private static String about(Pick pick) {
        Held held = pick.held();
        if (held.managed()) {
            return RollViewModel.words("managed");
        }
        String logins = held.logins().isEmpty()
                ? RollViewModel.words("noLogin")
                : RollFlow.NAME
                        .words(
                                "window.holds",
                                String.join(
                                        ", ",
                                        held.logins().stream()
                                                .map(login -> login.value())
                                                .toList()),
                                held.databases().size())
                        .text();
        String known = pick.known().orElse(RollViewModel.words("unknown"));
        String caller = held.callers() ? " " + RollViewModel.words("callers") : "";
        return RollFlow.NAME
                        .words("window.credential.about", held.identity(), logins, known)
                        .text()
                + caller;
    }
}
