package keyturn.plan.flow.upgrade;

import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.ProviderName;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.change.DllBuild;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.step.ProviderStep.PointProvider;

/** From which build to which an upgrade or its back-out leads. */
final class UpgradeChange {

    private UpgradeChange() {}

    static PlannedChange of(Plan plan, PointProvider point, UpgradeChoices choices) {
        return new PlannedChange.OfDll(
                point.provider(),
                new DllBuild(point.from(), seen(plan, point.provider())),
                new DllBuild(point.to(), said(point.to(), choices)));
    }

    /** In the same file: from the version that the catalog had to the planned one, or back. */
    static PlannedChange ofStop(Plan plan, UpgradeChoices choices) {
        DllBuild present = new DllBuild(choices.dll(), seen(plan, choices.provider()));
        DllBuild next = new DllBuild(
                choices.dll(),
                plan.direction() == Direction.FORWARD ? choices.build().version() : Optional.empty());
        return new PlannedChange.OfDll(choices.provider(), present, next);
    }

    /** As the catalog showed it when the plan was made. */
    private static Optional<FileVersion> seen(Plan plan, ProviderName provider) {
        return plan.basis()
                .value(new OfProvider(plan.identity().node(), provider, ProviderFact.VERSION))
                .flatMap(FactValue::asText)
                .flatMap(UpgradeChange::version);
    }

    private static Optional<FileVersion> said(DllPath dll, UpgradeChoices choices) {
        return dll.sameFileAs(choices.dll())
                ? choices.build().version()
                : NewBuild.proposed(dll).version();
    }

    static Optional<FileVersion> version(String text) {
        try {
            return Optional.of(FileVersion.parse(text));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }
}
