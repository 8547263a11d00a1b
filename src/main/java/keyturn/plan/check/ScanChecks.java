package keyturn.plan.check;

import java.time.Duration;
import java.util.List;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway;
import keyturn.plan.words.DurationWords;

/** A database whose encryption is not settled: whether it settles by itself, and what continues it where it does not. */
final class ScanChecks {

    private static final long MEGABYTES_A_SECOND = 100;
    private static final int PER_CENT = 100;

    private ScanChecks() {}

    static Finding of(CheckedServer situation, Database database) {
        Underway now = situation.inspection().facts().around().underway();
        String scan = DatabaseChecks.key(database).flatMap(EncryptionKey::scan).orElse("");
        if (now.scansPaused().value().orElse(false)) {
            return stopped(situation, database, "database.scan-paused");
        }
        return switch (scan) {
            case "SUSPENDED" -> stopped(situation, database, "database.scan-suspended");
            case "ABORTED" -> stopped(situation, database, "database.scan-aborted");
            default ->
                Findings.blocked(Area.SCAN, "database.scan", database.name())
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static Finding stopped(CheckedServer situation, Database database, String rule) {
        Underway now = situation.inspection().facts().around().underway();
        int percent = now.scans().value().orElse(List.of()).stream()
                .filter(scan -> scan.database().equals(database.name()))
                .mapToInt(Underway.ScanProgress::percent)
                .findFirst()
                .orElse(0);
        long megabytes =
                situation.each().about(database.name()).facts().around().sizes().value().orElse(List.of()).stream()
                        .mapToLong(Size::dataMegabytes)
                        .findFirst()
                        .orElse(0);
        Duration rest =
                Duration.ofSeconds(Math.max(1, megabytes * (PER_CENT - percent) / PER_CENT / MEGABYTES_A_SECOND));
        return Findings.blocked(
                        Area.SCAN,
                        rule,
                        database.name(),
                        percent,
                        megabytes,
                        DurationWords.of(rest),
                        TSqlQuotes.name(database.name().value()))
                .findFirst()
                .orElseThrow();
    }
}
