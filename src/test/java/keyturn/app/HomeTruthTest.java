package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import keyturn.domain.Message;
import keyturn.ui.parts.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first line of a server's home is what must be known before anything else, and what to do about it stands below. */
final class HomeTruthTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "key-gone, DANGER, plan.forecast.headline.fails, Payroll",
        "secret-expired, DANGER, plan.forecast.headline.fails, 'Sales, Ledger, Payroll, Archive'",
        "vault-lost, DANGER, ui.home.vaultLost,",
        "ten-thousand, FINE, plan.forecast.headline.opens,"
    })
    void theFirstLineSaysWhatARestartWouldDo(String scenario, Tone tone, String key, String lost) throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, scenario)) {
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            Message line = lost == null ? Message.of(key) : Message.of(key, lost);
            assertEquals(List.of(tone.before(line.text()), tone.style()), first(walk));
        }
    }

    @Test
    void whereTheVaultIsLostTheHomeSaysWhatToSpareAndItsButtonStartsTheRecovery() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "vault-lost")) {
            walk.window.press("practice");
            walk.window.await("vault-lost");
            walk.window.press("next");
            walk.window.await("recover-vault-page");
        }
    }

    @Test
    void aReplicaIsSaidToBeOneAndOffersNoJob() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "ag3")) {
            walk.window.press("practice");
            walk.window.await("memberships");
            assertEquals(
                    List.of(
                            Tone.ATTENTION.before(
                                    Message.of("ui.home.membership").text()),
                            Tone.ATTENTION.style()),
                    first(walk));
            assertTrue(walk.window.text("memberships").contains("PracticeAG"));
            assertTrue(!walk.window.shows("start-next-1"));
            assertTrue(walk.window.on(() -> walk.window.scene().lookup("#next").isDisabled()));
        }
    }

    /** The word of the first banner, and its colour. */
    private static List<String> first(VaultWindow walk) throws Exception {
        return walk.window.on(() -> {
            HBox banner = (HBox) walk.window.scene().lookup("#inspect-page .banner");
            Label word = (Label) banner.lookup(".banner-word");
            List<String> tones = List.of(Tone.values()).stream()
                    .filter(tone -> banner.getStyleClass().contains(tone.style()))
                    .map(tone -> tone.style().toLowerCase(Locale.ROOT))
                    .toList();
            return List.of(word.getText(), tones.getFirst());
        });
    }
}
