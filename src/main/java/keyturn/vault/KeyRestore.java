package keyturn.vault;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;

/**
 * Brings keys back into a vault, and deletes one that a rehearsal has restored. What is in the vault afterwards is compared with the
 * manifest, version by version. Nothing is purged.
 */
final class KeyRestore {

    private static final int NOT_FOUND = 404;
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final KeyClient looking;
    private final KeyClient acting;
    private final VaultProblems problems;
    private final VaultDoor door;

    KeyRestore(Entra entra, VaultDoor door) {
        var plain = new AddHeadersPolicy(new HttpHeaders());
        this.looking = KeyClients.of(entra, door, Patience.reading()).keys(plain);
        this.acting = KeyClients.of(entra, door, Patience.acting()).keys(plain);
        this.problems = new VaultProblems(door);
        this.door = door;
    }

    /** The file is looked at first, then the name: what cannot be restored is not sent. */
    Outcome restore(KeyCopy copy) {
        long began = System.nanoTime();
        byte[] backup;
        try {
            backup = Files.readAllBytes(Path.of(copy.file().value()));
        } catch (IOException unreadable) {
            return new Outcome.NotSent(problem("backup.unreadable", Optional.of(unreadable.toString()), copy.file()));
        }
        if (!Sha256.hex(backup).equals(copy.manifest().sha256())) {
            return new Outcome.NotSent(problem("backup.damaged", Optional.empty(), copy.file()));
        }
        Optional<Outcome> taken = taken(copy);
        if (taken.isPresent()) {
            return taken.get();
        }
        try {
            acting.restoreKeyBackup(backup);
        } catch (RuntimeException failure) {
            return failed(failure, VaultAnswer.RESTORE, copy);
        }
        return compared(copy, began, "restored");
    }

    /** It takes a while until a key that is recovered can be used. */
    Outcome recover(KeyCopy copy) {
        long began = System.nanoTime();
        try {
            acting.beginRecoverDeletedKey(copy.name().value()).waitForCompletion(SETTLING);
        } catch (RuntimeException failure) {
            return failed(failure, VaultAnswer.RECOVER, copy);
        }
        return compared(copy, began, "recovered");
    }

    /** Only the very key of the manifest: its versions are compared right before. */
    Outcome delete(KeyCopy copy) {
        long began = System.nanoTime();
        Outcome same = compared(copy, began, "same");
        if (!(same instanceof Outcome.Done)) {
            return same;
        }
        try {
            var deleted = acting.beginDeleteKey(copy.name().value())
                    .waitForCompletion(SETTLING)
                    .getValue();
            String until = String.valueOf(deleted.getScheduledPurgeDate());
            return done(began, Message.of("vault.rehearsed.deleted", copy.name(), door.address(), until));
        } catch (RuntimeException failure) {
            return failed(failure, VaultAnswer.DELETE, copy);
        }
    }

    /** A key of the name, or a deleted one: another key may be behind either. */
    private Optional<Outcome> taken(KeyCopy copy) {
        String name = copy.name().value();
        try {
            if (isThere(looking::getKey, name)) {
                return Optional.of(
                        new Outcome.NotSent(problem("restore.there", Optional.empty(), name, door.address())));
            }
            return isThere(looking::getDeletedKey, name)
                    ? Optional.of(
                            new Outcome.NotSent(problem("restore.deleted", Optional.empty(), name, door.address())))
                    : Optional.empty();
        } catch (RuntimeException unseen) {
            return Optional.of(
                    VaultOutcomes.ofLook(Failure.of(unseen), problems.problem(unseen, VaultAnswer.GET, name)));
        }
    }

    private static boolean isThere(Function<String, ?> question, String name) {
        try {
            return question.apply(name) != null;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) instanceof Failure.Said said && said.status() == NOT_FOUND) {
                return false;
            }
            throw failure;
        }
    }

    /** Where the comparison cannot be made, nobody knows whether it is the key that was meant. */
    private Outcome compared(KeyCopy copy, long began, String done) {
        int same = 0;
        try {
            for (KeptVersion version : copy.versions()) {
                KeyVaultKey found = looking.getKey(copy.name().value(), version.id());
                Optional<BigInteger> half =
                        Optional.ofNullable(found.getKey().getN()).map(bytes -> new BigInteger(1, bytes));
                if (!half.equals(version.half().map(PublicHalf::modulus))) {
                    return VaultOutcomes.refused(
                            problem("restore.otherKey", Optional.empty(), copy.name(), version.id(), door.address()));
                }
                same++;
            }
        } catch (RuntimeException unseen) {
            return new Outcome.Unanswered(
                    problems.problem(unseen, VaultAnswer.GET, copy.name().value()));
        }
        return done(began, Message.of("vault." + done, copy.name(), door.address(), same));
    }

    private static Outcome done(long began, Message told) {
        return new Outcome.Done(new Outcome.Answer(
                Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told.text())), List.of()));
    }

    private Outcome failed(RuntimeException failure, VaultAnswer asked, KeyCopy copy) {
        return VaultOutcomes.of(
                Failure.of(failure),
                problems.problem(failure, asked, copy.name().value()));
    }

    private static Problem problem(String rule, Optional<String> detail, Object... about) {
        String key = "vault." + rule;
        return new Problem(key, Message.of(key, about), detail, Message.of(key + ".next"));
    }
}
