package keyturn.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.page.FactText;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.flow.upgrade.UpgradeFlow;

/** Which provider goes to which DLL of which build: as told, else where the inspection offers exactly one. */
public final class UpgradeChoice {

    private UpgradeChoice() {}

    public static UpgradeChoices of(
            Inspection inspection, Optional<String> provider, Optional<String> dll, Optional<String> build)
            throws Ended {
        ProviderName name = provider.isPresent() ? providerName(provider.get()) : onlyProvider(inspection);
        List<Problem> ruledOut = new UpgradeFlow().ruledOut(inspection, name);
        if (dll.isEmpty() && !ruledOut.isEmpty()) {
            throw new Ended(Exit.BLOCKED, ruledOut);
        }
        DllPath path = dll.isPresent() ? dllPath(dll.get()) : onlyOtherDll(inspection, name);
        NewBuild said = build.isPresent() ? NewBuild.stated(version(build.get())) : NewBuild.proposed(path);
        return new UpgradeChoices(name, path, said, Assurances.NONE);
    }

    public static FileVersion version(String given) throws Ended {
        try {
            return FileVersion.parse(given);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    public static ProviderName providerName(String given) throws Ended {
        try {
            return new ProviderName(given);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    public static DllPath dllPath(String given) throws Ended {
        try {
            return new DllPath(given);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    static ProviderName onlyProvider(Inspection inspection) throws Ended {
        List<Inspection.Provider> offered = seen(inspection.facts().providers(), "choice.providers.unseen");
        if (offered.isEmpty()) {
            throw Ended.of(Exit.BLOCKED, "choice.providers.none");
        }
        if (offered.size() > 1) {
            String names = offered.stream().map(p -> p.name().value()).collect(Collectors.joining(", "));
            throw Ended.usage("choice.providers.several", offered.size(), names);
        }
        return offered.getFirst().name();
    }

    private static DllPath onlyOtherDll(Inspection inspection, ProviderName provider) throws Ended {
        List<DllPath> offered = seen(inspection.facts().dllFiles(), "choice.dlls.unseen").stream()
                .map(DllFile::path)
                .filter(path -> !present(inspection, provider).equalsIgnoreCase(path.value()))
                .toList();
        if (offered.isEmpty()) {
            throw Ended.usage("choice.dlls.none");
        }
        if (offered.size() > 1) {
            String paths = offered.stream().map(DllPath::value).collect(Collectors.joining(", "));
            throw Ended.usage("choice.dlls.several", offered.size(), paths);
        }
        return offered.getFirst();
    }

    private static String present(Inspection inspection, ProviderName provider) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(provider))
                .map(Inspection.Provider::dllPath)
                .findFirst()
                .orElse("");
    }

    /** What cannot be seen offers nothing; its reason goes into the message. */
    private static <T> List<T> seen(Fact<List<T>> fact, String key) throws Ended {
        Optional<List<T>> rows = fact.value();
        if (rows.isEmpty()) {
            throw Ended.of(Exit.BLOCKED, key, FactText.of(fact, known -> ""));
        }
        return rows.get();
    }
}
