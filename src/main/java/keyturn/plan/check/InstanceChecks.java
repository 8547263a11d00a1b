package keyturn.plan.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.EkmSwitch;

/** The instance itself, what this login may do there, and the provider's row. */
public final class InstanceChecks {

    /** SQL Server 2016. */
    private static final int OLDEST_MAJOR = 13;

    /** Standard edition has extensible key management from 2019 on. */
    private static final int STANDARD_SINCE = 15;

    private InstanceChecks() {}

    public static Stream<Finding> version(CheckedServer situation) {
        var identity = situation.inspection().identity();
        return identity.majorVersion() >= OLDEST_MAJOR
                ? Findings.fine(Area.VERSION, "version.supported", identity.name(), identity.productVersion())
                : Findings.blocked(Area.VERSION, "version.too-old", identity.name(), identity.productVersion());
    }

    public static Stream<Finding> edition(CheckedServer situation) {
        var identity = situation.inspection().identity();
        String edition = identity.edition().toLowerCase(Locale.ROOT);
        boolean whole = Stream.of("enterprise", "developer", "evaluation").anyMatch(edition::contains);
        boolean standard = edition.contains("standard");
        if (whole || (standard && identity.majorVersion() >= STANDARD_SINCE)) {
            return Findings.fine(Area.EDITION, "edition.supported", identity.edition());
        }
        return standard || edition.contains("express") || edition.contains("web")
                ? Findings.blocked(Area.EDITION, "edition.unsupported", identity.edition(), identity.productVersion())
                : Findings.attention(Area.EDITION, "edition.unknown", identity.edition());
    }

    public static Stream<Finding> ekmOn(CheckedServer situation) {
        Fact<EkmSwitch> ekm = situation.inspection().facts().ekm();
        return ekm.value()
                .map(InstanceChecks::ekmOn)
                .orElseGet(() -> Findings.blockedUnknown(Area.EKM, "ekm.unknown", ekm));
    }

    private static Stream<Finding> ekmOn(EkmSwitch ekm) {
        if (!ekm.running()) {
            return Findings.blocked(Area.EKM, "ekm.off");
        }
        return ekm.configured() ? Findings.fine(Area.EKM, "ekm.on") : Findings.attention(Area.EKM, "ekm.pending");
    }

    public static Stream<Finding> provider(CheckedServer situation) {
        Fact<List<Inspection.Provider>> providers =
                situation.inspection().facts().providers();
        if (providers.value().isEmpty()) {
            return Findings.blockedUnknown(Area.PROVIDER, "providers.unknown", providers);
        }
        return situation
                .provider()
                .map(row -> row.enabled()
                        ? Findings.fine(Area.PROVIDER, "provider.enabled", row.name())
                        : Findings.attention(Area.PROVIDER, "provider.disabled", row.name()))
                .orElseGet(() -> Findings.blocked(Area.PROVIDER, "provider.missing", situation.chosen()));
    }
}
