package keyturn.ui.desk;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.ServerCertificate;

/** Asks a server for its certificate, without signing in. Waits: to be called in the background. */
@FunctionalInterface
public interface CertificateShown {
    ServerCertificate by(Target target) throws Problem.Raised;
}
