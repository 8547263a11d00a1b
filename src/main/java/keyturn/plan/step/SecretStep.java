package keyturn.plan.step;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps that give credentials another secret of the same application. */
public sealed interface SecretStep extends Step {

    /**
     * Signs in with the secret that the credentials are to have and has the vault unwrap a value that was encrypted here with the key's public half: a key
     * that has expired wraps nothing and unwraps all the same, as SQL Server needs it.
     *
     * @param key with the version that databases need
     * @param times in a row: a secret that was just made is known to one server of the directory before the next
     * @param old it is the one that the credentials held before
     */
    record TrySecret(
            StepId id,
            NodeName node,
            VaultAddress vault,
            KeyReference key,
            ClientId application,
            int times,
            boolean old)
            implements SecretStep {

        /** The same trial of the old secret, which nobody has to wait for. */
        public TrySecret ofOld() {
            return new TrySecret(id, node, vault, key, application, 1, true);
        }
    }

    /**
     * {@code ALTER CREDENTIAL}: identity and secret are both set anew, so the identity is that of the catalog.
     *
     * @param identity what names the vault; stays as it is
     * @param since when the credential had last been altered, as the catalog has it, in the server's own time; empty where nobody could read it
     * @param oldAtHand whoever runs the plan can type the old secret, should it have to go back
     * @param back puts the old secret back
     */
    record ReplaceSecret(
            StepId id,
            NodeName node,
            CredentialName credential,
            String identity,
            ClientId application,
            Optional<LocalDateTime> since,
            boolean oldAtHand,
            boolean back)
            implements SecretStep {}

    static Conduct conduct(SecretStep step) {
        return switch (step) {
            case TrySecret attempt ->
                Conduct.that(Effect.TEST, Risk.READS, Scope.SERVER, Undo.none(Undo.Because.ONLY_READS), Conduct.CALL)
                        .shownBy(Evidence.NOTED)
                        .secret(SecretUse.needed(attempt.application()));
            case ReplaceSecret replace ->
                Conduct.changes(Scope.SERVER, undo(replace), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_CREDENTIAL)
                        .secret(SecretUse.replaced(replace.application()));
        };
    }

    private static Undo undo(ReplaceSecret replace) {
        if (replace.back()) {
            return Undo.none(Undo.Because.IS_BACK_OUT);
        }
        return replace.oldAtHand()
                ? new Undo.BySteps(List.of(new ReplaceSecret(
                        new StepId(1),
                        replace.node(),
                        replace.credential(),
                        replace.identity(),
                        replace.application(),
                        Optional.empty(),
                        false,
                        true)))
                : new Undo.ByHand(Undo.How.ANOTHER_SECRET);
    }

    /** The steps that give a credential another secret, in order. */
    static Stream<ReplaceSecret> replaced(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asSecret().stream()).flatMap(step -> step.asReplace().stream());
    }

    /** Puts an old secret back. */
    default boolean putsBack() {
        return switch (this) {
            case TrySecret attempt -> false;
            case ReplaceSecret replace -> replace.back();
        };
    }

    /** The trials of a secret, in order. */
    static Stream<TrySecret> trials(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asSecret().stream()).flatMap(step -> step.asTrial().stream());
    }

    @Override
    default Optional<SecretStep> asSecret() {
        return Optional.of(this);
    }

    default Optional<ReplaceSecret> asReplace() {
        return switch (this) {
            case TrySecret attempt -> Optional.empty();
            case ReplaceSecret replace -> Optional.of(replace);
        };
    }

    default Optional<TrySecret> asTrial() {
        return switch (this) {
            case TrySecret attempt -> Optional.of(attempt);
            case ReplaceSecret replace -> Optional.empty();
        };
    }
}
