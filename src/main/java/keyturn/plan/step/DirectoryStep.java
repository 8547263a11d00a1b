package keyturn.plan.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.ClientId;
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
            implements DirectoryStep {}

    static Conduct conduct(DirectoryStep step) {
        return switch (step) {
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
        return steps.stream().flatMap(step -> step.asDirectory().stream()).map(DirectoryStep::ofSecret);
    }

    @Override
    default Optional<DirectoryStep> asDirectory() {
        return Optional.of(this);
    }

    default AddAppSecret ofSecret() {
        return switch (this) {
            case AddAppSecret add -> add;
        };
    }
}
