package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Sid;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

/** CREATE LOGIN: of SQL Server, of Windows, and for a key or certificate of master. */
record LoginCreation(Turn turn) {

    /** Parts before the backslash that this range's Windows knows, beside the machine itself. */
    private static final Set<String> DOMAINS = Set.of("PRACTICE", "BUILTIN", "NT AUTHORITY", "NT SERVICE");

    private static final int FIRST = 256;

    void create(KeyStatement.CreateLogin create) {
        boolean since2022 = turn.scene().version().year() >= 2022;
        if (!turn.scene().rights().has(since2022 ? "CREATE LOGIN" : "ALTER ANY LOGIN")) {
            throw Messages.error(15247, 1);
        }
        if (security().login(create.name()).isPresent()) {
            throw Messages.error(15025, 1, create.name());
        }
        switch (create.source()) {
            case KeyStatement.WithPassword p -> withPassword(create.name(), p);
            case KeyStatement.FromWindows w -> fromWindows(create.name(), w);
            case KeyStatement.FromExternal e -> fromExternal(create.name(), e);
            case KeyStatement.FromKey k -> fromKey(create.name(), k);
        }
    }

    private Security security() {
        return turn.instance().security();
    }

    private void withPassword(String name, KeyStatement.WithPassword with) {
        if (name.indexOf('\\') >= 0) {
            throw Messages.error(15006, 1, name);
        }
        LoginOptions options = new LoginOptions(turn, with.options());
        LoginSettings settings = options.of(LoginSettings.PLAIN);
        if (with.mustChange() && !settings.expiration()) {
            throw Messages.error(settings.policy() ? 15099 : 15128, 1);
        }
        if (!with.hashed()) {
            Passwords.demand(with.password(), settings.policy());
        }
        Bytes sid = options.sid().orElseGet(() -> Sid.of("login " + UUID.randomUUID()));
        if (sid.length() != Sid.LENGTH) {
            throw Messages.error(15419, 1);
        }
        if (security().login(sid).isPresent()) {
            throw Messages.error(15433, 1);
        }
        add(name, sid, Login.Kind.SQL, settings);
        if (!with.hashed()) {
            turn.server().accounts().set(name, with.password().text());
        }
    }

    private void fromWindows(String name, KeyStatement.FromWindows from) {
        int slash = name.indexOf('\\');
        if (slash <= 0 || slash == name.length() - 1) {
            throw Messages.error(15407, 1, name);
        }
        String domain = name.substring(0, slash).toUpperCase(Locale.ROOT);
        if (!DOMAINS.contains(domain)
                && !domain.equalsIgnoreCase(turn.instance().identity().machine())) {
            throw Messages.error(15401, 1, name);
        }
        add(
                name,
                Sid.of("login " + name.toLowerCase(Locale.ROOT)),
                Login.Kind.WINDOWS,
                new LoginOptions(turn, from.options()).of(LoginSettings.PLAIN));
    }

    /** From SQL Server 2022 on, where it is joined to a directory, as this one is. Its name is taken as it is. */
    private void fromExternal(String name, KeyStatement.FromExternal from) {
        if (turn.scene().version().year() < 2022) {
            throw Messages.error(102, 1, "EXTERNAL");
        }
        add(
                name,
                Sid.of("external " + name),
                Login.Kind.EXTERNAL,
                new LoginOptions(turn, from.options()).of(LoginSettings.PLAIN));
    }

    private void fromKey(String name, KeyStatement.FromKey from) {
        Database master = turn.instance().database(1).orElseThrow();
        String noun = from.key().asymmetric() ? AsymmetricKeyStatements.NOUN : "certificate";
        Optional<Bytes> sid = from.key().asymmetric()
                ? security().keys().stream()
                        .filter(k ->
                                Prevailing.server().same(k.name(), from.key().name()))
                        .filter(k -> turn.scene().rights().sees(Securable.of(master, k)))
                        .map(AsymmetricKey::sid)
                        .findFirst()
                : security()
                        .certificate(from.key().name())
                        .filter(c -> turn.scene().rights().sees(Securable.of(master, c)))
                        .map(Certificate::thumbprint);
        if (sid.isEmpty()) {
            throw Messages.error(15151, 1, "find", noun, from.key().name());
        }
        Optional<Integer> credential =
                from.credential().map(c -> LoginOptions.credential(turn, c)).map(Credential::id);
        if (security().login(sid.get()).isPresent()) {
            throw from.key().asymmetric()
                    ? Messages.error(15433, 1)
                    : Messages.error(33140, 1, name, from.key().name());
        }
        add(
                name,
                sid.get(),
                from.key().asymmetric() ? Login.Kind.ASYMMETRIC_KEY : Login.Kind.CERTIFICATE,
                LoginSettings.PLAIN.credential(credential));
    }

    /** Every login may connect to begin with. */
    private void add(String name, Bytes sid, Login.Kind kind, LoginSettings settings) {
        LocalDateTime now = turn.scene().now();
        turn.change(i -> {
            Security security = i.security();
            if (security.login(name).isPresent()) {
                throw Messages.error(15025, 1, name);
            }
            int id = Math.max(
                    FIRST, security.logins().stream().mapToInt(Login::id).max().orElse(0) + 1);
            List<Login> all = new ArrayList<>(security.logins());
            all.add(new Login(id, name, sid, kind, false, settings, now, now));
            Grant connect = new Grant(Securable.SERVER, "CONNECT SQL", id, Login.SA, Grant.State.GRANTED);
            return i.with(security.logins(all).with(security.access().with(connect)));
        });
    }
}
