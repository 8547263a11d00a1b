package keyturn.ui.home.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.home.VaultHead;
import keyturn.ui.home.VaultPart;
import keyturn.ui.home.VaultRow;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.VaultConnect;
import keyturn.ui.parts.table.FittedTable;
import keyturn.ui.parts.table.SearchedTable;

/** The vaults with their keys, the application with its secrets, and what kept us from seeing more. */
public final class VaultView {

    private final VBox heads = new VBox(8);
    private final TableColumn<VaultRow, String> vaultColumn = column("vault", 130, VaultRow::vault);
    private final SearchedTable<VaultRow> table = new SearchedTable<>(FittedTable.of(
            "vault-keys",
            Words.of("home.vault.table"),
            Words.of("home.vault.table.none"),
            List.of(
                    vaultColumn,
                    column("vaultKey", 130, VaultRow::key),
                    column("version", 136, VaultRow::version),
                    column("kind", 116, VaultRow::kind),
                    FittedTable.tags(Words.of("home.column.enabled"), 110, VaultRow::state),
                    column("created", 104, VaultRow::created),
                    column("age", 66, VaultRow::age),
                    FittedTable.tags(Words.of("home.column.expires"), 182, VaultRow::expires),
                    column("used", 136, VaultRow::usedBy))));
    private final VBox none =
            new VBox(8, Texts.body(Words.of("home.vault.none")), VaultConnect.button("vault-connect"));
    private final VBox node;

    public VaultView() {
        heads.setId("vaults");
        heads.setMinHeight(VBox.USE_PREF_SIZE);
        none.managedProperty().bind(none.visibleProperty());
        table.node().managedProperty().bind(table.node().visibleProperty());
        node = new VBox(12, none, heads, table.node());
    }

    public Node node() {
        return node;
    }

    /** @param vault empty: nobody has asked to look into one */
    public void show(Optional<VaultPart> vault) {
        none.setVisible(vault.isEmpty());
        table.node().setVisible(vault.filter(part -> part.read() > 0).isPresent());
        vaultColumn.setVisible(vault.filter(part -> part.read() > 1).isPresent());
        table.show(vault.map(VaultPart::keys).orElse(List.of()));
        List<Node> shown = new ArrayList<>();
        vault.ifPresent(part -> {
            part.problems().forEach(problem -> shown.add(Banner.of(problem)));
            part.heads().forEach(head -> shown.add(head(head)));
        });
        heads.getChildren().setAll(shown);
    }

    private static Node head(VaultHead head) {
        Label name = Texts.cut("strong");
        name.setText(head.name());
        HBox title = new HBox(12, name, head.state().node());
        title.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox(2, title);
        head.lines().forEach(line -> lines.getChildren().add(Texts.body(line)));
        return lines;
    }

    private static TableColumn<VaultRow, String> column(String name, double width, Function<VaultRow, String> value) {
        return FittedTable.text(Words.of("home.column." + name), width, value);
    }
}
