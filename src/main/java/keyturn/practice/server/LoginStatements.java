package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Mapping;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.KeyStatement;
import keyturn.practice.tsql.types.Prevailing;

/** ALTER and DROP LOGIN. A credential for a provider belongs to one login, and a login has one for a provider. */
record LoginStatements(Turn turn) {

    private static final String NOUN = "login";

    void alter(KeyStatement.AlterLogin alter) {
        switch (alter.change()) {
            case KeyStatement.Switched s -> switched(existing("alter", alter.name()), s.enable());
            case KeyStatement.Mapped m -> mapped(existing("alter", alter.name()), m);
            case KeyStatement.Options o -> set(own(alter, o), o);
        }
    }

    /** Everybody may change the own password who knows the old one. */
    private Login own(KeyStatement.AlterLogin alter, KeyStatement.Options options) {
        boolean password = options.old().isPresent()
                && options.options().isEmpty()
                && Prevailing.server().same(turn.scene().login().name(), alter.name());
        return password ? turn.scene().login() : existing("alter", alter.name());
    }

    private Login existing(String verb, String name) {
        return security()
                .login(name)
                .filter(l -> l.kind() != Login.Kind.ROLE)
                .filter(l -> verb.equals("drop")
                        ? turn.scene().rights().has("ALTER ANY LOGIN")
                        : turn.scene().holds(Securable.of(l), "ALTER"))
                .orElseThrow(() -> Messages.error(15151, 1, verb, NOUN, name));
    }

    private void switched(Login login, boolean enable) {
        demandControl(login);
        replace(login, login.name(), !enable, login.settings());
    }

    private void replace(Login login, String name, boolean disabled, LoginSettings settings) {
        Login now = login.altered(name, disabled, settings, turn.scene().now());
        change(security -> security.with(now));
    }

    /** Whoever has a login in reach of everything changes it only with everything in reach. */
    private void demandControl(Login login) {
        boolean mighty =
                security().sysadmin(login) || Rights.of(turn.instance(), login).has(Rights.CONTROL_SERVER);
        if (mighty && !turn.scene().rights().has(Rights.CONTROL_SERVER)) {
            throw Messages.error(15247, 1);
        }
    }

    private void mapped(Login login, KeyStatement.Mapped mapped) {
        demandControl(login);
        Credential credential = security()
                .credential(mapped.credential())
                .orElseThrow(() -> Messages.error(15151, 1, "find", CredentialStatements.NOUN, mapped.credential()));
        Mapping mapping = new Mapping(login.id(), credential.id());
        change(security -> {
            List<Mapping> now = new ArrayList<>(security.mappings());
            if (mapped.add()) {
                demandFree(security, login, credential);
                now.add(mapping);
            } else if (!now.remove(mapping)) {
                throw Messages.error(33045, 1, CredentialStatements.NOUN);
            }
            return security.mappings(now);
        });
    }

    private static void demandFree(Security security, Login login, Credential credential) {
        if (security.mappings().stream().anyMatch(m -> m.credential() == credential.id())) {
            throw Messages.error(33042, 1, CredentialStatements.NOUN);
        }
        Optional<Credential> held = credential.provider().flatMap(p -> security.credential(login, p));
        if (held.isPresent()) {
            throw Messages.error(33043, 1, CredentialStatements.NOUN, credential.name(), CredentialStatements.NOUN);
        }
    }

    private void set(Login login, KeyStatement.Options set) {
        LoginOptions options = new LoginOptions(turn, set.options());
        boolean ofKey = login.kind() == Login.Kind.ASYMMETRIC_KEY || login.kind() == Login.Kind.CERTIFICATE;
        if (ofKey && (set.password().isPresent() || !options.hasOnly("NAME", "CREDENTIAL"))) {
            throw Messages.error(15171, 1, set.password().isPresent() ? "PASSWORD" : options.first());
        }
        if (login.id() == Login.SA && options.has("CREDENTIAL")) {
            throw Messages.error(15535, 1, login.name());
        }
        if (set.old().isEmpty()) {
            demandControl(login);
        }
        LoginSettings settings = options.of(login.settings());
        String name = options.name().orElse(login.name());
        boolean taken = security().login(name).filter(l -> l.id() != login.id()).isPresent();
        if (taken) {
            throw Messages.error(15025, 1, name);
        }
        password(login, set, settings.policy());
        replace(login, name, login.disabled(), settings);
        turn.server().accounts().rename(login.name(), name);
    }

    private void password(Login login, KeyStatement.Options set, boolean policy) {
        if (set.password().isEmpty()) {
            return;
        }
        if (login.kind() != Login.Kind.SQL) {
            throw Messages.error(15080, 1, "PASSWORD");
        }
        boolean wrong = set.old()
                .filter(o -> !turn.server().accounts().matches(login.name(), o.text()))
                .isPresent();
        if (wrong) {
            throw Messages.error(15151, 1, "alter", NOUN, login.name());
        }
        Passwords.demand(set.password().get(), policy);
        turn.server().accounts().set(login.name(), set.password().get().text());
    }

    void drop(KeyStatement.DropLogin drop) {
        Login login = existing("drop", drop.name());
        if (login.id() == Login.SA) {
            throw Messages.error(15405, 1, login.name());
        }
        demandControl(login);
        demandUnused(login);
        change(security -> security.logins(security.logins().stream()
                        .filter(l -> l.id() != login.id())
                        .toList())
                .mappings(security.mappings().stream()
                        .filter(m -> m.login() != login.id())
                        .toList())
                .with(security.access().without(login)));
        turn.server().accounts().remove(login.name());
    }

    private void demandUnused(Login login) {
        boolean inside = turn.scene().sessions().stream()
                .anyMatch(s -> s.user() && Prevailing.server().same(s.login(), login.name()));
        if (inside) {
            throw Messages.error(15434, 1, login.name());
        }
        boolean granted = security().access().of(0).anyMatch(g -> g.grantor() == login.id());
        if (granted) {
            throw Messages.error(15173, 1, login.name());
        }
        boolean owns = turn.instance().databases().stream()
                .anyMatch(d -> d.settings().owner().equals(login.sid()));
        if (owns) {
            throw Messages.error(15174, 1, login.name());
        }
    }

    private Security security() {
        return turn.instance().security();
    }

    private void change(UnaryOperator<Security> change) {
        turn.change(i -> i.with(change.apply(i.security())));
    }
}
