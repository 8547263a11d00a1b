package keyturn.ui.flow.roll;

import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.roll.RollOffer;
import keyturn.plan.flow.roll.RollOffer.Held;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.RadarWords;

/** What is known of applications and credentials before anything is chosen. Nothing is guessed: what is not known is not proposed. */
final class Applications {

    private Applications() {}

    static Optional<RollOffer> offer(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .findFirst()
                .map(row -> new RollOffer(seen, row.name()));
    }

    /** The one that credentials are known to sign in as, whose secret ends first; else the one that the target names. */
    static Optional<ClientId> of(Inspection seen, Optional<Target> target) {
        return radar(seen).applications().stream()
                .filter(one -> !one.dependents().isEmpty())
                .min(Comparator.comparing(one -> one.end(seen.takenAt()).orElse(Instant.MAX)))
                .flatMap(Watched::client)
                .or(() -> target.flatMap(Target::azure).flatMap(AzureDoors::application));
    }

    /** Chosen where it is known that it signs in as this application, or where it is the only one that holds a secret. */
    static List<Pick> picks(RollOffer offer, Optional<ClientId> application) {
        List<Held> all = offer.credentials();
        boolean onlyOne = all.stream().filter(held -> !held.managed()).count() == 1;
        return all.stream()
                .map(held -> pick(offer.seen(), held, application, onlyOne))
                .toList();
    }

    private static Pick pick(Inspection seen, Held held, Optional<ClientId> application, boolean onlyOne) {
        Optional<Tie> tie = seen.ties().of(held.name());
        boolean isOfThis = tie.map(Tie::application).equals(application) && application.isPresent();
        boolean isOfAnother = tie.isPresent() && !isOfThis;
        return new Pick(
                held,
                tie.map(one -> RollFlow.NAME
                        .words("window.known", one.application(), RadarWords.source(one.source()))
                        .text()),
                tie.flatMap(Tie::ofRun).isPresent(),
                !held.managed() && (isOfThis || (onlyOne && !isOfAnother)),
                isOfAnother ? RollViewModel.words("another") : "");
    }

    /** Its name, when its secret expires; empty: it was not read. */
    static String said(Inspection seen, ClientId client) {
        return radar(seen).applications().stream()
                .filter(one -> one.client().equals(Optional.of(client)))
                .flatMap(one -> Stream.of(
                        RadarWords.end(one, seen.takenAt()),
                        one.seen().value().isEmpty() ? RollViewModel.words("application.unread") : ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static SecretRadar radar(Inspection seen) {
        return SecretRadar.of(seen, DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(1)));
    }
}
