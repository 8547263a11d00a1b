package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderSession;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.server.state.StoredSecret;
import keyturn.practice.server.views.Rights;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.syntax.Concealed;
import keyturn.practice.tsql.syntax.KeyStatement;

/** CREATE, ALTER and DROP CREDENTIAL. None of them asks the vault whether it takes the secret. */
record CredentialStatements(Turn turn) {

    static final String NOUN = "credential";
    private static final int FIRST = 65536;
    private static final int LONGEST_IDENTITY = 4000;
    private static final int LONGEST_SECRET = 120;

    void create(KeyStatement.CreateCredential create) {
        demand(create.name());
        if (create.name().startsWith("#") && !create.name().startsWith("##")) {
            throw Messages.error(15006, 1, create.name());
        }
        Optional<Provider> provider = create.provider().map(this::provider);
        demandLengths(create.identity(), create.secret());
        LocalDateTime now = turn.scene().now();
        change(security -> {
            if (security.credential(create.name()).isPresent()) {
                throw Messages.error(15530, 1, NOUN, create.name());
            }
            int id = security.credentials().stream()
                            .mapToInt(Credential::id)
                            .max()
                            .orElse(FIRST - 1)
                    + 1;
            List<Credential> all = new ArrayList<>(security.credentials());
            all.add(new Credential(
                    id,
                    create.name(),
                    create.identity(),
                    stored(create.secret()),
                    now,
                    now,
                    provider.map(Provider::id)));
            return security.credentials(all);
        });
    }

    void alter(KeyStatement.AlterCredential alter) {
        Credential credential = existing("alter", alter.name());
        demandLengths(alter.identity(), alter.secret());
        LocalDateTime now = turn.scene().now();
        turn.change(i -> {
            List<Credential> all = i.security().credentials().stream()
                    .map(c -> c.id() == credential.id() ? c.altered(alter.identity(), stored(alter.secret()), now) : c)
                    .toList();
            return held(i, credential).with(i.security().credentials(all));
        });
    }

    /** The engine's session goes on with what it was opened with. */
    private static Instance held(Instance instance, Credential before) {
        boolean waits = instance.ekm().behaviour().secretWaits()
                && VaultDoor.serves(instance, before)
                && instance.ekm().heldBy(VaultDoor.ENGINE, before).isEmpty();
        if (!waits || before.provider().isEmpty() || before.secret().isEmpty()) {
            return instance;
        }
        SignIn signIn = new SignIn(before.identity(), before.secret().get());
        return instance.with(instance.ekm()
                .with(new ProviderSession(VaultDoor.ENGINE, before.provider().get(), before.id(), signIn)));
    }

    void drop(KeyStatement.DropCredential drop) {
        Credential credential = existing("drop", drop.name());
        boolean used = security().mappings().stream().anyMatch(m -> m.credential() == credential.id())
                || security().logins().stream()
                        .anyMatch(l -> l.settings()
                                .credential()
                                .filter(id -> id == credential.id())
                                .isPresent());
        if (used) {
            throw Messages.error(15541, 1, credential.name());
        }
        change(security -> security.credentials(security.credentials().stream()
                .filter(c -> c.id() != credential.id())
                .toList()));
    }

    private Security security() {
        return turn.instance().security();
    }

    private void change(UnaryOperator<Security> change) {
        turn.change(i -> i.with(change.apply(i.security())));
    }

    private boolean may(String name) {
        return turn.scene().rights().has(name.startsWith("##") ? Rights.CONTROL_SERVER : "ALTER ANY CREDENTIAL");
    }

    private void demand(String name) {
        if (!may(name)) {
            throw Messages.error(15247, 1);
        }
    }

    private Provider provider(String name) {
        Configuration.demandEkm(turn.instance());
        return turn.instance()
                .ekm()
                .provider(name)
                .orElseThrow(() -> Messages.error(15151, 1, "find", "cryptographic provider", name));
    }

    private Credential existing(String verb, String name) {
        return security()
                .credential(name)
                .filter(c -> may(name))
                .orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    /** A limit on the secret is listed for SQL Server 2025 alone. */
    private void demandLengths(String identity, Optional<Concealed> secret) {
        if (identity.length() > LONGEST_IDENTITY) {
            throw Messages.error(15540, 1, LONGEST_IDENTITY);
        }
        boolean limited = turn.scene().version().year() >= 2025;
        if (limited && secret.filter(s -> s.text().length() > LONGEST_SECRET).isPresent()) {
            throw Messages.error(33067, 1);
        }
    }

    private static Optional<StoredSecret> stored(Optional<Concealed> secret) {
        return secret.map(s -> new StoredSecret(s.text()));
    }
}
