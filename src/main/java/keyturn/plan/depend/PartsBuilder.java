package keyturn.plan.depend;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.VaultKeys;

/** Gives each part of the chains, and each that is in none, its caption and its state. */
final class PartsBuilder {

    /** More unused keys of a vault than these are counted. */
    private static final int UNUSED = 3;

    private final Inspection seen;
    private final Inspection.Facts facts;
    private final List<Chain> chains;
    private final Map<PartId, List<KeyedDatabase>> databases;
    private final Reasons reasons;
    private final Period rotation;
    private final Set<PartId> used = new LinkedHashSet<>();
    private final Map<PartId, Part> parts = new LinkedHashMap<>();
    private final Set<Edge> loose = new LinkedHashSet<>();

    PartsBuilder(
            Inspection seen,
            List<Chain> chains,
            Map<PartId, List<KeyedDatabase>> databases,
            Reasons reasons,
            Period rotation) {
        this.seen = seen;
        this.facts = seen.facts();
        this.chains = chains;
        this.databases = databases;
        this.reasons = reasons;
        this.rotation = rotation;
        chains.stream()
                .filter(chain -> databases.containsKey(chain.key()))
                .flatMap(Chain::parts)
                .forEach(used::add);
    }

    List<Part> parts() {
        unread();
        providers();
        keys();
        logins();
        credentials();
        vaults();
        chains.stream().flatMap(Chain::parts).forEach(this::otherwise);
        return List.copyOf(parts.values());
    }

    /** Lines to what is in no chain. */
    Set<Edge> loose() {
        return loose;
    }

    /** A part that could not be read says why. */
    private void unread() {
        chains.stream()
                .flatMap(Chain::parts)
                .filter(PartId::isUnseen)
                .distinct()
                .forEach(part -> why(part).ifPresent(why -> reasons.add(part, why)));
    }

    private Optional<Reason> why(PartId part) {
        Stream<Fact<?>> asked =
                switch (part.kind()) {
                    case PROVIDER -> Stream.of(facts.providers());
                    case KEY -> Stream.of(facts.asymmetricKeys());
                    case LOGIN -> Stream.of(facts.keyLogins());
                    case CREDENTIAL -> Stream.of(facts.credentials());
                    case VAULT, VAULT_KEY, DATABASE -> Stream.of();
                };
        return asked.filter(fact -> fact.value().isEmpty())
                .<Reason>map(fact -> new Reason.Unread(Blocks.reason(fact)))
                .findFirst();
    }

    private void providers() {
        for (Provider row : facts.providers().value().orElse(List.of())) {
            PartId id = new PartId.OfProvider(row.name());
            build(row.version()).ifPresent(is -> {
                FileVersion newest = KnownBuild.ALL.getLast().version();
                if (is.compareTo(newest) < 0) {
                    reasons.add(id, new Reason.OldBuild(is, newest));
                }
            });
            String shown = build(row.version()).map(FileVersion::toString).orElse(row.version());
            put(id, Message.of("plan.depend.caption.provider", shown));
        }
    }

