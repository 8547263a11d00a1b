package keyturn.practice.directory;

import java.util.regex.Pattern;
import keyturn.practice.web.Switch;

/** What no document tells of sign-in and Graph: those of a scenario do as it says under {@code directory}, {@code switches}. */
public enum Unwritten implements Switch {
    /** The word of OAuth where a token is asked of a tenant that is none; its configuration says {@code invalid_tenant}. */
    UNKNOWN_TENANT("unknownTenantWord", Form.WORD, "invalid_request"),
    /** AADSTS number where the person said no to a device. */
    DECLINED("declinedNumber", Form.NUMBER, "70017"),
    /** AADSTS number where a device's code is none, or has served. */
    BAD_CODE("badCodeNumber", Form.NUMBER, "70018"),
    /** AADSTS number where a device's code has run out. */
    LATE_CODE("lateCodeNumber", Form.NUMBER, "70020"),
    /** AADSTS number where what a person comes back with is none. */
    BAD_RETURN("badRefreshTokenNumber", Form.NUMBER, "9002313"),
    /** Status where a secret is to be removed that is not there. */
    UNKNOWN_SECRET("unknownSecretStatus", "4\\d\\d", "400"),
    /** Code where the tenant's policy allows no secret that lives so long. */
    LONG_SECRET("longSecretCode", Form.WORD, "CredentialInvalidLifetimeAsPerAppPolicy"),
    /** Code where the tenant's policy allows no secret at all. */
    NO_SECRETS("noSecretsCode", Form.WORD, "CredentialTypeNotAllowedAsPerAppPolicy");

    private final String key;
    private final Pattern form;
    private final String standard;

    Unwritten(String key, String form, String standard) {
        this.key = key;
        this.form = Pattern.compile(form);
        this.standard = standard;
    }

    private static final class Form {
        static final String WORD = "[A-Za-z_]{1,60}";
        static final String NUMBER = "[1-9]\\d{1,7}";
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
