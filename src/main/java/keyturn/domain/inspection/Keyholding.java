package keyturn.domain.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;

/**
 * What a new key needs to know beside the lasting facts; who looks, and times, and so outside the digest.
 *
 * @param names that a new key, login or credential cannot have any more
 * @param changes when the encryption keys of databases were changed last
 * @param holders every login that has a credential for a provider: one of them may run what another plans
 * @param uses when the engine last needed its keys, and what was altered on the way to them
 */
public record Keyholding(
        Fact<Caller> caller,
        Fact<List<Caller>> holders,
        Fact<List<NameInUse>> names,
        Fact<List<KeyChange>> changes,
        KeyUses uses) {

    /** Nobody has asked when keys were used, nor who else may use them. */
    public Keyholding(Fact<Caller> caller, Fact<List<NameInUse>> names, Fact<List<KeyChange>> changes) {
        this(caller, names, changes, KeyUses.unseen());
    }

    /** Nobody has asked who else may use keys. */
    public Keyholding(Fact<Caller> caller, Fact<List<NameInUse>> names, Fact<List<KeyChange>> changes, KeyUses uses) {
        this(caller, new Fact.Unknown<>(Message.of("domain.keyholding.unseen")), names, changes, uses);
    }

    /**
     * What that login holds, as far as this look shows it: no credential, where it is a login and is not among those that have one.
     */
    public Fact<Caller> heldBy(LoginName login) {
        return switch (holders) {
            case Fact.Known<List<Caller>> known ->
                new Fact.Known<>(
                        known.content().stream()
                                .filter(one -> one.login().equals(Optional.of(login)))
                                .findFirst()
                                .orElse(new Caller(isLogin(login), List.of())),
                        known.how());
            case Fact.Unknown<List<Caller>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<List<Caller>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    private Optional<LoginName> isLogin(LoginName login) {
        return names.value().orElse(List.of()).stream()
                .filter(one -> one.kind() == NameKind.LOGIN && one.name().equalsIgnoreCase(login.value()))
                .findFirst()
                .map(one -> login);
    }

    /** The same look, where that login counts as the one that looked: what it holds for providers; not what it may do. */
    public static Inspection as(Inspection seen, LoginName login) {
        Surroundings around = seen.facts().around();
        Keyholding now = around.keyholding();
        var held = new Keyholding(now.heldBy(login), now.holders, now.names, now.changes, now.uses);
        return seen.with(seen.facts()
                .with(seen.facts().databases(), around.with(held), seen.facts().azure()));
    }

    /** Nobody has looked. */
    public static Keyholding unseen() {
        Message why = Message.of("domain.keyholding.unseen");
        return new Keyholding(new Fact.Unknown<>(why), new Fact.Unknown<>(why), new Fact.Unknown<>(why));
    }

    /**
     * Who looks, as a provider sees it: a statement that makes a key opens a session in the vault as this login.
     *
     * @param login of its own; empty for one that is known through a Windows group alone
     * @param credentials for providers that are mapped to it
     */
    public record Caller(Optional<LoginName> login, List<Inspection.Credential> credentials) {
        public Caller {
            credentials = List.copyOf(credentials);
        }
    }

    /** A name that is taken on the server. */
    public record NameInUse(NameKind kind, String name) {}

    /** What it is the name of. */
    public enum NameKind {
        /** Any server principal. */
        LOGIN,
        CREDENTIAL,
        /** An asymmetric key of master. */
        KEY
    }

    /**
     * Times of a database's encryption key, by the server's clock.
     *
     * @param changed {@code modify_date}: it was made anew or wrapped anew
     * @param opened {@code opened_date}; empty where it was never opened
     */
    public record KeyChange(DatabaseName database, Instant changed, Optional<Instant> opened) {}
}
