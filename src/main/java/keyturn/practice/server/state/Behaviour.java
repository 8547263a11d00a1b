package keyturn.practice.server.state;

/**
 * How this server behaves where no document says how a server does; a scenario may choose.
 *
 * @param fromFileLeavesDisabled FROM FILE, a failed one too, ends with the provider disabled; else it ends as it began
 * @param secretWaits the engine's sessions go on with the secret that they were opened with until the server starts
 *     anew; only a database that is opened meanwhile opens a session of its own, with the new one
 * @param versionMustMatch a start loads no DLL whose version is not the one in the catalog
 * @param makesKeys CREATE_NEW makes a key in the vault; else the provider answers that it does not do so
 * @param megabytesPerSecond how fast an encryption scan goes
 * @param keySids what the catalog shows of which key a login was made from
 * @param vaultSeconds how long the provider waits for an answer of a vault or of the sign-in
 */
public record Behaviour(
        boolean fromFileLeavesDisabled,
        boolean secretWaits,
        boolean versionMustMatch,
        boolean makesKeys,
        KeySids keySids,
        int megabytesPerSecond,
        int vaultSeconds) {

    public static final int SCAN = 4096;

    public static final int VAULT_SECONDS = 10;

    public Behaviour scanning(int megabytes) {
        return new Behaviour(
                fromFileLeavesDisabled, secretWaits, versionMustMatch, makesKeys, keySids, megabytes, vaultSeconds);
    }

    public Behaviour makingKeys() {
        return new Behaviour(
                fromFileLeavesDisabled, secretWaits, versionMustMatch, true, keySids, megabytesPerSecond, vaultSeconds);
    }

    public Behaviour matchingVersions() {
        return new Behaviour(
                fromFileLeavesDisabled, secretWaits, true, makesKeys, keySids, megabytesPerSecond, vaultSeconds);
    }

    public Behaviour waiting(int seconds) {
        return new Behaviour(
                fromFileLeavesDisabled, secretWaits, versionMustMatch, makesKeys, keySids, megabytesPerSecond, seconds);
    }

    public Behaviour showing(KeySids sids) {
        return new Behaviour(
                fromFileLeavesDisabled,
                secretWaits,
                versionMustMatch,
                makesKeys,
                sids,
                megabytesPerSecond,
                vaultSeconds);
    }
}
