package keyturn.plan.flow.repair;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.domain.inspection.Inspection.Provider;

/** What a repair takes where nobody chooses otherwise. */
public record RepairOffer(Inspection seen, Provider provider) {

    /** The DLL that the catalog names, unless it is gone or useless and the server has exactly one other; empty: nobody can tell. */
    public Optional<DllPath> dll() {
        RepairSigns signs = RepairSigns.of(seen, provider);
        if (!signs.gone() && !signs.unusable()) {
            return present();
        }
        List<DllPath> others = others();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** Connector DLLs that lie on the server, without the one that the catalog names. */
    public List<DllPath> others() {
        return seen.facts().dllFiles().value().orElse(List.of()).stream()
                .map(DllFile::path)
                .filter(path -> !path.value().equalsIgnoreCase(provider.dllPath()))
                .toList();
    }

    /** As the host shows it, or as its folder is named. */
    public Optional<FileVersion> build(DllPath dll) {
        return RepairSigns.onHost(seen, dll.value()).or(() -> folder(dll));
    }

    private static Optional<FileVersion> folder(DllPath dll) {
        String folder = dll.folder();
        try {
            return Optional.of(FileVersion.parse(folder.substring(folder.lastIndexOf('\\') + 1)));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }

    private Optional<DllPath> present() {
        try {
            return Optional.of(new DllPath(provider.dllPath()));
        } catch (InvalidValue broken) {
            return Optional.empty();
        }
    }
}
