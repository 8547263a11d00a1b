package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway.Limit;

/** Why SQL Server refuses an open database another key, whatever the key (33118). */
enum Unchangeable {
    SNAPSHOT,
    STANDBY,
    READ_ONLY,
    READ_ONLY_FILES,
    /** Nothing that was seen speaks against it. */
    NO;

    static Unchangeable of(ByDatabase each, Database database) {
        Inspection seen = each.about(database.name());
        Optional<Limit> limit = seen.facts().around().underway().limit(database.name());
        if (limit.flatMap(Limit::snapshotOf).isPresent()) {
            return SNAPSHOT;
        }
        if (limit.filter(Limit::standby).isPresent()) {
            return STANDBY;
        }
        if (database.readOnly()) {
            return READ_ONLY;
        }
        boolean files =
                seen.facts().around().sizes().value().orElse(List.of()).stream().anyMatch(Size::readOnlyFiles);
        return files ? READ_ONLY_FILES : NO;
    }

    /** How the rule ends that tells of it. */
    String rule() {
        return switch (this) {
            case SNAPSHOT -> "-snapshot";
            case STANDBY -> "-standby";
            case READ_ONLY -> "-read-only";
            case READ_ONLY_FILES -> "-read-only-files";
            case NO -> "";
        };
    }
}
