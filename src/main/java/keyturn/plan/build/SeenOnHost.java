package keyturn.plan.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.host.HostSight;
import keyturn.domain.host.ServiceName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Confirmation;

/** What the look at the host answers of that which a DBA would otherwise have to confirm. */
public final class SeenOnHost {

    /** .NET Framework 4.5.1 (document: logging of the SQL Server Connector). */
    private static final int DOT_NET_4_5_1 = 378_675;

    /** Visual C++ runtime of 2015 and later, for connectors from 1.0.5.0 on (document: set-up steps). */
    private static final String RUNTIME = "14.0";

    private SeenOnHost() {}

    /** The host; empty: the target has no door to it, or it was not read. */
    public static Optional<HostSight> in(Inspection seen) {
        return seen.host().flatMap(Fact::value);
    }

    /**
     * @param dll that is to be used
     * @return empty: the host was not read, or does not show it
     */
    public static Optional<Boolean> answer(Inspection seen, Confirmation one, DllPath dll) {
        return in(seen).flatMap(host -> answer(host, seen, one, dll));
    }

    private static Optional<Boolean> answer(HostSight host, Inspection seen, Confirmation one, DllPath dll) {
        return switch (one) {
            case VC_RUNTIME ->
                Optional.of(host.runtimes().stream()
                        .anyMatch(runtime -> runtime.family().equals(RUNTIME)));
            case DOT_NET ->
                Optional.of(host.dotNet()
                        .filter(release -> release >= DOT_NET_4_5_1)
                        .isPresent());
            case REGISTRY_RIGHTS ->
                host.registry().map(HostSight.Registry::writable).orElse(Optional.of(false));
            case ACCOUNT_READS -> host.file(dll.value()).flatMap(HostSight.File::readable);
            case NO_OTHER_INSTANCE -> alone(host, seen, dll);
            case RESTORED_BACKUPS, VAULT_KEY -> Optional.empty();
        };
    }

    /** The other instances that have a connector of this folder loaded. */
    public static List<HostSight.Service> sharing(Inspection seen, DllPath dll) {
        return in(seen).stream()
                .flatMap(host -> host.using(dll.folder()).stream())
                .filter(service -> isOther(service, seen))
                .toList();
    }

    /** Of an instance that is not running nobody can see which connector it uses. */
    private static Optional<Boolean> alone(HostSight host, Inspection seen, DllPath dll) {
        if (!sharing(seen, dll).isEmpty()) {
            return Optional.of(false);
        }
        boolean allSeen = host.services().stream()
                .filter(service -> isEngine(service) && isOther(service, seen))
                .allMatch(service -> service.state().equals("Running"));
        return allSeen ? Optional.of(true) : Optional.empty();
    }

    private static boolean isEngine(HostSight.Service service) {
        return service.name().value().toUpperCase(Locale.ROOT).startsWith("MSSQL");
    }

    private static boolean isOther(HostSight.Service service, Inspection seen) {
        ServiceName own = ServiceName.ofEngine(seen.identity().name());
        return !service.name().value().equalsIgnoreCase(own.value());
    }
}
