package keyturn.plan.flow.enableekm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Surroundings.FileSeen;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.check.UseChecks;

/** What is looked at before a server is set up: a list of small checks, each with its own findings. All are asked. */
public final class EnableEkmChecks {

    /** What every build of the connector is called. */
    private static final String CONNECTOR = "microsoft.azurekeyvaultservice.ekm.dll";

    private static final List<Function<EnableEkmSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            EnableEkmChecks::ekm,
            EnableEkmChecks::provider,
            EnableEkmChecks::twice,
            EnableEkmChecks::file,
            EnableEkmHostChecks::all,
            EnableEkmKeyChecks::own,
            EnableEkmKeyChecks::key,
            EnableEkmKeyChecks::inVault,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            UseChecks::jobs);

    private EnableEkmChecks() {}

    static List<Finding> findings(EnableEkmSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    private static Stream<Finding> ekm(EnableEkmSituation situation) {
        Fact<EkmSwitch> ekm = situation.inspection().facts().ekm();
        if (ekm.value().isEmpty()) {
            return Findings.blockedUnknown(Area.EKM, "ekm.unknown", ekm);
        }
        return found(Area.EKM, Severity.FINE, situation.isOn() ? "on" : "turned-on");
    }

    private static Stream<Finding> provider(EnableEkmSituation situation) {
        Fact<List<Inspection.Provider>> providers =
                situation.inspection().facts().providers();
        if (providers.value().isEmpty()) {
            return Findings.blockedUnknown(Area.PROVIDER, "providers.unknown", providers);
        }
        Optional<Inspection.Provider> row = situation.row();
        if (row.isEmpty()) {
            return found(Area.PROVIDER, Severity.FINE, "created", situation.chosen(), dll(situation));
        }
        if (!row.get().dllPath().equalsIgnoreCase(dll(situation).value())) {
            return found(
                    Area.PROVIDER,
                    Severity.ATTENTION,
                    "other-file",
                    situation.chosen(),
                    row.get().dllPath(),
                    dll(situation));
        }
        return found(Area.PROVIDER, Severity.FINE, row.get().enabled() ? "there" : "enabled", situation.chosen());
    }

    /** A DLL has one id, and one id is registered once (33026). */
    private static Stream<Finding> twice(EnableEkmSituation situation) {
        return situation.row().isPresent()
                ? Stream.empty()
                : situation
                        .others()
                        .filter(one -> one.dllPath().toLowerCase(Locale.ROOT).endsWith(CONNECTOR))
                        .flatMap(one -> found(Area.PROVIDER, Severity.BLOCKS, "twice", one.name(), one.dllPath()));
    }

    private static Stream<Finding> file(EnableEkmSituation situation) {
        if (situation.row().isPresent()) {
            return Stream.empty();
        }
        Optional<Fact<Boolean>> there = situation.inspection().facts().around().files().stream()
                .filter(seen -> seen.path().sameFileAs(dll(situation)))
                .map(FileSeen::there)
                .findFirst();
        return there.flatMap(Fact::value)
                .map(lies -> found(
                        Area.FILE, lies ? Severity.FINE : Severity.BLOCKS, lies ? "file" : "no-file", dll(situation)))
                .orElseGet(() -> found(Area.FILE, Severity.ATTENTION, "file-unseen", dll(situation)));
    }

    private static DllPath dll(EnableEkmSituation situation) {
        return situation.choices().dll();
    }

    static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return Findings.of(EnableEkmFlow.NAME, area, severity, rule, about);
    }
}
