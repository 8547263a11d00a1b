package keyturn.plan.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretName;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps in the directory. */
public sealed interface DirectoryStep extends Step {

    /**
     * Has the directory make one more secret of the application; those it has stay. Its text lives in the run alone.
     *
     * @param name under which the directory lists it, unlike any that it has
     * @param operator somebody who may does it and hands the secret over
     */
    record AddAppSecret(StepId id, NodeName node, ClientId application, String name, Instant expires, boolean operator)
            implements DirectoryStep {

        private static final String AGAIN = ", again ";

        public AddAppSecret {
            SecretName.demand(name);
        }

        /** What one is called that is made instead of a secret of that name, since its text is lost. */
        public static String again(String name, String when) {
            return name + AGAIN + when;
        }

        /** Whether that secret is called so, or was made instead of one that is. */
        public static boolean isNamed(String wanted, String found) {
            return found.equals(wanted) || found.startsWith(wanted + AGAIN);
        }
    }

    /**
     * Takes one secret from the application, for good.
     *
     * @param keyId by which the directory knows it
     * @param label what the directory calls it, for people: on one line
     * @param operator somebody who may does it; the run watches the directory
     */
    record RemoveAppSecret(StepId id, NodeName node, ClientId application, String keyId, String label, boolean operator)
            implements DirectoryStep {

        public RemoveAppSecret {
            SecretName.demand(label);
        }
    }

    static Conduct conduct(DirectoryStep step) {
        return switch (step) {
            case RemoveAppSecret remove ->
                Conduct.that(
                                Effect.CHANGE,
                                Risk.DESTROYS,
                                Scope.WHOLE,
                                Undo.none(Undo.Because.APP_SECRET_GONE),
                                Conduct.CALL)
                        .needing(new Permission(
                                "Application.ReadWrite.OwnedBy",
                                remove.application().value()))
                        .byOperator(remove.operator());
            case AddAppSecret add ->
                Conduct.that(
                                Effect.MAKE_SECRET,
                                Risk.REVERSIBLE,
                                Scope.WHOLE,
                                Undo.none(Undo.Because.APP_SECRET_STAYS),
                                Conduct.CALL)
                        .needing(new Permission(
                                "Application.ReadWrite.OwnedBy",
                                add.application().value()))
                        .shownBy(Evidence.NOTED)
                        .secret(SecretUse.given(add.application()))
                        .byOperator(add.operator());
        };
    }

    /** The steps that add a secret to an application, in order. */
    static Stream<AddAppSecret> added(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asDirectory().stream()).flatMap(step -> step.asAdd().stream());
    }

    @Override
    default Optional<DirectoryStep> asDirectory() {
        return Optional.of(this);
    }

    default Optional<RemoveAppSecret> asRemove() {
        return switch (this) {
            case AddAppSecret add -> Optional.empty();
            case RemoveAppSecret remove -> Optional.of(remove);
        };
    }

    default Optional<AddAppSecret> asAdd() {
        return switch (this) {
            case AddAppSecret add -> Optional.of(add);
            case RemoveAppSecret remove -> Optional.empty();
        };
    }
}
