package keyturn.inspect.trouble;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;

/**
 * The network as this computer sees it.
 *
 * @param proxies which proxy this computer uses for a host
 */
public record Network(EndpointProbe probe, Proxies proxies) {

    /** Opens it with what a target trusts. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param certificate the only one that is trusted, as PEM; empty: what the system trusts
         * @throws Problem.Raised if the certificate cannot be read
         */
        Network open(Optional<Path> certificate) throws Problem.Raised;
    }

    /** What this computer would use. */
    @FunctionalInterface
    public interface Proxies {

        /** {@code HOST:PORT}; empty: it connects without one. */
        Optional<String> of(String host);
    }
}