    private static Optional<FileVersion> build(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    private void keys() {
        for (AsymmetricKey row : facts.asymmetricKeys().value().orElse(List.of())) {
            PartId id = new PartId.OfKey(row.name());
            int count = databases.getOrDefault(id, List.of()).size();
            if (count > 0) {
                KeySince.of(row.name(), facts)
                        .map(since -> since.due(rotation))
                        .filter(due -> !due.isAfter(seen.takenAt()))
                        .ifPresent(due -> reasons.add(id, new Reason.RotationDue(due)));
            }
            put(id, Message.of("plan.depend.caption.key", count));
        }
    }

    private void logins() {
        for (KeyLogin row : facts.keyLogins().value().orElse(List.of())) {
            PartId id = new PartId.OfLogin(row.name());
            if (row.madeFrom().isEmpty() && !used.contains(id)) {
                reasons.add(id, new Reason.KeyNotShown());
            }
            put(id, Message.of(row.disabled() ? "plan.depend.caption.disabled" : "plan.depend.caption.login"));
        }
    }

    private void credentials() {
        List<KeyLogin> logins = facts.keyLogins().value().orElse(List.of());
        boolean open = facts.keyLogins().value().isEmpty()
                || !KeyLogins.unshown(logins).isEmpty();
        for (Credential row : facts.credentials().value().orElse(List.of())) {
            PartId id = new PartId.OfCredential(row.name());
            Optional<Reason> caller = ofCaller(row);
            caller.ifPresent(reason -> reasons.add(id, reason));
            if (open && !used.contains(id) && caller.isEmpty()) {
                reasons.add(id, new Reason.KeyNotShown());
            }
            put(id, Message.of("plan.depend.caption.credential", row.identity()));
            VaultKeys.address(row.identity())
                    .map(vault -> new PartId.OfVault(vault.host()))
                    .filter(vault -> isShown(vault) && chains.stream().noneMatch(chain -> chain.has(id)))
                    .ifPresent(vault -> loose.add(new Edge(id, vault)));
        }
    }

    private boolean isShown(PartId vault) {
        return chains.stream().anyMatch(chain -> chain.has(vault))
                || facts.azure().map(AzureSight::vaults).orElse(List.of()).stream()
                        .anyMatch(sight -> new PartId.OfVault(sight.address().host()).equals(vault));
    }

    private Optional<Reason> ofCaller(Credential row) {
        Optional<Caller> caller = facts.around().keyholding().caller().value();
        return caller.filter(one ->
                        one.credentials().stream().anyMatch(held -> held.name().equals(row.name())))
                .flatMap(Caller::login)
                .filter(login -> !used.contains(new PartId.OfCredential(row.name())))
                .map(Reason.OfCaller::new);
    }

    private void vaults() {
        for (VaultSight vault : facts.azure().map(AzureSight::vaults).orElse(List.of())) {
            PartId id = new PartId.OfVault(vault.address().host());
            if (vault.keys().value().isEmpty() && reasons.of(id).isEmpty()) {
                reasons.add(id, new Reason.Unread(Blocks.reason(vault.keys())));
            }
            put(
                    id,
                    vault.region()
                            .value()
                            .map(region -> Message.of("plan.depend.caption.vault", region))
                            .orElse(Message.of("plan.depend.caption.unseen")));
            keysOf(vault);
        }
    }

    private void keysOf(VaultSight vault) {
        VaultAddress address = vault.address();
        Set<PartId> known = new LinkedHashSet<>();
        chains.stream().flatMap(chain -> chain.vaultKey().stream()).forEach(known::add);
        List<VaultSight.Key> unused = new ArrayList<>();
        for (VaultSight.Key key : vault.keys().value().orElse(List.of())) {
            PartId id = new PartId.OfVaultKey(address.host(), key.name());
            if (known.contains(id)) {
                put(id, versions(key));
            } else {
                unused.add(key);
            }
        }
        if (unused.size() > UNUSED) {
            loose(
                    address,
                    new PartId.Others(PartKind.VAULT_KEY, address.host(), unused.size()),
                    Message.of("plan.depend.caption.others"));
        } else {
            unused.forEach(key -> loose(address, new PartId.OfVaultKey(address.host(), key.name()), versions(key)));
        }
    }

    private void loose(VaultAddress vault, PartId key, Message caption) {
        put(key, caption);
        loose.add(new Edge(new PartId.OfVault(vault.host()), key));
    }

    private static Message versions(VaultSight.Key key) {
        return key.versions()
                .value()
                .map(all -> Message.of("plan.depend.caption.vaultKey", all.size()))
                .orElseGet(() -> Message.of("plan.depend.caption.versionsUnread"));
    }

    /** What a chain knows of, and no list of the inspection has. */
    private void otherwise(PartId id) {
        if (parts.containsKey(id)) {
            return;
        }
        if (facts.azure().isEmpty()
                && Set.of(PartKind.VAULT, PartKind.VAULT_KEY).contains(id.kind())) {
            reasons.add(id, new Reason.NoDoor());
        } else if (id.isUnseen() && reasons.of(id).isEmpty()) {
            reasons.add(id, new Reason.NotFound());
        }
        int count = databases.getOrDefault(id, List.of()).size();
        boolean key = id.kind() == PartKind.KEY;
        put(id, key ? Message.of("plan.depend.caption.key", count) : Message.of("plan.depend.caption.unseen"));
    }

    private void put(PartId id, Message caption) {
        parts.put(id, new Part(id, caption, Health.of(used.contains(id), reasons.of(id))));
    }
}
