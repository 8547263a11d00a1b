package keyturn.evidence.ticket;

import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;

/**
 * What a step does with one database: steps of one kind are told together, whichever database they are for.
 *
 * @param name of the database, with the kind of its test where it is one
 */
record DatabaseWork(Kind kind, DatabaseName database, String name) {

    /** The keys of the bundle end in the names of these. */
    enum Kind {
        BEFORE,
        AFTER,
        REENCRYPT,
        AWAIT_LOG,
        LOG_FIRST,
        LOG_AFTERWARDS,
        FULL_AFTERWARDS;

        /** Told together also where there are few. */
        boolean isTest() {
            return switch (this) {
                case BEFORE, AFTER -> true;
                case REENCRYPT, AWAIT_LOG, LOG_FIRST, LOG_AFTERWARDS, FULL_AFTERWARDS -> false;
            };
        }
    }

    /** Empty for a step that concerns the server, the vault or the directory. */
    static Optional<DatabaseWork> of(Step step) {
        return step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .map(DatabaseWork::test)
                .or(() -> step.asKey()
                        .flatMap(key -> key.asReencrypt())
                        .map(reencrypt -> work(Kind.REENCRYPT, reencrypt.database())))
                .or(() -> step.asBackup().map(DatabaseWork::backup));
    }

    private static DatabaseWork test(TestStep.TestDatabase test) {
        Kind kind =
                switch (test.phase()) {
                    case BEFORE -> Kind.BEFORE;
                    case AFTER -> Kind.AFTER;
                };
        String name = Message.of(
                        "evidence.change.test." + test.kind().name(),
                        OneLine.shown(test.database().value()),
                        test.size().megabytes().map(String::valueOf).orElse("?"))
                .text();
        return new DatabaseWork(kind, test.database(), name);
    }

    private static DatabaseWork backup(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> work(Kind.AWAIT_LOG, await.database());
            case BackupStep.BackUpLogFirst first -> work(Kind.LOG_FIRST, first.database());
            case BackupStep.BackUpAfterwards after ->
                work(after.log() ? Kind.LOG_AFTERWARDS : Kind.FULL_AFTERWARDS, after.database());
        };
    }

    private static DatabaseWork work(Kind kind, DatabaseName database) {
        return new DatabaseWork(kind, database, OneLine.shown(database.value()));
    }
}
