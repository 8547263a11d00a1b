package keyturn.plan.flow.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.Times;

/**
 * The last day for a later restart, in UTC: not in the past, and before the present secret ends, which SQL Server may use until
 * then.
 *
 * @param application whose secret it is; empty: nobody has said it
 */
public record RestartDay(Inspection seen, Optional<ClientId> application) {

    /** What is wrong with this day; nothing where it may do. */
    public Stream<Finding> problems(LocalDate day) {
        if (day.isBefore(LocalDate.ofInstant(seen.takenAt(), ZoneOffset.UTC))) {
            return found("restart-past", day);
        }
        return presentEnds()
                .filter(end -> !day.isBefore(LocalDate.ofInstant(end, ZoneOffset.UTC)))
                .map(end -> found("restart-late", day, Times.seconds(end)))
                .orElseGet(Stream::empty);
    }

    /** When no secret of the application is valid any more. Which of several the credentials hold, nobody can see. */
    private Optional<Instant> presentEnds() {
        List<SecretSeen> valid =
                secrets().filter(one -> one.isValid(seen.takenAt())).toList();
        return valid.stream().allMatch(one -> one.expires().isPresent())
                ? valid.stream().flatMap(one -> one.expires().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Stream<SecretSeen> secrets() {
        return seen.facts().azure().stream()
                .flatMap(azure -> application.flatMap(azure::application).stream())
                .flatMap(read -> read.value().stream())
                .map(ApplicationSeen::secrets)
                .flatMap(List::stream);
    }

    private static Stream<Finding> found(String rule, Object... about) {
        return Findings.of(RollFlow.NAME, Area.RESTART, Severity.BLOCKS, rule, about);
    }
}
