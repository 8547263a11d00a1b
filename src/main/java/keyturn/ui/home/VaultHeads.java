package keyturn.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.DeletedKey;
import keyturn.domain.azure.VaultSight.Resource;
import keyturn.domain.inspection.Fact;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Each vault in a few lines: where it is, whose word its rights are, what this sign-in may and may not. */
final class VaultHeads {

    /** What looking and the flows ask of anyone who signs in. */
    private static final List<KeyRight> ASKED = List.of(KeyRight.LIST, KeyRight.GET, KeyRight.CREATE, KeyRight.BACKUP);

    private static final int SHOWN = 5;

    private VaultHeads() {}

    static VaultHead of(VaultSight vault) {
        List<String> lines = new ArrayList<>();
        place(vault).ifPresent(lines::add);
        rights(vault).ifPresent(lines::add);
        deleted(vault.deleted()).ifPresent(lines::add);
        turning(vault).ifPresent(lines::add);
        ending(vault).ifPresent(lines::add);
        return new VaultHead(vault.address().name(), state(vault), lines);
    }

    /** Worst first: not read, not permitted, rights missing, fine. */
    static Tag state(VaultSight vault) {
        return switch (vault.keys()) {
            case Fact.Unknown<List<VaultSight.Key>> unknown -> new Tag(Tone.DANGER, Words.of("home.vault.unread"));
            case Fact.NotPermitted<List<VaultSight.Key>> denied -> new Tag(Tone.ATTENTION, Words.of("home.denied"));
            case Fact.Known<List<VaultSight.Key>> known ->
                lacking(vault).isEmpty()
                        ? new Tag(Tone.FINE, Words.of("home.vault.read"))
                        : new Tag(Tone.ATTENTION, Words.of("home.vault.lacks"));
        };
    }

    private static Optional<String> place(VaultSight vault) {
        Stream<String> where =
                vault
                        .resource()
                        .value()
                        .map(Resource::location)
                        .or(() -> vault.region().value())
                        .stream();
        Stream<String> kind = vault.resource().value().stream().flatMap(VaultHeads::kind);
        return Optional.of(Stream.concat(where, kind).collect(Collectors.joining(" · ")))
                .filter(text -> !text.isEmpty());
    }

    private static Stream<String> kind(Resource resource) {
        return Stream.of(
                Words.of(resource.premium() ? "home.vault.premium" : "home.vault.standard"),
                Words.of(resource.roles() ? "home.vault.roles" : "home.vault.policies"),
                resource.softDelete()
                        ? Words.of("home.vault.softDelete", resource.retention().toDays())
                        : Words.of("home.vault.softDelete.off"),
                Words.of(resource.purgeProtection() ? "home.vault.purge" : "home.vault.purge.off"));
    }

    /** Of a vault that was not reached there is nothing to say twice. */
    private static Optional<String> rights(VaultSight vault) {
        return vault.rights()
                .value()
                .map(held -> rights(held, lacking(vault)))
                .or(() -> Shown.why(vault.rights())
                        .filter(why -> !Shown.why(vault.keys()).equals(Optional.of(why)))
                        .map(why -> Words.of("home.vault.rights.unknown", why)));
    }

    private static String rights(Set<KeyRight> held, List<KeyRight> lacking) {
        String may = held.isEmpty()
                ? Words.of("home.vault.rights.none")
                : Words.of("home.vault.rights", names(held.stream().sorted()));
        return lacking.isEmpty() ? may : may + " " + Words.of("home.vault.rights.lacks", names(lacking.stream()));
    }

    private static String names(Stream<KeyRight> rights) {
        return rights.map(KeyRight::permission).collect(Collectors.joining(", "));
    }

    private static List<KeyRight> lacking(VaultSight vault) {
        return ASKED.stream()
                .filter(right -> vault.may(right).value().filter(may -> !may).isPresent())
                .toList();
    }

    /** What the vault does by itself, for what it is: SQL Server never follows. */
    private static Optional<String> turning(VaultSight vault) {
        return names(
                        vault,
                        key -> key.rotation()
                                .value()
                                .filter(VaultSight.RotationPolicy::rotates)
                                .isPresent())
                .map(names -> Words.of("home.vault.turns", names));
    }

    /** What a date of a key breaks, and what not. */
    private static Optional<String> ending(VaultSight vault) {
        return names(
                        vault,
                        key -> key.current()
                                .filter(version -> version.expires().isPresent()
                                        || version.notBefore().isPresent())
                                .isPresent())
                .map(names -> Words.of("home.vault.dated", names));
    }

    private static Optional<String> names(VaultSight vault, Predicate<VaultSight.Key> which) {
        List<VaultSight.Key> found =
                vault.keys().value().orElse(List.of()).stream().filter(which).toList();
        return Optional.of(found.stream().limit(SHOWN).map(VaultSight.Key::name).collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map(names -> found.size() > SHOWN ? names + ", …" : names);
    }

    private static Optional<String> deleted(Fact<List<DeletedKey>> deleted) {
        return deleted.value()
                .filter(keys -> !keys.isEmpty())
                .map(keys -> Words.of(
                        "home.vault.deleted",
                        keys.stream().map(DeletedKey::name).collect(Collectors.joining(", "))));
    }
}
