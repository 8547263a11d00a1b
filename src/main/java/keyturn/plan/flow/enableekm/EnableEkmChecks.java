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
import keyturn.plan.check.HostLook;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.check.UseChecks;
import keyturn.plan.flow.Confirmation;

/** What is looked at before a server is set up: a list of small checks, each with its own findings. All are asked. */
public final class EnableEkmChecks {

    /** What every build of the connector is called. */
    private static final String CONNECTOR = "microsoft.azurekeyvaultservice.ekm.dll";

    private static final String RUNTIME = "2015";

    private static final List<Function<EnableEkmSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            EnableEkmChecks::ekm,
            EnableEkmChecks::provider,
            EnableEkmChecks::twice,
            EnableEkmChecks::file,
            EnableEkmChecks::host,
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

    /** What only a look at the host shows: what the DLL needs, and what the service account may. */
    private static Stream<Finding> host(EnableEkmSituation situation) {
        if (situation.row().isPresent()) {
            return Stream.empty();
        }
        return Stream.of(
                confirm(situation, Confirmation.VC_RUNTIME, new HostLook.VisualCppRuntime(), RUNTIME),
                confirm(situation, Confirmation.DOT_NET, new HostLook.DotNet()),
                confirm(situation, Confirmation.REGISTRY_RIGHTS, new HostLook.RegistryRights(), account(situation)),
                confirm(
                        situation,
                        Confirmation.ACCOUNT_READS,
                        new HostLook.FileRights(dll(situation)),
                        account(situation),
                        dll(situation)));
    }

    private static Finding confirm(EnableEkmSituation situation, Confirmation one, HostLook look, Object... about) {
        String word = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean given = situation.choices().attested().contains(one);
        return Findings.confirm(Area.HOST, word, one, Optional.of(look), given, about);
    }

    private static String account(EnableEkmSituation situation) {
        return situation
                .inspection()
                .facts()
                .around()
                .serviceAccount()
                .value()
                .orElseGet(() -> EnableEkmFlow.NAME.words("account").text());
    }

    private static DllPath dll(EnableEkmSituation situation) {
        return situation.choices().dll();
    }

    static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return Findings.of(EnableEkmFlow.NAME, area, severity, rule, about);
    }
}
