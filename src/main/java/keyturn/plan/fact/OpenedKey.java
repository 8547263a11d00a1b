package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Surroundings.Registration;
import keyturn.plan.check.Blocks;

/**
 * Which version of which vault key an asymmetric key of master is, against the one that was meant: a bare name stands for the
 * newest version at the moment in which it is opened, and SQL Server keeps no word of which that was (document: rotation of
 * TDE keys).
 */
public sealed interface OpenedKey {

    /** The one that was meant. */
    record Meant(VaultMatch match) implements OpenedKey {}

    /** Another. */
    record Other(Message found) implements OpenedKey {}

    /** Nobody can look from here. */
    record Unknown(Message why) implements OpenedKey {}

    static OpenedKey of(Inspection seen, Condition.KeyOpened open) {
        return VaultMatch.of(open.key(), seen.facts())
                .<OpenedKey>map(match -> meant(open, match)
                        ? new Meant(match)
                        : new Other(Message.of("plan.found.keyOther", words(open, match))))
                .orElseGet(() -> unmatched(seen, open));
    }

    /** Why the key must not be opened, or must not be used once it is; empty: nothing that can be seen speaks against it. */
    static Optional<Problem> misfit(Inspection seen, Condition.KeyOpened open) {
        boolean there = ServerKeys.named(seen, open.key()).isPresent();
        if (!there) {
            return newer(seen, open)
                    .map(now -> Blocks.of(
                            "opened.newer",
                            Optional.empty(),
                            open.vaultKey(),
                            now.id(),
                            open.version().orElse("")));
        }
        Optional<Problem> thumbprint = ServerKeys.named(seen, open.key())
                .flatMap(key -> otherThumbprint(key, open))
                .map(found -> Blocks.of("opened.thumbprint", Optional.of(found.text()), open.key(), open.vaultKey()));
        if (thumbprint.isPresent()) {
            return thumbprint;
        }
        return of(seen, open) instanceof Other other
                ? Optional.of(
                        Blocks.of("opened.other", Optional.of(other.found().text()), open.key(), open.vaultKey()))
                : Optional.empty();
    }

    /** What it has instead of the thumbprint that it must have. */
    static Optional<Message> otherThumbprint(AsymmetricKey key, Condition.KeyOpened open) {
        return open.thumbprint()
                .filter(wanted -> !wanted.equals(key.thumbprint()))
                .map(wanted -> Message.of("plan.found.keyThumbprint", key.name(), key.thumbprint(), wanted));
    }

    private static boolean meant(Condition.KeyOpened open, VaultMatch match) {
        boolean name =
                open.vaultKey().name().value().equalsIgnoreCase(match.key().name());
        return name && wanted(open).map(match.version().id()::equalsIgnoreCase).orElse(true);
    }

    private static Optional<String> wanted(Condition.KeyOpened open) {
        return open.vaultKey().version().or(open::version);
    }

    private static Object[] words(Condition.KeyOpened open, VaultMatch match) {
        return new Object[] {
            open.key(),
            KeyLines.vaultKey(match),
            wanted(open).orElse(open.vaultKey().toString())
        };
    }

    /** The version that a bare name stands for by now, where it is not the one that the plan was made for. */
    private static Optional<Version> newer(Inspection seen, Condition.KeyOpened open) {
        if (open.vaultKey().version().isPresent() || open.version().isEmpty()) {
            return Optional.empty();
        }
        String planned = open.version().get();
        return shown(seen, open)
                .filter(key -> key.version(planned).isPresent())
                .flatMap(key -> key.current().stream())
                .filter(now -> !now.id().equalsIgnoreCase(planned))
                .findFirst();
    }

    private static OpenedKey unmatched(Inspection seen, Condition.KeyOpened open) {
        if (seen.facts().azure().isEmpty()) {
            return new Unknown(Message.of("plan.found.keyNoDoor", open.key()));
        }
        var registrations = seen.facts().around().registrations();
        Optional<Registration> row = registrations.value().orElse(List.of()).stream()
                .filter(one -> one.key().equals(open.key()) && !one.publicKey().isEmpty())
                .findFirst();
        if (row.isEmpty()) {
            return new Unknown(
                    registrations.value().isEmpty()
                            ? Blocks.reason(registrations)
                            : Message.of("plan.found.keyNoHalf", open.key()));
        }
        List<VaultSight.Key> keys = shown(seen, open).toList();
        boolean whole = !keys.isEmpty() && keys.stream().allMatch(OpenedKey::read);
        return whole
                ? new Other(Message.of(
                        "plan.found.keyNone.vault", open.key(), open.vaultKey().name()))
                : new Unknown(Message.of(
                        "plan.found.keyUnread", open.key(), open.vaultKey().name()));
    }

    private static Stream<VaultSight.Key> shown(Inspection seen, Condition.KeyOpened open) {
        return seen.facts().azure().map(AzureSight::vaults).orElse(List.of()).stream()
                .flatMap(vault -> vault.key(open.vaultKey().name().value()).stream());
    }

    private static boolean read(VaultSight.Key key) {
        return key.versions().value().isPresent()
                && key.versions().value().get().stream()
                        .allMatch(version -> version.material().value().isPresent());
    }
}
