package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import keyturn.domain.reach.CertificatePin;
import keyturn.ui.connect.SignInKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign-in to a real server: what its certificate is, that it can be trusted for this server alone, and a try. */
final class ConnectInWindowTest {

    @TempDir
    private Path folder;

    @Test
    void anUntrustedCertificateIsShownAndTrustedForThisServerAlone() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            String thumbprint = thumbprint(window.range.certificate());
            type(window);
            assertEquals("Host 127.0.0.1, port " + window.range.port() + ".", window.text("understood"));
            window.press("next");
            window.await("certificate-card");
            assertEquals(thumbprint, window.text("certificate-thumbprint"));
            assertFalse(window.shows("inspect-page"));
            window.picture("2-connect-certificate.png");

            window.press("certificate-trust");
            window.await("inspect-page");
            window.press("cancel");
            window.await("connect");
            window.press("connect");
            assertTrue(window.text("pinned").contains(thumbprint), "still trusted for the same address");
            window.type("server", "127.0.0.1:1");
            assertEquals("", window.text("pinned"), "not for another one");
        }
    }

    @Test
    void aTryConnectsAndGoesNowhere() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            type(window);
            window.type("certificate", window.range.certificate().toString());
            window.press("try");
            window.await("tried");
            assertTrue(window.text("tried").contains(window.range.user()), window.text("tried"));
            assertTrue(window.shows("connect-page"));
            window.press("cancel");
            window.await("start");
            assertFalse(window.on(() -> window.scene().lookup(".known-server") != null), "nothing was kept");
        }
    }

    private static void type(LiveWindow window) throws Exception {
        window.press("connect");
        window.type("server", "127.0.0.1:" + window.range.port());
        window.on(() -> {
            @SuppressWarnings("unchecked")
            var auth = (ComboBox<SignInKind>) window.scene().lookup("#auth");
            auth.setValue(SignInKind.SQL);
            return true;
        });
        window.type("user", window.range.user());
        window.on(() -> {
            var password = (TextField) window.scene().lookup("#password");
            password.replaceText(0, password.getLength(), window.range.password());
            return true;
        });
    }

    private static String thumbprint(Path pem) throws Exception {
        try (var in = Files.newInputStream(pem)) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            return CertificatePin.of((X509Certificate) certificate).shown();
        }
    }
}
