package keyturn.plan.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Scope;

/** The steps that create credentials of the provider, map them to logins, and undo both. */
public sealed interface CredentialStep extends Step {

    /**
     * {@code CREATE CREDENTIAL … FOR CRYPTOGRAPHIC PROVIDER}: the server asks the vault nothing yet.
     *
     * @param identity what names the vault
     * @param application whose secret it holds; the secret is handed in when the step is sent
     * @param temporary dropped again by a later step of the same plan
     */
    record CreateCredential(
            StepId id,
            NodeName node,
            CredentialName credential,
            String identity,
            ClientId application,
            ProviderName provider,
            boolean temporary)
            implements CredentialStep {}

    /**
     * {@code ALTER LOGIN … ADD CREDENTIAL}.
     *
     * @param temporary to the login that runs the plan; taken off again by a later step
     */
    record AddCredential(StepId id, NodeName node, LoginName login, CredentialName credential, boolean temporary)
            implements CredentialStep {}

    /** {@code ALTER LOGIN … DROP CREDENTIAL}: a temporary one, or one that the run itself made and no key needs. */
    record TakeCredential(StepId id, NodeName node, LoginName login, CredentialName credential)
            implements CredentialStep {}

    /** {@code DROP CREDENTIAL}: as above. */
    record DropCredential(StepId id, NodeName node, CredentialName credential) implements CredentialStep {}

    static Conduct conduct(CredentialStep step) {
        return switch (step) {
            case CreateCredential create -> {
                Conduct conduct = Conduct.changes(Scope.SERVER, undo(create.temporary()), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_CREDENTIAL);
                yield create.temporary()
                        ? conduct.secret(SecretUse.needed(create.application())).in(lent(create.credential()))
                        : conduct.secret(SecretUse.kept(create.application()));
            }
            case AddCredential add -> {
                Conduct conduct = Conduct.changes(Scope.SERVER, undo(add.temporary()), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_LOGIN);
                yield add.temporary() ? conduct.with(Conduct.Trait.NEW_SESSION).in(lent(add.credential())) : conduct;
            }
            case TakeCredential take ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.WAS_TEMPORARY), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_LOGIN);
            case DropCredential drop ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.WAS_TEMPORARY), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_CREDENTIAL)
                        .in(new Group.Closes(new Group.Held.Credential(drop.credential())));
        };
    }

    private static Undo undo(boolean temporary) {
        return temporary ? Undo.none(Undo.Because.TEMPORARY) : new Undo.ByHand(Undo.How.BACK_OUT_OF_RUN);
    }

    private static Group lent(CredentialName credential) {
        return new Group.Opens(new Group.Held.Credential(credential));
    }

    /** The steps that make a credential, in order. */
    static Stream<CreateCredential> created(List<Step> steps) {
        return of(steps).flatMap(step -> step.asCreate().stream());
    }

    /** The steps that give a login a credential, in order. */
    static Stream<AddCredential> added(List<Step> steps) {
        return of(steps).flatMap(step -> step.asAdd().stream());
    }

    /**
     * A step after which a credential holds a secret of an application.
     *
     * @param step that gives it
     */
    record Given(Step step, CredentialName credential, ClientId application) {}

    /** The steps that give a credential a secret that stays, in order. */
    static Stream<Given> given(List<Step> steps) {
        Stream<Given> replaced = SecretStep.replaced(steps)
                .map(replace -> new Given(replace, replace.credential(), replace.application()));
        return Stream.concat(of(steps).flatMap(step -> step.given().stream()), replaced);
    }

    private static Stream<CredentialStep> of(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asCredential().stream());
    }

    @Override
    default Optional<CredentialStep> asCredential() {
        return Optional.of(this);
    }

    default Optional<Given> given() {
        return switch (this) {
            case CreateCredential create ->
                create.temporary()
                        ? Optional.empty()
                        : Optional.of(new Given(create, create.credential(), create.application()));
            case AddCredential add -> Optional.empty();
            case TakeCredential take -> Optional.empty();
            case DropCredential drop -> Optional.empty();
        };
    }

    default Optional<CreateCredential> asCreate() {
        return switch (this) {
            case CreateCredential create -> Optional.of(create);
            case AddCredential add -> Optional.empty();
            case TakeCredential take -> Optional.empty();
            case DropCredential drop -> Optional.empty();
        };
    }

    default Optional<AddCredential> asAdd() {
        return switch (this) {
            case CreateCredential create -> Optional.empty();
            case AddCredential add -> Optional.of(add);
            case TakeCredential take -> Optional.empty();
            case DropCredential drop -> Optional.empty();
        };
    }
}
