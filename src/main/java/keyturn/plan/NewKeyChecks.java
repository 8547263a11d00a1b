package keyturn.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.Inspection.LoadedModule;
import keyturn.domain.InvalidValue;
import keyturn.domain.Keyholding.NameInUse;
import keyturn.domain.Keyholding.NameKind;
import keyturn.domain.KnownBuild;
import keyturn.domain.OneLine;
import keyturn.plan.Choices.NewNames;

/** The new vault key as it is named, and what it is to be called on the server. */
final class NewKeyChecks {

    private NewKeyChecks() {}

    /** A version in the name is understood since 2020-11-24, and several builds before bear the same number. */
    static Stream<Finding> version(RotationSituation situation) {
        if (situation.choices().vaultKey().version().isEmpty()) {
            return Stream.empty();
        }
        return loaded2020(situation)
                ? Findings.blocked(
                        Area.NEW_KEY,
                        "rotate.version-date",
                        situation.choices().vaultKey(),
                        KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version())
                : Findings.blocked(
                        Area.NEW_KEY,
                        "rotate.version-build",
                        situation.choices().vaultKey(),
                        KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version());
    }

    /** What the process holds is of 2020 or newer by its number. */
    static boolean loaded2020(RotationSituation situation) {
        List<LoadedModule> modules =
                situation.inspection().facts().loadedModules().value().orElse(List.of());
        return !modules.isEmpty() && modules.stream().allMatch(NewKeyChecks::of2020);
    }

    private static boolean of2020(LoadedModule module) {
        try {
            return FileVersion.parse(module.version())
                            .compareTo(KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version())
                    >= 0;
        } catch (InvalidValue unreadable) {
            return false;
        }
    }

    static Stream<Finding> names(RotationSituation situation) {
        NewNames names = situation.choices().names();
        var used = situation.keyholding().names();
        if (situation.standing()) {
            return Findings.attention(Area.NEW_KEY, "rotate.standing", names.key(), names.login(), names.credential());
        }
        if (used.value().isEmpty()) {
            return Findings.blockedUnknown(Area.NEW_KEY, "rotate.names-unknown", used);
        }
        List<Finding> taken = new ArrayList<>();
        taken(taken, used.value().get(), NameKind.KEY, names.key().value(), "rotate.key-taken");
        taken(taken, used.value().get(), NameKind.LOGIN, names.login().value(), "rotate.login-taken");
        taken(taken, used.value().get(), NameKind.CREDENTIAL, names.credential().value(), "rotate.credential-taken");
        if (situation.callersCredential().isEmpty()) {
            String temporary = situation.temporary().value();
            taken(taken, used.value().get(), NameKind.CREDENTIAL, temporary, "rotate.temporary-taken");
        }
        Stream.of(names.key().value(), names.login().value(), names.credential().value())
                .filter(name -> !OneLine.holds(name))
                .flatMap(name -> Findings.blocked(Area.NAMES, "name.line-break", name))
                .forEach(taken::add);
        return taken.isEmpty()
                ? Findings.fine(Area.NEW_KEY, "rotate.names", names.key(), names.login(), names.credential())
                : taken.stream();
    }

    /** Without regard to case: whether the server tells them apart depends on its collation. */
    private static void taken(List<Finding> taken, List<NameInUse> used, NameKind kind, String name, String rule) {
        if (used.stream().anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name))) {
            Findings.blocked(Area.NEW_KEY, rule, name).forEach(taken::add);
        }
    }
}
