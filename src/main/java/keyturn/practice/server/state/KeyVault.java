package keyturn.practice.server.state;

import java.util.List;
import keyturn.practice.tsql.types.Bytes;

/**
 * The provider's way to vaults: the only one from the engine to keys. Codes are those that the connector gives up with;
 * 0 is well.
 */
public interface KeyVault {

    /** Nothing can be found: no vault has an address. */
    KeyVault NOWHERE = (who, patience) -> new Closed(3900);

    /**
     * Signs in at the vault that a credential names: 2050 for a secret that is too short, 3900 where the vault has no
     * address, 3303 and its like for what sign-in refuses.
     *
     * @throws java.util.concurrent.CancellationException once nobody waits for it any more
     */
    Door open(SignIn who, Patience patience);

    /** A session with a vault, or none. */
    sealed interface Door {}

    /** No session, and why. */
    record Closed(int code) implements Door {}

    /** A session, with the token that the sign-in gave. */
    record Opened(Session session) implements Door {}

    /** What a session with a vault is asked for; its methods give up as {@link #open} does. */
    interface Session {

        /** The name by which the network knows the vault. */
        String host();

        /** The key of a name, in its newest version, or of {@code name/version}. */
        Answer<VaultKey> key(String name);

        /** The newest version of each key that may be listed; none where none may. */
        List<VaultKey> keys();

        /** Encrypts with a key of a name, or of {@code name/version}. */
        Answer<Bytes> wrap(String name, Bytes plain);

        /** Decrypts. */
        Answer<Bytes> unwrap(String name, Bytes wrapped);

        /** Makes a key; one that there is already is refused. */
        Answer<VaultKey> make(String name, int bits);

        /** Deletes a key, all of its versions, as far as they can be recovered; returns a code. */
        int delete(String name);
    }

    /** What was asked for, or the code of the refusal. */
    sealed interface Answer<T> {}

    /** It. */
    record Found<T>(T value) implements Answer<T> {}

    /** Not, and why: 3112 where there is no such key, 3113 where it may not be used. */
    record Refused<T>(int code) implements Answer<T> {}
}
