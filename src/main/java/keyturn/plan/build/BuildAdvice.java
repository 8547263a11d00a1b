package keyturn.plan.build;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;

/**
 * What the connector of one provider is, by all that was seen of it, and what that means.
 *
 * @param catalog by the version that the catalog has
 * @param file at the path of the catalog; empty: the host was not read, or nothing lies there
 * @param onDisk what that file is
 * @param loaded what SQL Server holds; empty: nothing, or not known
 */
public record BuildAdvice(
        Provider provider,
        WhichBuild catalog,
        Optional<HostSight.File> file,
        Optional<WhichBuild> onDisk,
        Optional<WhichBuild> loaded,
        List<Remark> remarks) {

    public BuildAdvice {
        remarks = List.copyOf(remarks);
    }

    /** What follows from it, the gravest first. */
    public enum Remark {
        /** SQL Server would start without its connector. */
        FILE_MISSING("missing"),
        /** SQL Server refuses to load it. */
        NOT_SIGNED("notSigned"),
        NOT_READABLE("notReadable"),
        /** FROM FILE is due, or a file was replaced behind the catalog's back. */
        FILE_IS_NOT_THE_CATALOGS("notCatalogs"),
        /** A restart loads another build than the one that serves now. */
        LOADED_IS_ANOTHER("loadedOther"),
        /** One number, several builds, and no file was seen. */
        ONE_NUMBER("oneNumber"),
        UNLISTED("unlisted"),
        OLDER("older"),
        CURRENT("current");

        private final String key;

        Remark(String key) {
            this.key = key;
        }

        /** In words, about a provider. */
        public Message about(Provider provider) {
            return Message.of("plan.build." + key, provider.name());
        }
    }

    /** One for each provider whose row is known. */
    public static List<BuildAdvice> of(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .map(provider -> of(seen, provider))
                .toList();
    }

    public static BuildAdvice of(Inspection seen, Provider provider) {
        Optional<HostSight.File> file = SeenOnHost.in(seen).flatMap(host -> host.file(provider.dllPath()));
        Optional<WhichBuild> onDisk = file.map(found -> WhichBuild.of(found.version(), Optional.of(day(found))));
        Optional<LoadedModule> module = module(seen, provider);
        Optional<WhichBuild> loaded = module.map(one ->
                WhichBuild.of(one.version().replace(':', '.'), one.fileDate().value()));
        WhichBuild catalog = WhichBuild.of(provider.version(), Optional.empty());
        List<Remark> remarks = new ArrayList<>();
        if (SeenOnHost.in(seen).isPresent() && file.isEmpty()) {
            remarks.add(Remark.FILE_MISSING);
        }
        file.ifPresent(found -> file(found, provider, remarks));
        boolean another = onDisk.isPresent() && loaded.isPresent() && WhichBuild.differ(onDisk.get(), loaded.get());
        if (another || module.filter(LoadedModule::replaced).isPresent()) {
            remarks.add(Remark.LOADED_IS_ANOTHER);
        }
        remarks.add(build(onDisk.or(() -> loaded).orElse(catalog)));
        return new BuildAdvice(provider, catalog, file, onDisk, loaded, remarks);
    }

    private static void file(HostSight.File file, Provider provider, List<Remark> remarks) {
        if (!file.isSigned()) {
            remarks.add(Remark.NOT_SIGNED);
        }
        if (file.readable().filter(yes -> !yes).isPresent()) {
            remarks.add(Remark.NOT_READABLE);
        }
        if (!file.version().equals(provider.version())) {
            remarks.add(Remark.FILE_IS_NOT_THE_CATALOGS);
        }
    }

    private static Remark build(WhichBuild build) {
        return switch (build) {
            case WhichBuild.Exactly exactly -> exactly.isCurrent() ? Remark.CURRENT : Remark.OLDER;
            case WhichBuild.OneOf several -> Remark.ONE_NUMBER;
            case WhichBuild.Unlisted unlisted -> Remark.UNLISTED;
        };
    }

    private static LocalDate day(HostSight.File file) {
        return LocalDate.ofInstant(file.written(), ZoneOffset.UTC);
    }

    /** What was loaded from the catalog's path; with one module alone, that one. */
    private static Optional<LoadedModule> module(Inspection seen, Provider provider) {
        List<LoadedModule> modules = seen.facts().loadedModules().value().orElse(List.of());
        Optional<LoadedModule> same = modules.stream()
                .filter(module -> module.path().equalsIgnoreCase(provider.dllPath()))
                .findFirst();
        return same.isPresent() || modules.size() != 1 ? same : Optional.of(modules.getFirst());
    }
}
