package keyturn.plan.forecast;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;

/** What shows that a restart would open a database. */
public sealed interface Evidence {

    /** No database of this server depends on a provider. */
    record NothingDepends() implements Evidence {}

    /** The engine needed the key for a backup that began then, after the last change. */
    record Tested(DatabaseName database, Instant at) implements Evidence {}

    /** The same by a test that leaves nothing on the server: a run saw it then, after the last change. */
    record TestedByRun(DatabaseName database, Instant at) implements Evidence {}

    /** The same with the secret from before: the credential was altered later. */
    record TestedBefore(DatabaseName database, Instant at) implements Evidence {}

    /** The engine opened the database at its last start, after the last change. */
    record Started(DatabaseName database, Instant at) implements Evidence {}

    /** The DLL of the catalog is the one that is loaded. */
    record DllLoaded(String path) implements Evidence {}

    record LoginMapped(LoginName login, CredentialName credential) implements Evidence {}

    /** The version that protects the database is enabled and within its dates. */
    record VersionEnabled(String vault, String name, String version) implements Evidence {}

    /** @param until when the first of the valid secrets expires; empty: never */
    record SecretValid(String application, Optional<Instant> until) implements Evidence {}

    /** The key was tried from this machine, as the application with its secret. */
    record TriedFromHere(String vault, String name) implements Evidence {}

    /**
     * The run that altered the credential tried the key with the very secret that it gave it.
     *
     * @param at when the credential was altered
     */
    record SecretTried(CredentialName credential, String vault, String name, Instant at) implements Evidence {}

    /** It shows that the secret which the credential holds since it was last altered opens the key. */
    default boolean isOfNewestSecret() {
        return switch (this) {
            case SecretTried tried -> true;
            case Tested tested -> true;
            case TestedByRun tested -> true;
            case Started started -> true;
            case TestedBefore before -> false;
            case NothingDepends none -> false;
            case DllLoaded loaded -> false;
            case LoginMapped mapped -> false;
            case VersionEnabled version -> false;
            case SecretValid valid -> false;
            case TriedFromHere tried -> false;
        };
    }

    /** When the engine used the key itself; empty: this is no use by the engine. */
    default Optional<Instant> used() {
        return switch (this) {
            case Tested tested -> Optional.of(tested.at());
            case TestedBefore tested -> Optional.of(tested.at());
            case TestedByRun tested -> Optional.of(tested.at());
            case Started started -> Optional.of(started.at());
            case NothingDepends none -> Optional.empty();
            case DllLoaded loaded -> Optional.empty();
            case LoginMapped mapped -> Optional.empty();
            case VersionEnabled version -> Optional.empty();
            case SecretValid valid -> Optional.empty();
            case TriedFromHere tried -> Optional.empty();
            case SecretTried tried -> Optional.empty();
        };
    }
}
