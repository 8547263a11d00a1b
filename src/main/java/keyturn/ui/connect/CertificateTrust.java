package keyturn.ui.connect;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.CertificatePin;
import keyturn.domain.reach.ServerCertificate;
import keyturn.ui.desk.CertificateShown;
import keyturn.ui.work.Background;

/** The certificate that a server shows where it is not trusted, and the one that somebody trusts for this server alone. */
final class CertificateTrust {

    private static final Set<String> UNTRUSTED = Set.of("sql.certificate", "sql.certificate-other");

    private final Background background;
    private final CertificateShown certificates;
    private final ReadOnlyObjectWrapper<Optional<ServerCertificate>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CertificatePin>> pin = new ReadOnlyObjectWrapper<>(Optional.empty());

    CertificateTrust(Background background, CertificateShown certificates) {
        this.background = background;
        this.certificates = certificates;
    }

    /** What the server shows; empty: it is trusted, or nobody has looked. */
    ObservableValue<Optional<ServerCertificate>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The only certificate that the server may show; empty: any that this computer trusts. */
    ObservableValue<Optional<CertificatePin>> pin() {
        return pin.getReadOnlyProperty();
    }

    /** Gets the certificate, where it was the reason; a server that shows none any more has said enough. */
    void failed(Problem why, Target target) {
        if (UNTRUSTED.contains(why.code())) {
            background.perform(
                    () -> certificates.by(target),
                    seen -> shown.set(Optional.of(seen)),
                    said -> shown.set(Optional.empty()));
        }
    }

    /** From now on the server must show the certificate in sight. */
    void trust() {
        pin.set(shown.get().map(ServerCertificate::pin));
        shown.set(Optional.empty());
    }

    void use(Optional<CertificatePin> known) {
        pin.set(known);
        shown.set(Optional.empty());
    }

    void dismiss() {
        shown.set(Optional.empty());
    }
}
