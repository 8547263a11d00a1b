package keyturn.plan.step;

import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;

/** What a database's encryption key is protected by when a step reaches it, as far as the planning could know. */
public sealed interface Protector {

    record ByThumbprint(Thumbprint thumbprint) implements Protector {}

    /** A key of master whose thumbprint nobody knows yet. */
    record ByName(AsymmetricKeyName key) implements Protector {}

    record Unknown() implements Protector {}

    /** As a sentence names it; empty where it is unknown. */
    default String shown() {
        return switch (this) {
            case ByThumbprint by -> by.thumbprint().toString();
            case ByName by -> by.key().toString();
            case Unknown unknown -> "";
        };
    }
}
