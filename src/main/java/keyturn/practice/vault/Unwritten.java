package keyturn.practice.vault;

import java.util.regex.Pattern;
import keyturn.practice.web.Switch;

/** What no document tells of the service: the vaults of a scenario do as it says under {@code azure}, {@code switches}. */
public enum Unwritten implements Switch {
    /** Inner code where a version is off. */
    DISABLED_KEY("disabledKeyCode", Form.CODE, "KeyDisabled"),
    /** Whether a version that is off still wraps and encrypts, which its public half suffices for: seen, but written otherwise. */
    DISABLED_KEY_MAKES("disabledKeyMakes", "yes|no", "no"),
    /** Inner code where a key's time is over. */
    EXPIRED_KEY("expiredKeyCode", Form.CODE, "KeyExpired"),
    /** Inner code where a key's time has not come. */
    EARLY_KEY("earlyKeyCode", Form.CODE, "KeyNotYetValid"),
    /** Inner code where a key is not meant for what is asked. */
    FOREIGN_OPERATION("foreignOperationCode", Form.CODE, "KeyOperationForbidden"),
    /** Inner code where the vault's list has the caller without that right; {@code AccessDenied} is written of too. */
    MISSING_RIGHT("missingRightCode", Form.CODE, "ForbiddenByPolicy"),
    /** Inner code where purge protection forbids a purge. */
    PURGE_PROTECTED("purgeProtectedCode", Form.CODE, "ForbiddenByPurgeProtection"),
    /** Inner code where a backup would come onto a key that is there. */
    RESTORE_CONFLICT("restoreConflictCode", Form.CODE, ""),
    /** Status where a backup is of another subscription or geography. */
    FOREIGN_BACKUP("foreignBackupStatus", Form.STATUS, "400"),
    /** Number in the text where a token is for something else than vaults. */
    WRONG_AUDIENCE("wrongAudienceNumber", Form.NUMBER, "AKV10022"),
    /** What an update with an empty list of operations does: keeps those there are, leaves none, or is refused. */
    EMPTY_OPERATIONS("emptyOperations", "keep|none|refuse", "keep");

    private final String key;
    private final Pattern form;
    private final String standard;

    Unwritten(String key, String form, String standard) {
        this.key = key;
        this.form = Pattern.compile(form);
        this.standard = standard;
    }

    private static final class Form {
        static final String CODE = "[A-Za-z]{0,60}";
        static final String STATUS = "4\\d\\d";
        static final String NUMBER = "AKV\\d{5}";
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Pattern form() {
        return form;
    }

    @Override
    public String standard() {
        return standard;
    }
}
