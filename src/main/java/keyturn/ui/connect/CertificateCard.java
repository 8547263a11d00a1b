package keyturn.ui.connect;

import java.time.Clock;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.reach.ServerCertificate;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** The certificate of a server that is not trusted: what is in it, and the button that trusts it for this server alone. */
final class CertificateCard {

    private static final double NAMES = 120;

    private final ConnectViewModel model;
    private final Clock clock;
    private final VBox card = new VBox(12);

    CertificateCard(ConnectViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        card.setId("certificate-card");
        card.getStyleClass().add("card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        model.trust().shown().subscribe(now -> now.ifPresent(this::show));
    }

    Node node() {
        return Showing.when(model.trust().shown().map(Optional::isPresent), card);
    }

    private void show(ServerCertificate shown) {
        GridPane grid = new GridPane(12, 6);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints());
        row(grid, "subject", shown.subject());
        row(grid, "issuer", shown.issuer());
        row(
                grid,
                "names",
                shown.names().isEmpty() ? Words.of("connect.shown.noNames") : String.join(", ", shown.names()));
        grid.addRow(grid.getRowCount(), name("valid"), validity(shown));
        Label thumbprint = Texts.body(shown.pin().shown());
        thumbprint.getStyleClass().add("mono");
        thumbprint.setId("certificate-thumbprint");
        grid.addRow(grid.getRowCount(), name("thumbprint"), thumbprint);
        Label advice =
                Texts.body(Words.of(shown.isMadeAtStart() ? "connect.shown.madeAtStart" : "connect.shown.compare"));
        card.getChildren().setAll(Texts.section(Words.of("connect.shown")), grid, advice, buttons());
    }

    private Node validity(ServerCertificate shown) {
        Label dates = Texts.body(Words.of(
                "connect.shown.dates",
                WindowTimes.date(shown.from(), clock.getZone()),
                WindowTimes.date(shown.until(), clock.getZone())));
        boolean valid = shown.isValidAt(clock.instant());
        return valid ? dates : new HBox(8, dates, new Tag(Tone.DANGER, Words.of("connect.shown.notValid")).node());
    }

    private Node buttons() {
        Button trust = button("certificate-trust", "connect.shown.trust");
        trust.setOnAction(event -> model.trustShown());
        Button leave = button("certificate-leave", "connect.shown.leave");
        leave.setOnAction(event -> model.trust().dismiss());
        return new HBox(8, trust, leave);
    }

    private static Button button(String id, String words) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void row(GridPane grid, String what, String value) {
        grid.addRow(grid.getRowCount(), name(what), Texts.body(value));
    }

    private static Label name(String what) {
        return Texts.caption(Words.of("connect.shown." + what));
    }
}
