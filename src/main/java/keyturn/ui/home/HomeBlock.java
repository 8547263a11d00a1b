package keyturn.ui.home;

import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Membership;
import keyturn.plan.flow.Flow;
import keyturn.ui.parts.Words;

/** Why a flow cannot be started on a server. */
final class HomeBlock {

    private HomeBlock() {}

    /** @param flow empty: none can be offered, and what stands against all of them is said */
    static Optional<String> reason(Optional<Inspection> seen, Optional<Flow> flow) {
        if (seen.stream().anyMatch(one -> !Membership.of(one).isEmpty())) {
            return Optional.of(Words.of("home.blocked.member"));
        }
        var providers = seen.flatMap(one -> one.facts().providers().value());
        if (providers.isEmpty()) {
            return Optional.of(Words.of("home.blocked.unknown"));
        }
        return providers.get().isEmpty()
                        && flow.filter(one -> !one.needsProvider()).isEmpty()
                ? Optional.of(Words.of("home.blocked.none"))
                : Optional.empty();
    }
}
