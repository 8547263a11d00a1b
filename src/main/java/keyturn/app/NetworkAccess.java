package keyturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.entra.Reachability;
import keyturn.inspect.trouble.Network;

/** The network of this computer, for checks. */
record NetworkAccess(Clock clock) {

    Network open(Optional<Path> certificate) throws Problem.Raised {
        try {
            return new Network(Reachability.trusting(certificate, clock)::of, Reachability::proxyFor);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Problem.Raised(new Problem(
                    "login.certificate-file",
                    Message.of(
                            "entra.certificateFile",
                            certificate.map(String::valueOf).orElse("Windows-ROOT")),
                    Optional.of(String.valueOf(unreadable)),
                    Message.of("entra.certificateFile.next")));
        }
    }
}
