package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.plan.flow.TestChoice;
import keyturn.tools.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window says whether a restart would succeed before anything is chosen, and where a plan is checked. */
final class ForecastInWindowTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDisabledKeyIsABannerThatForbidsTheRestart() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "key-gone")) {
            String headline =
                    Message.of("plan.forecast.headline.fails", "Payroll").text();
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            assertTrue(texts(walk, "#forecast-inspect").contains(headline));
            assertTrue(walk.window
                    .on(() -> walk.window
                            .scene()
                            .lookup("#forecast-inspect .banner")
                            .getStyleClass())
                    .contains("danger"));
            picture(walk, "forecast-inspect.png");
            walk.window.press("place-keys");
            walk.window.await("home-keys");
            assertTrue(texts(walk, "#home-keys")
                    .contains(Message.of("ui.home.vault.broken").text()));
            walk.window.press("place-overview");
            walk.window.press("turn-to-upgrade");
            walk.window.await("choose-page");
            walk.window.press("next");
            walk.window.await("forecast-preflight");
            assertTrue(texts(walk, "#forecast-preflight").contains(headline));
            assertEquals(
                    true,
                    walk.window.on(() -> walk.window.scene().lookup("#next").isDisabled()));
            picture(walk, "forecast-preflight.png");
        }
    }

    /** No vault is seen, whatever the DBA would tick: amber, and never green. */
    @Test
    void anUnseenVaultIsUnknown() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "vault-lost")) {
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            String headline = Message.of("plan.forecast.headline.uncertain").text();
            assertTrue(texts(walk, "#forecast-inspect").contains(headline));
            assertTrue(walk.window
                    .on(() -> walk.window
                            .scene()
                            .lookup("#forecast-inspect .banner")
                            .getStyleClass())
                    .contains("attention"));
        }
    }

    /** For people to look at. */
    private static void picture(VaultWindow walk, String file) throws Exception {
        walk.window.on(() -> {
            Picture.save(walk.window.scene(), Picture.FOLDER.resolve(file));
            return true;
        });
    }

    /** Nobody would have seen a key being opened; the practice server's own secret is known from the sign-in. */
    @Test
    void aPlanWithoutTestsIsMadeAfterATrialAtTheVault() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "healthy")) {
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            walk.window.press("next");
            walk.window.await("choose-page");
            walk.window.press("next");
            walk.window.await("covered");
            walk.window.on(() -> {
                for (Node box : walk.window.scene().lookup("#covered").lookupAll(".combo-box")) {
                    @SuppressWarnings("unchecked")
                    ComboBox<TestChoice> how = (ComboBox<TestChoice>) box;
                    how.setValue(TestChoice.OWN);
                }
                return true;
            });
            walk.window.await("try-vault");
            assertEquals(
                    true,
                    walk.window.on(() -> walk.window.scene().lookup("#next").isDisabled()));
            walk.window.press("try-vault");
            walk.window.awaitEnabled("next", () -> {});
        }
    }

    private static String texts(VaultWindow walk, String place) throws Exception {
        return walk.window.on(() -> {
            List<Node> labels = List.copyOf(walk.window.scene().lookup(place).lookupAll(".label"));
            return labels.stream()
                    .map(Labeled.class::cast)
                    .map(Labeled::getText)
                    .collect(Collectors.joining("\n"));
        });
    }
}
