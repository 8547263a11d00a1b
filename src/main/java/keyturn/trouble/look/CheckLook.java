package keyturn.trouble.look;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.Endpoint.Purpose;
import keyturn.domain.reach.EndpointSeen;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.trouble.Network;
import keyturn.inspect.trouble.TroubleLook;
import keyturn.plan.forecast.Forecast;
import keyturn.trouble.CheckName;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckedWorld;
import keyturn.trouble.check.Checks;

/** Inspects a server anew, reads what checks need besides, and runs them. Changes nothing. */
public record CheckLook(Connector connector, Inspector inspector, Network.Opener network) {

    /** They try to reach addresses, which takes its time. */
    private static final Set<CheckName> OF_NETWORK = Set.of(CheckName.ENDPOINTS, CheckName.PROXY, CheckName.CLOCK);

    /**
     * What was seen, and what the checks make of it.
     *
     * @param seen by the inspection that they rest on
     */
    public record Looked(Inspection seen, CheckReport report) {}

    /**
     * Waits.
     *
     * @param wanted empty: all checks
     * @throws Problem.Raised if the server cannot be asked
     */
    public Looked at(Target target, Set<CheckName> wanted) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            Inspection seen = inspector.inspect(session);
            Optional<Path> certificate = target.azure().flatMap(AzureDoors::certificate);
            Network open = network.open(certificate);
            TroubleLook look = new TroubleLook(open.probe());
            boolean reach = wanted.isEmpty() || wanted.stream().anyMatch(OF_NETWORK::contains);
            List<Endpoint> needed = NeededEndpoints.of(target, seen);
            List<EndpointSeen> endpoints = reach ? look.endpoints(needed) : List.of();
            CheckedWorld world = new CheckedWorld(
                    seen,
                    Forecast.of(seen),
                    look.log(session, seen),
                    look.traceFlag(session, seen),
                    endpoints,
                    proxy(needed, open));
            return new Looked(seen, Checks.of(world, wanted));
        }
    }

    private static Fact<Optional<String>> proxy(List<Endpoint> needed, Network network) {
        return needed.stream()
                .filter(one -> one.purpose() == Purpose.VAULT)
                .findFirst()
                .<Fact<Optional<String>>>map(
                        one -> new Fact.Known<>(network.proxies().of(one.host()), "proxy"))
                .orElseGet(() -> new Fact.Unknown<>(Message.of("trouble.noVault")));
    }
}
