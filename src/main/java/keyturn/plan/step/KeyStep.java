package keyturn.plan.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Evidence;

/** The steps with an asymmetric key of master: its login, and the databases that it protects. */
public sealed interface KeyStep extends Step {

    /**
     * {@code CREATE ASYMMETRIC KEY … OPEN_EXISTING}: the server asks the vault for the key, as the login that runs it.
     *
     * @param vault as a credential names it
     * @param version that the bare name stood for when it was planned; empty where nobody could look, or the key was yet to
     *     be made
     * @param thumbprint that the key must turn out to have; empty: none is known
     */
    record OpenKey(
            StepId id,
            NodeName node,
            AsymmetricKeyName key,
            ProviderName provider,
            String vault,
            KeyReference vaultKey,
            Optional<String> version,
            Optional<Thumbprint> thumbprint)
            implements KeyStep {

        /** Where no thumbprint is known. */
        public OpenKey(
                StepId id,
                NodeName node,
                AsymmetricKeyName key,
                ProviderName provider,
                String vault,
                KeyReference vaultKey,
                Optional<String> version) {
            this(id, node, key, provider, vault, vaultKey, version, Optional.empty());
        }
    }

    /** {@code DROP ASYMMETRIC KEY}: only what the run itself made, while nothing was ever wrapped with it. */
    record DropKey(StepId id, NodeName node, AsymmetricKeyName key) implements KeyStep {}

    /** {@code CREATE LOGIN … FROM ASYMMETRIC KEY}: as which the engine opens the key at each start. */
    record CreateKeyLogin(StepId id, NodeName node, LoginName login, AsymmetricKeyName key) implements KeyStep {}

    /** {@code DROP LOGIN}: as {@link DropKey}. */
    record DropKeyLogin(StepId id, NodeName node, LoginName login) implements KeyStep {}

    /**
     * {@code ALTER DATABASE ENCRYPTION KEY}: unwraps by the one key and wraps with the other; no page is written anew.
     *
     * @param back undoes a step that went the other way
     */
    record ReencryptDatabase(
            StepId id, NodeName node, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to, boolean back)
            implements KeyStep {}

    /** Reads what hangs on the new key: databases, login, credential, vault. */
    record ReadKeyChain(StepId id, NodeName node, AsymmetricKeyName key, LoginName login, CredentialName credential)
            implements KeyStep {}

    static Conduct conduct(KeyStep step) {
        return switch (step) {
            case OpenKey open ->
                Conduct.changes(Scope.WHOLE, new Undo.ByHand(Undo.How.BACK_OUT_OF_RUN), Conduct.CALL)
                        .needing(Permission.CREATE_ASYMMETRIC_KEY)
                        .shownBy(Evidence.VAULT_LOOK);
            case DropKey drop ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.IS_BACK_OUT), Conduct.LOOK)
                        .needing(Permission.CONTROL_SERVER);
            case CreateKeyLogin create ->
                Conduct.changes(Scope.SERVER, new Undo.ByHand(Undo.How.BACK_OUT_OF_RUN), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_LOGIN);
            case DropKeyLogin drop ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.IS_BACK_OUT), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_LOGIN);
            case ReencryptDatabase reencrypt ->
                Conduct.changes(new Scope.OneDatabase(reencrypt.database()), undo(reencrypt), Conduct.CALL)
                        .needing(new Permission("CONTROL", reencrypt.database().value()))
                        .with(Conduct.Trait.REFUSED_UNCHANGED);
            case ReadKeyChain read ->
                Conduct.reads(Scope.SERVER, Conduct.LOOK)
                        .shownBy(Evidence.VAULT_LOOK)
                        .with(Conduct.Trait.OPTIONAL);
        };
    }

    private static Undo undo(ReencryptDatabase step) {
        return step.back()
                ? Undo.none(Undo.Because.IS_BACK_OUT)
                : new Undo.BySteps(List.of(new ReencryptDatabase(
                        new StepId(1), step.node(), step.database(), step.to(), step.from(), true)));
    }

    /** The steps that protect a database by another key, in order. */
    static Stream<ReencryptDatabase> reencryptions(List<Step> steps) {
        return of(steps).flatMap(step -> step.asReencrypt().stream());
    }

    /** The steps that make a login from a key, in order. */
    static Stream<CreateKeyLogin> logins(List<Step> steps) {
        return of(steps).flatMap(step -> step.asLogin().stream());
    }

    /** The steps that open a key of the vault, in order. */
    static Stream<OpenKey> opened(List<Step> steps) {
        return of(steps).flatMap(step -> step.asOpen().stream());
    }

    /** The steps that read what a key protects, in order. */
    static Stream<ReadKeyChain> chains(List<Step> steps) {
        return of(steps).flatMap(step -> step.asChain().stream());
    }

    private static Stream<KeyStep> of(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asKey().stream());
    }

    @Override
    default Optional<KeyStep> asKey() {
        return Optional.of(this);
    }

    default Optional<OpenKey> asOpen() {
        return switch (this) {
            case OpenKey open -> Optional.of(open);
            case DropKey drop -> Optional.empty();
            case CreateKeyLogin create -> Optional.empty();
            case DropKeyLogin drop -> Optional.empty();
            case ReencryptDatabase reencrypt -> Optional.empty();
            case ReadKeyChain read -> Optional.empty();
        };
    }

    default Optional<CreateKeyLogin> asLogin() {
        return switch (this) {
            case OpenKey open -> Optional.empty();
            case DropKey drop -> Optional.empty();
            case CreateKeyLogin create -> Optional.of(create);
            case DropKeyLogin drop -> Optional.empty();
            case ReencryptDatabase reencrypt -> Optional.empty();
            case ReadKeyChain read -> Optional.empty();
        };
    }

    default Optional<ReencryptDatabase> asReencrypt() {
        return switch (this) {
            case OpenKey open -> Optional.empty();
            case DropKey drop -> Optional.empty();
            case CreateKeyLogin create -> Optional.empty();
            case DropKeyLogin drop -> Optional.empty();
            case ReencryptDatabase reencrypt -> Optional.of(reencrypt);
            case ReadKeyChain read -> Optional.empty();
        };
    }

    default Optional<ReadKeyChain> asChain() {
        return switch (this) {
            case OpenKey open -> Optional.empty();
            case DropKey drop -> Optional.empty();
            case CreateKeyLogin create -> Optional.empty();
            case DropKeyLogin drop -> Optional.empty();
            case ReencryptDatabase reencrypt -> Optional.empty();
            case ReadKeyChain read -> Optional.of(read);
        };
    }
}
