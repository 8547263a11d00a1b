package keyturn.plan.flow.removesecret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SignInSeen;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.Times;

/** Who has signed in with the secret. A report without such a sign-in proves nothing: it is short, late, and standbys sign in at failover. */
final class SignInChecks {

    private SignInChecks() {}

    static Stream<Finding> findings(RemoveSituation situation) {
        Optional<ApplicationSeen> application = situation.choices().secret().application(situation.inspection());
        return application.stream().flatMap(seen -> findings(situation, seen.signIns()));
    }

    private static Stream<Finding> findings(RemoveSituation situation, Fact<List<SignInSeen>> report) {
        if (report.value().isEmpty()) {
            return Findings.notKnown(Area.SECRET, "remove.sign-ins-unread", report);
        }
        Optional<Instant> last = report.value().orElseThrow().stream()
                .filter(one -> one.keyId()
                        .equalsIgnoreCase(situation.choices().secret().keyId()))
                .map(SignInSeen::last)
                .max(Instant::compareTo);
        Optional<Instant> start =
                situation.inspection().facts().startedAt().value().map(ServerStart::instant);
        if (last.isEmpty()) {
            return Findings.attention(Area.SECRET, "remove.no-sign-in");
        }
        boolean isBefore = start.filter(at -> last.get().isBefore(at)).isPresent();
        return isBefore
                ? Findings.attention(Area.SECRET, "remove.old-sign-in", Times.seconds(last.get()))
                : Findings.blocked(Area.SECRET, "remove.signed-in", Times.seconds(last.get()));
    }
}
