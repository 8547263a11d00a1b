package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.change.KeyRoute;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.rotate.RotateChoices.NewNames;
import keyturn.plan.step.KeyStep;

/** From which key to which a rotation or its back-out leads. */
final class RotationChange {

    private RotationChange() {}

    /** Empty for a back-out that only drops what the run made. */
    static Optional<PlannedChange> of(Plan plan, RotateChoices choices, Optional<Inspection> seen) {
        List<DatabaseName> databases = KeyStep.reencryptions(plan.steps())
                .map(KeyStep.ReencryptDatabase::database)
                .toList();
        if (databases.isEmpty()) {
            return Optional.empty();
        }
        KeyRoute before = old(choices, seen);
        KeyRoute after = chosen(plan, choices);
        return Optional.of(
                plan.direction() == Direction.FORWARD
                        ? new PlannedChange.OfKey(before, after, databases)
                        : new PlannedChange.OfKey(after, before, databases));
    }

    private static KeyRoute old(RotateChoices choices, Optional<Inspection> seen) {
        KeyRoute named =
                new KeyRoute(choices.from(), choices.fromLogin(), Optional.empty(), Optional.empty(), Optional.empty());
        return seen.map(choices::named).map(named::seenIn).orElse(named);
    }

    private static KeyRoute chosen(Plan plan, RotateChoices choices) {
        NewNames names = choices.newKey().names();
        KeyReference vaultKey = choices.newKey().vaultKey();
        return new KeyRoute(
                names.key(),
                Optional.of(names.login()),
                Optional.of(names.credential()),
                Optional.of(new KeyRoute.InVault(vaultKey.name().value(), vaultKey.version())),
                vault(plan, names));
    }

    /** As the new key is opened in it; where it is open already, as its credential names it. */
    private static Optional<String> vault(Plan plan, NewNames names) {
        return KeyStep.opened(plan.steps())
                .map(KeyStep.OpenKey::vault)
                .findFirst()
                .or(() -> plan.basis()
                        .value(new OfCredential(plan.identity().node(), names.credential()))
                        .flatMap(FactValue::asText));
    }
}
