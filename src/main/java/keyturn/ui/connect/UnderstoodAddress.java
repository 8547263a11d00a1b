package keyturn.ui.connect;

import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.ServerAddress;
import keyturn.ui.parts.Words;

/** How the address that was typed is understood, in a sentence: the tools for SQL Server write ports and instances differently. */
final class UnderstoodAddress {

    /** Where a default instance listens. */
    private static final int USUAL_PORT = 1433;

    private UnderstoodAddress() {}

    /** Empty: nothing was typed, or it is no address. */
    static Optional<String> of(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(told(ServerAddress.parse(text)));
        } catch (InvalidValue wrong) {
            return Optional.empty();
        }
    }

    private static String told(ServerAddress address) {
        if (address.port().isEmpty() && address.instance().isPresent()) {
            return Words.of(
                    "connect.understood.instance",
                    address.host(),
                    address.instance().get());
        }
        String port = String.valueOf(address.port().orElse(USUAL_PORT));
        return address.instance()
                .map(instance -> Words.of("connect.understood.both", address.host(), port, instance))
                .orElseGet(() -> Words.of("connect.understood.port", address.host(), port));
    }
}
