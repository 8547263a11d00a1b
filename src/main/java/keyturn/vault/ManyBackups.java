package keyturn.vault;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.BackupOrder.OrderedKey;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.backup.BackupFiles;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.act.RecoveryAct;

/**
 * Backs several keys up, some at the same time, each by one call after the other. A key that the vault refuses does not keep the
 * others from being backed up; where no answer comes, or no token is to be had, no further key is begun.
 */
final class ManyBackups {

    private final KeyClient client;
    private final VaultProblems problems;

    ManyBackups(Entra entra, VaultDoor door) {
        this.client = KeyClients.of(entra, door, Patience.ofMany()).keys(new AddHeadersPolicy(new HttpHeaders()));
        this.problems = new VaultProblems(door);
    }

    Outcome perform(RecoveryAct.BackUpKeys act) {
        long began = System.nanoTime();
        BackupOrder order = act.order();
        var files = new BackupFiles(order);
        try {
            files.prepareFolder();
            List<Outcome> failed = new Work(order, files).all();
            if (!failed.isEmpty()) {
                return worst(order, failed);
            }
            Message kept = Message.of(
                    "vault.backedUp",
                    order.keys().size(),
                    order.vault(),
                    order.folder(),
                    files.list().words().text());
            return new Outcome.Done(new Outcome.Answer(
                    Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(kept.text())), List.of()));
        } catch (Problem.Raised place) {
            return new Outcome.NotSent(place.problem());
        }
    }

    /** One after the other of these is not known to be answered; where all are, the first refusal stands for them. */
    private static Outcome worst(BackupOrder order, List<Outcome> failed) {
        Outcome first = failed.stream()
                .filter(Outcome.Unanswered.class::isInstance)
                .findFirst()
                .orElse(failed.getFirst());
        int others = order.keys().size() - failed.size();
        return switch (first) {
            case Outcome.Unanswered lost -> new Outcome.Unanswered(counted(lost.problem(), failed.size(), others));
            case Outcome.Refused refused -> VaultOutcomes.refused(counted(refused.problem(), failed.size(), others));
            case Outcome.NotSent not -> new Outcome.NotSent(counted(not.problem(), failed.size(), others));
            case Outcome.Done done -> done;
        };
    }

    /** How many failed, and how many are whole, stands with what the first one failed at. */
    private static Problem counted(Problem problem, int failed, int whole) {
        String count = Message.of("vault.backups.failed", failed, whole).text();
        return new Problem(
                problem.code(),
                problem.summary(),
                Optional.of(
                        problem.detail().map(detail -> detail + "\n" + count).orElse(count)),
                problem.next());
    }

    /** The keys of one order. */
    private final class Work {

        private final BackupOrder order;
        private final BackupFiles files;
        private final AtomicBoolean broken = new AtomicBoolean();

        Work(BackupOrder order, BackupFiles files) {
            this.order = order;
            this.files = files;
        }

        /** What became of those that failed, or were not begun any more. */
        List<Outcome> all() {
            var names = Thread.ofVirtual().name("key-backup-", 1).factory();
            List<Outcome> failed = new ArrayList<>();
            try (var at = Executors.newFixedThreadPool(BackupOrder.AT_ONCE, names)) {
                List<Future<Optional<Outcome>>> all = new ArrayList<>();
                for (OrderedKey key : order.keys()) {
                    all.add(at.submit(() -> failure(key)));
                }
                for (Future<Optional<Outcome>> one : all) {
                    ended(one).ifPresent(failed::add);
                }
            }
            return failed;
        }

        private static Optional<Outcome> ended(Future<Optional<Outcome>> one) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return one.get();
                    } catch (InterruptedException asked) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException ours) {
                throw new IllegalStateException(ours.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private Optional<Outcome> failure(OrderedKey key) {
            try {
                if (files.isDone(key.name())) {
                    return Optional.empty();
                }
                if (broken.get()) {
                    return Optional.of(new Outcome.NotSent(notBegun(key)));
                }
                backUp(key);
                return Optional.empty();
            } catch (Problem.Raised notKept) {
                broken.set(true);
                return Optional.of(VaultOutcomes.refused(notKept.problem()));
            } catch (RuntimeException failure) {
                return Optional.of(told(failure, key));
            }
        }

        private void backUp(OrderedKey key) throws Problem.Raised {
            List<KeyManifest.KeptVersion> versions =
                    KeptVersions.of(client, key.name().value());
            byte[] content = client.backupKey(key.name().value());
            files.write(key, content, KeptVersions.manifest(order, key, versions, content));
        }

        private Outcome told(RuntimeException failure, OrderedKey key) {
            Failure what = Failure.of(failure);
            boolean ofKey = what instanceof Failure.Said said && said.status() < 500 && said.status() != 429;
            if (!ofKey) {
                broken.set(true);
            }
            return VaultOutcomes.of(
                    what,
                    problems.problem(failure, VaultAnswer.BACKUP, key.name().value()));
        }

        private static Problem notBegun(OrderedKey key) {
            String rule = "vault.backups.notBegun";
            return new Problem(rule, Message.of(rule, key.name()), Optional.empty(), Message.of(rule + ".next"));
        }
    }
}
