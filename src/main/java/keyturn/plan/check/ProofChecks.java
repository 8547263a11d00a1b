package keyturn.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.plan.flow.ProofChoice;
import keyturn.plan.flow.Proving;
import keyturn.plan.flow.Situation;

/** How each database is to be proved, and what that costs. */
public final class ProofChecks {

    private ProofChecks() {}

    public static Stream<Finding> chosen(Situation situation) {
        Map<DatabaseName, Database> open =
                situation.databases().open().stream().collect(Collectors.toMap(Database::name, row -> row));
        return situation.proofs().entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> entry.getKey().value()))
                .flatMap(entry -> chosen(Optional.ofNullable(open.get(entry.getKey())), entry));
    }

    private static Stream<Finding> chosen(Optional<Database> database, Map.Entry<DatabaseName, ProofChoice> entry) {
        if (database.isEmpty()) {
            return Findings.blocked(Area.PROOFS, "proof.not-concerned", entry.getKey());
        }
        return switch (entry.getValue()) {
            case LOG ->
                database.get()
                                .logBackupPossible()
                                .value()
                                .filter(possible -> !possible)
                                .isPresent()
                        ? Findings.blocked(Area.PROOFS, "proof.no-chain", entry.getKey())
                        : Stream.empty();
            case FULL -> Stream.empty();
            case OWN -> Findings.attention(Area.PROOFS, "proof.own", entry.getKey());
            case SKIP -> Findings.attention(Area.PROOFS, "proof.skipped", entry.getKey());
        };
    }

    /** A log proof reads the log since its last backup, at most the log file; a full one reads the data. */
    public static Stream<Finding> costs(Situation situation) {
        var sizes = situation.inspection().facts().around().sizes();
        List<Database> proved = situation.databases().open();
        if (proved.isEmpty()) {
            return Stream.empty();
        }
        if (sizes.value().isEmpty()) {
            return Findings.notKnown(Area.PROOFS, "proof.cost-unknown", sizes, proved.size());
        }
        long megabytes = 0;
        for (Database database : proved) {
            megabytes += cost(situation, database);
        }
        return Findings.fine(Area.PROOFS, "proof.cost", proved.size(), megabytes, rows(situation));
    }

    /** Rows that the proofs leave in the history of backups: one before and one after for each. */
    private static long rows(Situation situation) {
        return 2
                * situation.databases().open().stream()
                        .filter(database -> Proving.sends(situation.proofs(), database))
                        .count();
    }

    private static long cost(Situation situation, Database database) {
        Surroundings around = situation.each().about(database.name()).facts().around();
        Optional<Size> size = around.sizes().value().orElse(List.of()).stream().findFirst();
        return switch (Proving.choice(situation.proofs(), database)) {
            case LOG -> 2 * size.map(Size::logMegabytes).orElse(0L);
            case FULL -> 2 * size.map(Size::dataMegabytes).orElse(0L);
            case OWN, SKIP -> 0;
        };
    }
}
