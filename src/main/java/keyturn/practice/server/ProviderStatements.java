package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.Statement;

/**
 * CREATE, ALTER and DROP CRYPTOGRAPHIC PROVIDER. FROM FILE changes the catalog; what is loaded stays loaded until the
 * server starts anew, unless nothing was.
 */
record ProviderStatements(Turn turn) {

    private static final String NOUN = "cryptographic provider";
    private static final int LONGEST_PATH = 256;

    void create(Statement.CreateProvider create) {
        if (!turn.scene().rights().has(Rights.CONTROL_SERVER)) {
            throw Messages.error(15247, 1);
        }
        demandEkm();
        if (ekm().provider(create.name()).isPresent()) {
            throw Messages.error(15530, 1, NOUN, create.name());
        }
        DllFile file = load(create.file());
        if (ekm().provider(file.guid()).isPresent()) {
            throw Messages.error(33026, 1, guid(file));
        }
        change(ekm -> {
            int id = ekm.nextProviderId();
            return loaded(
                    ekm.with(new Provider(id, create.name(), file.guid(), file.path(), file.version(), true)),
                    id,
                    file);
        });
    }

    void alter(Statement.AlterProviderFile alter) {
        Provider provider = existing("alter", alter.name());
        demandEkm();
        if (ekm().behaviour().fromFileLeavesDisabled()) {
            change(ekm -> ekm.with(current(ekm, provider).enabled(false)));
        }
        DllFile file = load(alter.file());
        if (!file.guid().equals(provider.guid())) {
            throw Messages.error(33024, 1, "guid", guid(file), provider.id());
        }
        change(ekm -> {
            boolean enabled = !ekm.behaviour().fromFileLeavesDisabled()
                    && ekm.provider(provider.id()).map(Provider::enabled).orElse(provider.enabled());
            return loaded(ekm.with(provider.from(file, enabled)), provider.id(), file);
        });
    }

    void alter(Statement.AlterProviderState alter) {
        Provider provider = existing("alter", alter.name());
        demandEkm();
        if (!alter.enable()) {
            change(ekm -> ekm.with(current(ekm, provider).enabled(false)));
            turn.info(33057);
            return;
        }
        Optional<DllFile> needed =
                ekm().loadedFor(provider.id()).isPresent() ? Optional.empty() : Optional.of(load(provider.path()));
        change(ekm -> {
            Ekm enabled = ekm.with(current(ekm, provider).enabled(true));
            return needed.map(file -> loaded(enabled, provider.id(), file)).orElse(enabled);
        });
    }

    void drop(Statement.DropProvider drop) {
        Provider provider = existing("drop", drop.name());
        boolean referenced = turn.instance().security().credentials().stream()
                .anyMatch(c -> c.provider().filter(id -> id == provider.id()).isPresent());
        if (referenced) {
            throw Messages.error(33044, 1, NOUN, "credential");
        }
        change(ekm -> ekm.providers(
                ekm.providers().stream().filter(p -> p.id() != provider.id()).toList()));
        turn.info(33058);
    }

    private Ekm ekm() {
        return turn.instance().ekm();
    }

    private void change(UnaryOperator<Ekm> change) {
        turn.change(i -> i.with(change.apply(i.ekm())));
    }

    private static Provider current(Ekm ekm, Provider provider) {
        return ekm.provider(provider.id()).orElse(provider);
    }

    private static Ekm loaded(Ekm ekm, int provider, DllFile file) {
        if (ekm.loadedFor(provider).isPresent()) {
            return ekm;
        }
        List<LoadedDll> now = new ArrayList<>(ekm.loaded());
        now.add(new LoadedDll(provider, file));
        return ekm.loaded(now);
    }

    private Provider existing(String verb, String name) {
        Optional<Provider> provider =
                turn.scene().rights().has(Rights.CONTROL_SERVER) ? ekm().provider(name) : Optional.empty();
        return provider.orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    private void demandEkm() {
        Configuration.demandEkm(turn.instance());
    }

    /** The file as loaded; the ERRORLOG tells of the attempt whatever comes of it. */
    private DllFile load(String path) {
        if (path.length() > LONGEST_PATH) {
            throw Messages.error(33023, 1, "file path", LONGEST_PATH);
        }
        DllLoad load = DllLoad.attempt(
                turn.instance(),
                path,
                turn.strike().has(Fault.Kind.BAD_SIGNATURE),
                turn.strike().code(),
                turn.scene().now(),
                "spid" + turn.scene().session().spid());
        turn.change(i -> i.logged(load.lines()));
        load.error().ifPresent(e -> {
            throw e;
        });
        return load.file().orElseThrow();
    }

    private static String guid(DllFile file) {
        return file.guid().toString().toUpperCase(Locale.ROOT);
    }
}
