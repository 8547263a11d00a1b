package keyturn.plan.step;

import keyturn.domain.CredentialName;
import keyturn.domain.ProviderName;

/** Steps that must not be parted: a run may not be stopped between them. */
public sealed interface Group {

    /** It can be parted from all others. */
    record None() implements Group {}

    /** From here on nothing is parted until this is closed. */
    record Opens(Held held) implements Group {}

    /** The last step of its group; where nothing has opened one, it stands alone. */
    record Closes(Held held) implements Group {}

    /** What is in between while the group lasts. */
    sealed interface Held {

        /** A provider with a new DLL that may read disabled. */
        record Provider(ProviderName name) implements Held {}

        /** A temporary credential. */
        record Credential(CredentialName name) implements Held {}

        /** SQL Server is stopped. */
        record Engine() implements Held {}
    }
}
