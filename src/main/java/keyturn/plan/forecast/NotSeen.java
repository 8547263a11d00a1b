package keyturn.plan.forecast;

import java.time.Instant;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.plan.flow.Confirmation;

/** What a yes does not rest on. */
public sealed interface NotSeen {

    /** Registry, files and runtimes of the host were not read. */
    record Host() implements NotSeen {}

    /** SQL Server's own way to the vault through the network: only what the engine did at that time shows it. */
    record EngineRoute(Instant at) implements NotSeen {}

    /** A person says so; nobody else has looked. */
    record Attested(Confirmation what) implements NotSeen {}

    /** SQL Server never tells which secret a credential holds. */
    record SecretHeld(CredentialName credential) implements NotSeen {}

    /**
     * Nobody has said as which application a credential signs in.
     *
     * @param looked the application whose secrets were looked at instead
     */
    record ApplicationOf(CredentialName credential, String looked) implements NotSeen {}

    /** The new secret was tried from this machine: SQL Server's service account may have another proxy and another route. */
    record ServiceRoute(CredentialName credential) implements NotSeen {}

    /** The directory was not read, so nobody knows how long the application's secret is valid. */
    record SecretLife() implements NotSeen {}

    /** A start does not open a database in this state. */
    record NotStarted(DatabaseName database, String state) implements NotSeen {}
}
