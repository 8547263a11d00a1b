package keyturn.trouble.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.HostNeed;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.HostLook;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** Checks of the Windows host, where it was read; where it was not, a command shows it there. */
final class HostSide {

    private final Inspection seen;
    private final Optional<HostSight> host;

    HostSide(CheckedWorld world) {
        this.seen = world.seen();
        this.host = SeenOnHost.in(seen);
    }

    void signature(Gathering into) {
        List<HostSight.File> files = seen.facts().providers().value().orElse(List.of()).stream()
                .flatMap(row -> host.flatMap(sight -> sight.file(row.dllPath())).stream())
                .toList();
        if (files.isEmpty()) {
            into.say(State.UNKNOWN, "signature", List.of());
        }
        files.stream()
                .filter(HostSight.File::isSigned)
                .forEach(file -> into.say(
                        State.FINE,
                        "host.signed",
                        List.of(file.path(), file.signer().orElse(""))));
    }

    void registry(Gathering into) {
        if (host.isEmpty()) {
            into.say(State.UNKNOWN, "registry", List.of()).look(new HostLook.RegistryRights());
            return;
        }
        Optional<HostSight.Registry> registry = host.get().registry();
        if (registry.isEmpty()) {
            noRegistry(into);
            return;
        }
        registry.get()
                .writable()
                .ifPresentOrElse(
                        yes -> writable(into, yes, registry.get()),
                        () -> into.say(State.UNKNOWN, "host.registryUnknown", List.of())
                                .look(new HostLook.RegistryRights()));
    }

    private static void writable(Gathering into, boolean yes, HostSight.Registry registry) {
        if (yes) {
            into.say(State.FINE, "host.registry", List.of(registry.uris().size()));
        } else {
            into.say(State.ATTENTION, "host.registryClosed", List.of(), RootCause.REGISTRY_RIGHTS);
        }
    }

    void runtime(Gathering into) {
        if (host.isEmpty()) {
            into.say(State.UNKNOWN, "runtime", List.of()).look(new HostLook.VisualCppRuntime());
            return;
        }
        List<HostSight.VisualCpp> runtimes = host.get().runtimes();
        String all = runtimes.stream().map(HostSight.VisualCpp::version).collect(Collectors.joining(", "));
        List<HostNeed> lacking = needs(seen).stream()
                .filter(need -> runtimes.stream().noneMatch(one -> one.family().equals(need.family())))
                .toList();
        lacking.forEach(need -> lacking(into, need));
        if (lacking.isEmpty()) {
            into.say(State.FINE, runtimes.isEmpty() ? "host.runtimesNone" : "host.runtime", List.of(all));
        }
    }

    private static void lacking(Gathering into, HostNeed need) {
        String line =
                switch (need) {
                    case RUNTIME_2013 -> "host.noOldRuntime";
                    case RUNTIME_2015_AND_REGISTRY -> "host.noRuntime";
                };
        into.say(State.ATTENTION, line, List.of(), RootCause.RUNTIME_MISSING);
    }

    /** Of each provider: the file's version, and where the host does not show it, the catalog's. */
    static Set<HostNeed> needs(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .map(row -> HostNeed.of(SeenOnHost.in(seen)
                        .flatMap(sight -> sight.file(row.dllPath()))
                        .map(HostSight.File::version)
                        .orElse(row.version())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The connector makes it, where the account may; earlier ones need none. */
    private void noRegistry(Gathering into) {
        if (needs(seen).contains(HostNeed.RUNTIME_2015_AND_REGISTRY)) {
            into.say(State.ATTENTION, "host.noRegistry", List.of(), RootCause.REGISTRY_RIGHTS);
        } else {
            into.say(State.FINE, "host.noRegistryNeeded", List.of());
        }
    }
}
