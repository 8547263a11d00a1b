package keyturn.plan.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.Retention;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.KeyTraces.BackupTrace;
import keyturn.domain.inspection.KeyTraces.LogTrace;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Surroundings.UseKind;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.fact.Times;
import keyturn.plan.step.KeyStep;
import keyturn.plan.verify.Retirement.OldKey;

/**
 * Asks of each thing that may need a replaced key whether it does; what cannot be seen counts as needing it, but
 * for what many databases hide and people can look up: that is a condition.
 */
final class RetirementChecks {

    private static final int SHOWN = 10;

    /** The thumbprint of a part of a log is a column since 2019. */
    private static final int WITH_LOG_THUMBPRINT = 15;

    private final Inspection seen;
    private final KeyTraces traces;
    private final Optional<Retention> retention;
    private final OldKey old;
    private final Set<DatabaseName> rotated;
    private final List<Message> found = new ArrayList<>();
    private final List<Message> against = new ArrayList<>();
    private final List<Message> provided = new ArrayList<>();

    RetirementChecks(Plan plan, Inspection seen, KeyTraces traces, Optional<Retention> retention, OldKey old) {
        this.seen = seen;
        this.traces = traces;
        this.retention = retention;
        this.old = old;
        this.rotated = KeyStep.reencryptions(plan.steps())
                .map(KeyStep.ReencryptDatabase::database)
                .collect(Collectors.toSet());
    }

    Retirement report() {
        if (old.thumbprint().isEmpty()) {
            against.add(Message.of("plan.retire.gone", old.name()));
        }
        databases();
        log();
        otherUses();
        Optional<Instant> last = backups();
        return new Retirement(old, retention, found, verdict(last));
    }

    private Retirement.Verdict verdict(Optional<Instant> last) {
        if (!against.isEmpty() || last.isEmpty() || retention.isEmpty()) {
            return new Retirement.No(against);
        }
        for (String word : List.of("history", "servers", "restore")) {
            provided.add(Message.of("plan.retire.if." + word));
        }
        return new Retirement.NotBefore(retention.get().after(last.get()), provided);
    }

    private void databases() {
        Optional<List<Database>> all = seen.facts().databases().value();
        if (all.isEmpty()) {
            against.add(Message.of(
                    "plan.retire.deksUnknown",
                    Blocks.reason(seen.facts().databases()).text()));
            return;
        }
        List<String> wrapped = named(all.get().stream()
                .filter(row -> DatabaseChecks.key(row)
                        .filter(key -> old.thumbprint().equals(Optional.of(key.thumbprint())))
                        .isPresent())
                .map(Database::name));
        List<String> unknown = named(
                all.get().stream().filter(row -> row.key().value().isEmpty()).map(Database::name));
        if (!wrapped.isEmpty()) {
            against.add(Message.of("plan.retire.deks", wrapped.size(), shown(wrapped)));
        }
        if (!unknown.isEmpty()) {
            against.add(Message.of("plan.retire.deksUnclear", unknown.size(), shown(unknown)));
        }
        if (wrapped.isEmpty() && unknown.isEmpty()) {
            found.add(Message.of("plan.retire.deksNone"));
        }
    }

    private void log() {
        Optional<List<LogTrace>> log = traces.log().value();
        if (log.isEmpty()) {
            Message why = Message.of(
                    "plan.retire.logUnknown", Blocks.reason(traces.log()).text());
            boolean old2019 = seen.identity().majorVersion() < WITH_LOG_THUMBPRINT;
            (old2019 ? provided : against).add(old2019 ? Message.of("plan.retire.if.log") : why);
            return;
        }
        List<LogTrace> active =
                log.get().stream().filter(one -> one.active() > 0).toList();
        int idle =
                log.get().stream().mapToInt(one -> one.parts() - one.active()).sum();
        if (!active.isEmpty()) {
            against.add(Message.of(
                    "plan.retire.log",
                    active.stream().mapToInt(LogTrace::active).sum(),
                    active.size(),
                    shown(named(active.stream().map(LogTrace::database)))));
        }
        if (idle > 0) {
            (active.isEmpty() ? provided : found).add(Message.of("plan.retire.logIdle", idle));
        }
        if (log.get().isEmpty()) {
            found.add(Message.of("plan.retire.logNone"));
        }
    }

    private void otherUses() {
        var uses = seen.facts().around().otherUses();
        if (uses.value().isEmpty()) {
            provided.add(Message.of("plan.retire.if.uses", Blocks.reason(uses).text()));
            return;
        }
        List<String> backups = named(uses.value().get().stream()
                .filter(use -> use.kind() == UseKind.BACKUP
                        && use.what().equals(old.name().value()))
                .map(OtherUse::database));
        List<String> columns = named(uses.value().get().stream()
                .filter(use -> use.kind() == UseKind.DATABASE_KEY)
                .map(OtherUse::database));
        if (!backups.isEmpty()) {
            against.add(Message.of("plan.retire.backupKey", backups.size(), shown(backups)));
        }
        if (!columns.isEmpty()) {
            provided.add(Message.of("plan.retire.if.columns", columns.size(), shown(columns)));
        }
        if (backups.isEmpty() && columns.isEmpty()) {
            found.add(Message.of("plan.retire.usesNone"));
        }
    }

    /** @return when the last backup ended that a restore needs the key for; empty where that cannot be told */
    private Optional<Instant> backups() {
        if (retention.isEmpty()) {
            against.add(Message.of("plan.retire.noRetention"));
        }
        Optional<List<BackupTrace>> backups = traces.backups().value();
        if (backups.isEmpty()) {
            against.add(Message.of(
                    "plan.retire.backupsUnknown",
                    Blocks.reason(traces.backups()).text()));
            return Optional.empty();
        }
        List<String> pending = named(rotated.stream().filter(name -> logPending(name, backups.get())));
        if (!pending.isEmpty()) {
            against.add(Message.of("plan.retire.logPending", pending.size(), shown(pending)));
        }
        Optional<Instant> last = Stream.concat(
                        backups.get().stream()
                                .flatMap(row -> Stream.concat(row.before().stream(), row.logAfter().stream())),
                        changes())
                .max(Instant::compareTo);
        last.ifPresentOrElse(
                at -> found.add(Message.of("plan.retire.lastBackup", Times.seconds(at))),
                () -> against.add(Message.of("plan.retire.changesUnknown")));
        return last;
    }

    /** Under another key than this since then; a database that the plan did not touch may have been under any before. */
    private Stream<Instant> changes() {
        return seen.facts().around().keyholding().changes().value().orElse(List.of()).stream()
                .filter(change -> rotated.contains(change.database()))
                .map(KeyChange::changed);
    }

    /** The log of before is in no backup yet. */
    private boolean logPending(DatabaseName name, List<BackupTrace> backups) {
        boolean kept = seen.facts().databases().value().orElse(List.of()).stream()
                .anyMatch(row -> row.name().equals(name) && !CatalogWords.isSimple(row));
        return kept
                && backups.stream()
                        .noneMatch(row ->
                                row.database().equals(name) && row.logAfter().isPresent());
    }

    private static List<String> named(Stream<DatabaseName> names) {
        return names.map(DatabaseName::value).distinct().sorted().toList();
    }

    private static String shown(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
    }
}
