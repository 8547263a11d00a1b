package keyturn.script.act;

import java.util.Set;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.script.Script;

/** An act in a vault. */
public sealed interface VaultAct extends DoorAct
        permits VaultAct.CreateKey, VaultAct.BackUpKey, VaultAct.TryKey, RecoveryAct {

    VaultAddress vault();

    /**
     * Makes a vault key under a name that is free.
     *
     * @param bits 2048 or 3072: what connectors take
     * @param shown the Az.KeyVault lines that do the same
     */
    record CreateKey(VaultAddress vault, KeyName name, boolean hsm, int bits, String shown) implements VaultAct {}

    /**
     * Backs a vault key up into a file on the machine that Keyturn runs on, readable by its owner only.
     *
     * @param file free until then
     * @param shown the Az.KeyVault lines that do the same
     */
    record BackUpKey(VaultAddress vault, KeyName name, LocalPath file, String shown) implements VaultAct {}

    /**
     * Does in the vault what the server will do with a credential: token, key, one value wrapped and unwrapped again. Changes
     * nothing.
     *
     * @param here the value is encrypted on this machine with the key's public half, as a key that has expired wraps nothing
     * @param secret the application's: a slot until the act is sent
     * @param times in a row, each with a sign-in of its own
     * @param shown the PowerShell line that does the same, by a function of the head
     */
    record TryKey(
            VaultAddress vault,
            KeyReference key,
            ClientId application,
            Script secret,
            int times,
            boolean here,
            String shown)
            implements VaultAct {}

    @Override
    default Set<Integer> slots() {
        return switch (this) {
            case CreateKey create -> Set.of();
            case BackUpKey backUp -> Set.of();
            case TryKey attempt -> attempt.secret().slots();
            case RecoveryAct recovery -> recovery.secrets();
        };
    }

    /** It tries a key as the application. */
    default boolean isTrial() {
        return switch (this) {
            case CreateKey create -> false;
            case BackUpKey backUp -> false;
            case TryKey attempt -> true;
            case RecoveryAct recovery -> false;
        };
    }
}
