package keyturn.practice.server.views;

import java.time.LocalDate;
import java.util.Optional;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;

/** Credentials without a secret that stand for the machine's own identity. The machines of this range have none. */
public final class ManagedIdentity {

    private static final String IDENTITY = "Managed Identity";
    private static final int SINCE = 2022;

    /** Builds of this day and later know what it is; their version is that of earlier ones. */
    private static final LocalDate BUILD = LocalDate.of(2024, 11, 9);

    private ManagedIdentity() {}

    /** What the engine says of such a credential: 37576 of the loaded build, else 37563; empty for any other. */
    public static Optional<SqlError> refusal(Instance instance, Credential credential) {
        boolean managed = credential.identity().equalsIgnoreCase(IDENTITY)
                && instance.identity().version().year() >= SINCE;
        if (!managed) {
            return Optional.empty();
        }
        boolean known = credential
                .provider()
                .flatMap(p -> instance.ekm().loadedFor(p))
                .map(LoadedDll::path)
                .flatMap(instance.ekm()::file)
                .filter(f -> !f.date().isBefore(BUILD))
                .isPresent();
        return Optional.of(Messages.error(known ? 37563 : 37576, 2));
    }
}
