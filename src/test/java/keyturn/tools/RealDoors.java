package keyturn.tools;

import keyturn.directory.GraphWriter;
import keyturn.entra.CodePrompt;
import keyturn.run.door.WriteDoors;
import keyturn.sql.SqlAccess;
import keyturn.vault.KeyVaultWriter;

/** The program's own doors for acts, as {@code main} wires them. */
public final class RealDoors {

    private RealDoors() {}

    /** Nobody is shown a code to sign in with. */
    public static WriteDoors all() {
        return all((code, page, until) -> {});
    }

    public static WriteDoors all(CodePrompt prompt) {
        return new WriteDoors(
                SqlAccess::lock, SqlAccess::open, KeyVaultWriter.opener(prompt), GraphWriter.opener(prompt));
    }
}
