package keyturn.ui.preflight;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Covered;
import keyturn.plan.flow.TestChoice;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * A database with the age of its backups, in words.
 *
 * @param test how its key will be tested; empty where it does not hang on the provider, or is not open
 */
record CoverRow(
        DatabaseName database, String full, String differential, String log, String key, Optional<TestChoice> test) {

    static CoverRow of(Covered covered, Optional<TestChoice> test) {
        return new CoverRow(
                covered.database(),
                age(covered, covered.full()),
                age(covered, covered.differential()),
                age(covered, covered.log()),
                covered.keyBackup()
                        .value()
                        .map(known -> Words.of(known ? "preflight.cover.key.yes" : "preflight.cover.key.no"))
                        .orElse(Words.of("preflight.cover.unknown")),
                test);
    }

    private static String age(Covered covered, Fact<Optional<Instant>> finished) {
        return switch (finished) {
            case Fact.Known<Optional<Instant>> known ->
                known.content().map(at -> WindowTimes.rough(covered.age(at))).orElse(Words.of("preflight.cover.never"));
            case Fact.Unknown<Optional<Instant>> unknown -> Words.of("preflight.cover.unknown");
            case Fact.NotPermitted<Optional<Instant>> denied -> Words.of("preflight.cover.denied");
        };
    }
}
