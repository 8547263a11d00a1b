package keyturn.plan.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;

/** When credentials were altered, and whether SQL Server has been started since; by the server's clock. */
public final class SeenSecrets {

    private SeenSecrets() {}

    /** Empty where it cannot be read, or there is no such credential. */
    public static Optional<Instant> altered(Inspection seen, CredentialName credential) {
        return row(seen, credential).map(Altered::at);
    }

    /** The same as the catalog has it, in the server's own time. */
    public static Optional<LocalDateTime> written(Inspection seen, CredentialName credential) {
        return row(seen, credential).map(Altered::written);
    }

    private static Optional<Altered> row(Inspection seen, CredentialName credential) {
        return alterations(seen).value().orElse(List.of()).stream()
                .filter(one ->
                        one.kind() == AlteredKind.CREDENTIAL && one.name().equals(credential.value()))
                .findFirst();
    }

    private static Fact<List<Altered>> alterations(Inspection seen) {
        return seen.facts().around().keyholding().uses().alterations();
    }

    static Holds holds(Inspection seen, Condition.OfSecret condition) {
        return switch (condition) {
            case Condition.SecretReplaced replaced -> replaced(seen, replaced);
            case Condition.StartedSince started -> started(seen, started);
        };
    }

    private static Holds replaced(Inspection seen, Condition.SecretReplaced replaced) {
        CredentialName name = replaced.credential();
        if (replaced.since().isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.secretUnseenBefore", name));
        }
        return SeenConditions.of(
                alterations(seen),
                rows -> row(seen, name)
                        .map(row -> replaced(seen, name, row, replaced.since().get()))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.credentialGone", name))));
    }

    private static Holds replaced(Inspection seen, CredentialName name, Altered row, LocalDateTime since) {
        if (row.written().equals(since)) {
            return new Holds.No(Message.of("plan.found.notAltered", name, Times.seconds(row.at())));
        }
        Instant before = row.at().minus(Duration.between(since, row.written()));
        return seen.ties()
                .givenByRun(name)
                .flatMap(Tie.OfRun::changed)
                .filter(given -> given.isAfter(before) && isAgain(seen, name, row))
                .<Holds>map(given -> new Holds.No(
                        Message.of("plan.found.alteredAgain", name, Times.seconds(row.at()), Times.seconds(given))))
                .orElseGet(() -> new Holds.Yes(Message.of("plan.found.altered", name, Times.seconds(row.at()))));
    }

    /** Somebody altered it after the run that gave it its secret: which one it holds now is not known. */
    private static boolean isAgain(Inspection seen, CredentialName name, Altered row) {
        return seen.ties()
                .givenByRun(name)
                .filter(run -> run.isLastChange(row.at()))
                .isEmpty();
    }

    /** Until it has been started the engine may go on with what it holds: that is open, and not wrong. */
    private static Holds started(Inspection seen, Condition.StartedSince started) {
        return SeenConditions.of(
                seen.facts().startedAt(),
                start -> SeenConditions.of(alterations(seen), rows -> started(seen, started, start.instant())));
    }

    /** Of these the ones that were altered after the start; none where either time cannot be read. */
    public static List<CredentialName> waiting(Inspection seen, List<CredentialName> credentials) {
        return seen.facts()
                .startedAt()
                .value()
                .filter(start -> alterations(seen).value().isPresent())
                .map(start -> waiting(seen, credentials, start.instant()))
                .orElse(List.of());
    }

    private static List<CredentialName> waiting(Inspection seen, List<CredentialName> credentials, Instant start) {
        return credentials.stream()
                .filter(name ->
                        altered(seen, name).filter(at -> at.isBefore(start)).isEmpty())
                .toList();
    }

    private static Holds started(Inspection seen, Condition.StartedSince started, Instant start) {
        List<CredentialName> waiting = waiting(seen, started.credentials(), start);
        return waiting.isEmpty()
                ? SeenConditions.of(
                        seen.facts().databases(),
                        rows -> SeenStart.opened(
                                started.databases(),
                                rows,
                                "plan.found.startedSince",
                                "plan.found.startedClosed",
                                Times.seconds(start)))
                : new Holds.Unknown(Message.of(
                        "plan.found.notStartedSince",
                        Times.seconds(start),
                        waiting.stream().map(CredentialName::value).collect(Collectors.joining(", "))));
    }
}
