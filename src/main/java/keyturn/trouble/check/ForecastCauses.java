package keyturn.trouble.check;

import java.util.Optional;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.Warning;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;

/** What the forecast knows, as causes, and which check shows each. */
final class ForecastCauses {

    private ForecastCauses() {}

    static RootCause of(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> RootCause.EKM_OFF;
            case Cause.ProviderGone gone -> RootCause.PROVIDER_MISSING;
            case Cause.ProviderDisabled disabled -> RootCause.PROVIDER_DISABLED;
            case Cause.DllGone gone -> RootCause.FILE_MISSING;
            case Cause.DllUnusable bad -> of(bad.flaw());
            case Cause.KeyGone gone -> RootCause.KEY_NOT_REGISTERED;
            case Cause.NoLogin none -> RootCause.LOGIN_MISSING;
            case Cause.LoginDisabled disabled -> RootCause.LOGIN_DISABLED;
            case Cause.NoCredential none -> RootCause.LOGIN_WITHOUT_CREDENTIAL;
            case Cause.VersionDisabled disabled -> RootCause.KEY_DISABLED;
            case Cause.KeyNotInVault gone -> RootCause.KEY_DELETED;
            case Cause.MayNotUnwrap may -> RootCause.RIGHTS_MISSING;
            case Cause.SecretExpired expired -> RootCause.SECRET_EXPIRED;
            case Cause.HeldSecretOver over ->
                over.expired().isPresent() ? RootCause.SECRET_EXPIRED : RootCause.SECRET_WRONG;
        };
    }

    private static RootCause of(Cause.Flaw flaw) {
        return switch (flaw) {
            case NOT_SIGNED -> RootCause.SIGNATURE_NOT_TRUSTED;
            case NOT_READABLE -> RootCause.FILE_RIGHTS;
            case NO_RUNTIME -> RootCause.RUNTIME_MISSING;
        };
    }

    private static CheckName check(Cause.Flaw flaw) {
        return switch (flaw) {
            case NOT_SIGNED -> CheckName.SIGNATURE;
            case NOT_READABLE -> CheckName.FILE;
            case NO_RUNTIME -> CheckName.RUNTIME;
        };
    }

    static CheckName check(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> CheckName.EKM;
            case Cause.ProviderGone gone -> CheckName.PROVIDER;
            case Cause.ProviderDisabled disabled -> CheckName.PROVIDER;
            case Cause.DllGone gone -> CheckName.FILE;
            case Cause.DllUnusable bad -> check(bad.flaw());
            case Cause.KeyGone gone -> CheckName.KEYS;
            case Cause.NoLogin none -> CheckName.KEYS;
            case Cause.LoginDisabled disabled -> CheckName.KEYS;
            case Cause.NoCredential none -> CheckName.KEYS;
            case Cause.VersionDisabled disabled -> CheckName.VAULT;
            case Cause.KeyNotInVault gone -> CheckName.VAULT;
            case Cause.MayNotUnwrap may -> CheckName.RIGHTS;
            case Cause.SecretExpired expired -> CheckName.SECRET;
            case Cause.HeldSecretOver over -> CheckName.SECRET;
        };
    }

    static RootCause of(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires soon -> RootCause.SECRET_EXPIRING;
            case Warning.KeyExpires soon -> RootCause.KEY_EXPIRING;
        };
    }

    static CheckName check(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires soon -> CheckName.SECRET;
            case Warning.KeyExpires soon -> CheckName.VAULT;
        };
    }

    /** What must be settled before anybody knows; empty where it names no fault. */
    static Optional<RootCause> of(Missing missing) {
        return switch (missing) {
            case Missing.OtherDllLoaded other -> Optional.of(RootCause.RESTART_PENDING);
            case Missing.FileReplaced replaced -> Optional.of(RootCause.RESTART_PENDING);
            case Missing.SecretNotInUse altered -> Optional.of(RootCause.RESTART_PENDING);
            case Missing.SecretNewer newer -> Optional.of(RootCause.SECRET_WRONG);
            case Missing.NotOpen closed -> Optional.of(RootCause.DATABASE_CLOSED);
            case Missing.OutsideDates outside -> Optional.of(RootCause.KEY_EXPIRED);
            case Missing.Unread unread -> Optional.empty();
            case Missing.NothingLoaded none -> Optional.empty();
            case Missing.VaultUnseen unseen -> Optional.empty();
            case Missing.KeyNotRecognised other -> Optional.empty();
            case Missing.NotTested untested -> Optional.empty();
        };
    }

    static CheckName check(Missing missing) {
        return switch (missing) {
            case Missing.OtherDllLoaded other -> CheckName.CONNECTOR;
            case Missing.FileReplaced replaced -> CheckName.CONNECTOR;
            case Missing.SecretNotInUse altered -> CheckName.SECRET;
            case Missing.SecretNewer newer -> CheckName.SECRET;
            case Missing.NotOpen closed -> CheckName.DATABASES;
            case Missing.OutsideDates outside -> CheckName.VAULT;
            case Missing.VaultUnseen unseen -> CheckName.VAULT;
            case Missing.KeyNotRecognised other -> CheckName.VAULT;
            case Missing.NothingLoaded none -> CheckName.CONNECTOR;
            case Missing.Unread unread -> CheckName.RESTART;
            case Missing.NotTested untested -> CheckName.RESTART;
        };
    }
}
