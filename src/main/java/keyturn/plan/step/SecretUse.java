package keyturn.plan.step;

import java.util.Optional;
import keyturn.domain.azure.ClientId;

/**
 * What a step has to do with the secret of an application.
 *
 * @param application whose secret it is; empty for NONE alone
 */
public record SecretUse(Kind kind, Optional<ClientId> application) {

    static final SecretUse NONE = new SecretUse(Kind.NONE, Optional.empty());

    /** What is done with it. */
    public enum Kind {
        NONE,
        /** The step cannot be sent without. */
        NEEDED,
        /** The same, and what it makes lasts and holds the secret. */
        KEPT,
        /** The same, in place of another secret of the application; what was held before is not what it needs. */
        REPLACED,
        /** It brings the secret that later steps need. */
        GIVEN
    }

    public SecretUse {
        if (application.isEmpty() != (kind == Kind.NONE)) {
            throw new IllegalArgumentException(kind + " and " + application);
        }
    }

    static SecretUse needed(ClientId application) {
        return new SecretUse(Kind.NEEDED, Optional.of(application));
    }

    static SecretUse kept(ClientId application) {
        return new SecretUse(Kind.KEPT, Optional.of(application));
    }

    static SecretUse replaced(ClientId application) {
        return new SecretUse(Kind.REPLACED, Optional.of(application));
    }

    static SecretUse given(ClientId application) {
        return new SecretUse(Kind.GIVEN, Optional.of(application));
    }
}
