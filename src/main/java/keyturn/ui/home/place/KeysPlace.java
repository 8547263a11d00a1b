package keyturn.ui.home.place;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.home.KeyRow;
import keyturn.ui.home.VaultPart;
import keyturn.ui.home.period.KeptPeriods;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The keys of master with their age, and below them the vaults with theirs. */
public final class KeysPlace {

    private final KeysPart keys;
    private final VaultView vault = new VaultView();
    private final VBox node;

    public KeysPlace(KeptPeriods periods) {
        keys = new KeysPart(periods);
        VBox.setVgrow(vault.node(), Priority.ALWAYS);
        node = new VBox(12, keys.node(), Texts.section(Words.of("home.vaults")), vault.node());
        VBox.setVgrow(node, Priority.ALWAYS);
    }

    public Node node() {
        return node;
    }

    /** @param seen empty: nobody has asked to look into a vault */
    public void show(List<KeyRow> rows, Optional<VaultPart> seen) {
        keys.show(rows);
        vault.show(seen);
    }
}
