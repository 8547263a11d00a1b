package keyturn.ui.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Permission;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.forecast.Cause;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The facts that are seen at a glance. */
final class Cards {

    private Cards() {}

    /** The provider and what is loaded of it; the switch for key management only where it is off or unknown. */
    static List<FactCard> ofHost(Inspection.Facts facts) {
        List<FactCard> cards = new ArrayList<>(providers(facts));
        cards.add(loaded(facts));
        if (facts.ekm().value().filter(EkmSwitch::running).isEmpty()) {
            cards.add(ekm(facts.ekm()));
        }
        return cards;
    }

    static List<FactCard> ofKeys(Inspection.Facts facts, SecretRadar secrets, When when, List<Cause> causes) {
        List<FactCard> cards = new ArrayList<>();
        cards.add(new KeyAges(facts, when).card());
        facts.azure().ifPresent(sight -> {
            cards.add(SecretExpiry.card(secrets, sight.expired(), when));
            cards.add(vaults(sight.vaults(), causes.stream().anyMatch(Cards::isOfVault)));
        });
        return cards;
    }

    /** Whether a key of the vault, or a right there, keeps a restart from opening the databases. */
    private static boolean isOfVault(Cause cause) {
        return switch (cause) {
            case Cause.KeyNotInVault gone -> true;
            case Cause.VersionDisabled disabled -> true;
            case Cause.MayNotUnwrap may -> true;
            case Cause.EkmOff other -> false;
            case Cause.ProviderGone other -> false;
            case Cause.ProviderDisabled other -> false;
            case Cause.DllGone other -> false;
            case Cause.DllUnusable other -> false;
            case Cause.KeyGone other -> false;
            case Cause.NoLogin other -> false;
            case Cause.LoginDisabled other -> false;
            case Cause.NoCredential other -> false;
            case Cause.SecretExpired other -> false;
            case Cause.HeldSecretOver other -> false;
        };
    }

    /**
     * All vaults in one, by the one that stands worst.
     *
     * @param broken one of them no longer opens a key that a database depends on
     */
    private static FactCard vaults(List<VaultSight> vaults, boolean broken) {
        String names = vaults.stream().map(seen -> seen.address().name()).collect(Collectors.joining(", "));
        long keys = vaults.stream()
                .flatMap(vault -> vault.keys().value().stream())
                .mapToLong(List::size)
                .sum();
        Optional<Tag> worst = vaults.stream()
                .map(VaultHeads::state)
                .max(Comparator.comparingInt(
                        tag -> List.of(Tone.FINE, Tone.ATTENTION, Tone.DANGER).indexOf(tag.tone())));
        return new FactCard(
                Words.of("home.vault"),
                Words.of(
                        worst.filter(tag -> tag.tone() == Tone.DANGER).isPresent() ? "home.unknown" : "home.vault.keys",
                        keys),
                names,
                broken ? Optional.of(new Tag(Tone.DANGER, Words.of("home.vault.broken"))) : worst);
    }

    private static List<FactCard> providers(Inspection.Facts facts) {
        return switch (facts.providers()) {
            case Fact.Known<List<Inspection.Provider>> known -> providers(known.content());
            case Fact.Unknown<List<Inspection.Provider>> unknown ->
                List.of(unread("home.provider", unknown.why().text()));
            case Fact.NotPermitted<List<Inspection.Provider>> denied ->
                List.of(denied("home.provider", denied.permission()));
        };
    }

    private static List<FactCard> providers(List<Inspection.Provider> known) {
        FactCard none = new FactCard(Words.of("home.provider"), Words.of("home.provider.none"), "", Optional.empty());
        return known.isEmpty()
                ? List.of(none)
                : known.stream().map(Cards::provider).toList();
    }

    private static FactCard provider(Inspection.Provider provider) {
        Tag tag = provider.enabled()
                ? new Tag(Tone.FINE, Words.of("home.provider.enabled"))
                : new Tag(Tone.DANGER, Words.of("home.provider.disabled"));
        return new FactCard(
                Words.of("home.provider.card", provider.version()),
                provider.name().value(),
                provider.dllPath(),
                Optional.of(tag));
    }

    private static FactCard loaded(Inspection.Facts facts) {
        return switch (facts.loadedModules()) {
            case Fact.Known<List<LoadedModule>> known -> module(known.content(), facts);
            case Fact.Unknown<List<LoadedModule>> unknown ->
                unread("home.loaded", unknown.why().text());
            case Fact.NotPermitted<List<LoadedModule>> denied -> denied("home.loaded", denied.permission());
        };
    }

