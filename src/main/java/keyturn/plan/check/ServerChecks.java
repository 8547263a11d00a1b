package keyturn.plan.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;

/** What is found on a server before anything is chosen: the checks that need no choice, for each of its providers. */
public final class ServerChecks {

    private static final List<Function<CheckedServer, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            ForecastChecks::told,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notOpenBeside,
            DatabaseChecks::scans,
            DatabaseChecks::notEncrypted,
            DatabaseChecks::unshownLogins,
            UseChecks::sessions,
            UseChecks::others,
            CoverChecks::backups,
            CoverChecks::keyBackups,
            UseChecks::jobs);

    private ServerChecks() {}

    /** Said once, however many providers a finding holds for; none where no provider is seen. */
    public static List<Finding> findings(Inspection seen) {
        return CheckedServer.of(seen).stream()
                .flatMap(server -> ALL.stream().flatMap(check -> check.apply(server)))
                .distinct()
                .toList();
    }
}
