package keyturn.plan.due;

import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;

/** What a row of the time line is about. */
public sealed interface DueSubject {

    /** @param vaultKey its name in the vault, where a vault that was inspected shows it */
    record KeyInUse(AsymmetricKeyName key, Optional<String> vaultKey) implements DueSubject {}

    /** A key that a rotation has replaced. */
    record OldKey(AsymmetricKeyName key) implements DueSubject {}

    /** The secrets of SQL Server's application; empty: which that is was not seen. */
    record Secrets(Optional<String> application) implements DueSubject {}
}