    private static FactCard module(List<LoadedModule> modules, Inspection.Facts facts) {
        if (modules.isEmpty()) {
            return new FactCard(
                    Words.of("home.loaded"),
                    Words.of("home.loaded.none"),
                    Words.of("home.loaded.none.why"),
                    Optional.empty());
        }
        LoadedModule first = modules.getFirst();
        boolean registered = facts.providers().value().orElse(List.of()).stream()
                .anyMatch(provider -> provider.dllPath().equalsIgnoreCase(first.path()));
        Tag tag = registered
                ? new Tag(Tone.FINE, Words.of("home.loaded.same"))
                : new Tag(Tone.ATTENTION, Words.of("home.loaded.differs"));
        String file = first.fileDate()
                .value()
                .map(date -> Words.of("home.loaded.dated", date, first.path()))
                .orElse(first.path());
        return new FactCard(Words.of("home.loaded"), first.version(), file, Optional.of(tag));
    }

    /** How many databases are encrypted, and whether all are open. */
    static FactCard encrypted(Inspection.Facts facts) {
        return switch (facts.databases()) {
            case Fact.Known<List<Database>> known -> encrypted(known.content());
            case Fact.Unknown<List<Database>> unknown ->
                unread("home.databases", unknown.why().text());
            case Fact.NotPermitted<List<Database>> denied -> denied("home.databases", denied.permission());
        };
    }

    /** A key that may not be seen is no missing key: such a database counts neither as encrypted nor as plain. */
    private static FactCard encrypted(List<Database> databases) {
        List<Fact<Optional<Inspection.EncryptionKey>>> unknown = databases.stream()
                .map(Database::key)
                .filter(key -> key.value().isEmpty())
                .toList();
        if (!keysAreKnown(databases)) {
            return unknown(unknown.getFirst());
        }
        long count = encryptedOf(databases);
        long plain = databases.size() - count - unknown.size();
        String second = unknown.isEmpty()
                ? Words.of("home.databases.plain", plain)
                : Words.of("home.databases.unknown", plain, unknown.size());
        return new FactCard(
                Words.of("home.databases"),
                Words.of("home.databases.encrypted", count),
                second,
                Optional.of(state(databases)));
    }

    private static FactCard unknown(Fact<Optional<Inspection.EncryptionKey>> key) {
        return switch (key) {
            case Fact.Known<Optional<Inspection.EncryptionKey>> known ->
                throw new IllegalStateException("a known key is told: " + known);
            case Fact.Unknown<Optional<Inspection.EncryptionKey>> unknown ->
                unread("home.databases", unknown.why().text());
            case Fact.NotPermitted<Optional<Inspection.EncryptionKey>> denied ->
                denied("home.databases", denied.permission());
        };
    }

    private static Tag state(List<Database> databases) {
        long closed = databases.stream()
                .filter(database -> !CatalogWords.isOnline(database))
                .count();
        return closed == 0
                ? new Tag(Tone.FINE, Words.of("home.databases.online"))
                : new Tag(Tone.DANGER, Words.of("home.databases.closed", closed));
    }

    private static FactCard ekm(Fact<EkmSwitch> ekm) {
        return switch (ekm) {
            case Fact.Known<EkmSwitch> known -> {
                boolean on = known.content().running();
                yield new FactCard(
                        Words.of("home.ekm"),
                        Words.of(on ? "home.ekm.on" : "home.ekm.off"),
                        Words.of("home.ekm.setting"),
                        Optional.of(new Tag(
                                on ? Tone.FINE : Tone.DANGER, Words.of(on ? "home.ekm.fine" : "home.ekm.wrong"))));
            }
            case Fact.Unknown<EkmSwitch> unknown ->
                unread("home.ekm", unknown.why().text());
            case Fact.NotPermitted<EkmSwitch> denied -> denied("home.ekm", denied.permission());
        };
    }

    /** Whether the encryption of at least one database is known, or there is none. */
    static boolean keysAreKnown(List<Database> databases) {
        return databases.isEmpty()
                || databases.stream()
                        .anyMatch(database -> database.key().value().isPresent());
    }

    static long encryptedOf(List<Database> databases) {
        return databases.stream()
                .filter(database -> database.key().value().flatMap(key -> key).isPresent())
                .count();
    }

    private static FactCard unread(String key, String why) {
        Tag tag = new Tag(Tone.ATTENTION, Words.of("home.unread"));
        return new FactCard(Words.of(key), Words.of("home.unknown"), why, Optional.of(tag));
    }

    private static FactCard denied(String key, Permission permission) {
        Tag tag = new Tag(Tone.ATTENTION, Words.of("home.denied"));
        return new FactCard(
                Words.of(key), Words.of("home.unknown"), Words.of("home.needs", permission.name()), Optional.of(tag));
    }
}
