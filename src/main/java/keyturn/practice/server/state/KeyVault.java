package keyturn.practice.server.state;

import java.util.List;
import keyturn.practice.tsql.types.Bytes;

/**
 * A key vault as the connector meets it: the only way from the engine to keys. Codes are those that the connector gives
 * up with; 0 is well.
 */
public interface KeyVault {

    /** What stands in the way of a session: 2050, 3104, 3303, 3900. */
    int session(SignIn who);

    /**
     * The key of a name, in its newest version, or of {@code name/version}; refused with 3110 where the name is none,
     * 3112 where there is no such key, 3113 where it may not be read.
     */
    Answer key(SignIn who, String name);

    /** The newest version of each key that may be listed. */
    List<VaultKey> keys(SignIn who);

    /** Whether the key of a URI wraps and unwraps: 3112, 3113, or 3104 where nothing answers. */
    int use(SignIn who, String uri);

    /** The URI of the key that a connector up to 1.0.4.0 made this thumbprint of; empty where there is none. */
    String named(Bytes shortThumbprint);

    /** Makes a key. */
    Made make(SignIn who, String name, int bits);

    /** Deletes the key of a URI, all of its versions, as far as they can be recovered. */
    Gone delete(SignIn who, String uri);

    /** What was asked for, or the code of the refusal. */
    sealed interface Answer {}

    /** A key. */
    record Found(VaultKey key) implements Answer {}

    /** No key, and why. */
    record Refused(int code) implements Answer {}

    /** The vault after a key was to be made. */
    record Made(KeyVault now, Answer answer) {}

    /** The vault after a key was to be deleted. */
    record Gone(KeyVault now, int code) {}
}
