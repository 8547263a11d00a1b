package keyturn.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.ComboBox;
import keyturn.inspect.Worlds;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.rehearsal.PracticeWorld;
import keyturn.run.door.WriteDoors;
import keyturn.sql.SqlConnector;
import keyturn.tools.RealDoors;
import keyturn.ui.Behind;
import keyturn.ui.LiveWindow;

/** A window on a range with all its doors, as the program wires it, and somebody at the vault beside it. */
final class VaultWindow implements AutoCloseable {

    static final String VAULT = "keyturn-practice-vault";

    final LiveWindow window;
    final Outsider outside;
    final Range range;

    VaultWindow(Path folder, String scenario) throws Exception {
        this(folder, scenario, RealDoors.all(VaultWindow::code));
    }

    /** @param doors by which acts are performed */
    VaultWindow(Path folder, String scenario, WriteDoors doors) throws Exception {
        range = Range.start(RangeOptions.of(scenario));
        window = new LiveWindow(folder, range, made -> behind(made, doors));
        outside = new Outsider(range);
    }

    private static Behind behind(Range range, WriteDoors doors) {
        return new Behind(new TargetConnector(new SqlConnector("test"), VaultWindow::code), doors, new Known(range));
    }

    /** Nobody signs in by a code here. */
    private static void code(String code, URI page, Instant until) {
        throw new AssertionError(code);
    }

    /** From the start page to the choice, with a key to be made. */
    void toMaking(String key) throws Exception {
        window.press("practice");
        window.press("turn-to-rotate-key");
        window.await("create");
        window.on(() -> {
            ((ComboBox<?>) window.scene().lookup("#create")).getSelectionModel().select(1);
            return true;
        });
        window.type("to-key-name", key);
    }

    /** From the choice to the plan, where one approves. */
    void toThePreview() throws Exception {
        window.press("next");
        window.await("preflight-page");
        window.press("next");
        window.await("preview-page");
    }

    /** The operator, who may what the signed-in account may not. */
    void makes(String key) {
        outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
        outside.keys(range)
                .createRsaKey(new com.azure.security.keyvault.keys.models.CreateRsaKeyOptions(key).setKeySize(2048));
    }

    boolean hasKey(String key) {
        return outside.keys(range).listPropertiesOfKeys().stream()
                .anyMatch(each -> each.getName().equals(key));
    }

    /** This range, whatever is asked for; anyone who has started it closes it. */
    private record Known(Range range) implements Worlds {

        @Override
        public List<Scenario> scenarios() {
            return List.of(new Scenario(range.scenario(), "with its vault", Worlds.Group.USUAL));
        }

        @Override
        public World copy(String inspection, List<String> faults, Files files) {
            return start("copy", faults, files);
        }

        @Override
        public World start(String scenario, List<String> faults, Files files) {
            return new PracticeWorld(range, closed -> {});
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        outside.close();
        window.close();
    }
}
