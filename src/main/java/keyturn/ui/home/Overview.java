package keyturn.ui.home;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.ServerChecks;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.due.BackedUpKeys;
import keyturn.plan.due.KnownDates;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.TimeLine;
import keyturn.plan.fact.Membership;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJobs;
import keyturn.plan.triage.VaultTriage;
import keyturn.ui.home.period.Periods;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Words;

/**
 * An inspection, told: its health, what belongs to it, what to do next, and what each place shows.
 *
 * @param depends what depends on what
 * @param due what is due when
 * @param databasesTitle a sentence about databases and providers
 * @param memberships how it belongs together with other servers
 * @param vaultMayBeLost open databases run on cached keys
 * @param vault empty: the target has no door to one
 * @param gaps what could not be read and what that needs
 * @param checks what was found that needs no choice
 */
public record Overview(
        Forecast forecast,
        DependencyGraph depends,
        TimeLine due,
        String databasesTitle,
        ByPlace cards,
        List<String> memberships,
        boolean vaultMayBeLost,
        List<NextJob> next,
        List<DatabaseRow> databases,
        List<KeyRow> keys,
        Optional<VaultPart> vault,
        List<HostLine> host,
        List<Gap> gaps,
        List<Finding> checks) {

    public Overview {
        memberships = List.copyOf(memberships);
        next = List.copyOf(next);
        databases = List.copyOf(databases);
        keys = List.copyOf(keys);
        host = List.copyOf(host);
        gaps = List.copyOf(gaps);
        checks = List.copyOf(checks);
    }

    /** The facts that are seen at a glance, by the place where they are shown. */
    public record ByPlace(List<FactCard> health, List<FactCard> databases, List<FactCard> keys, List<FactCard> host) {
        public ByPlace {
            health = List.copyOf(health);
            databases = List.copyOf(databases);
            keys = List.copyOf(keys);
            host = List.copyOf(host);
        }
    }

    /**
     * @param set by somebody, for all servers
     * @param zone of the dates
     * @param dates what runs are known to have done
     */
    public static Overview of(Inspection inspection, Periods set, ZoneId zone, KnownDates dates) {
        Inspection.Facts facts = inspection.facts();
        When when = new When(inspection.takenAt(), zone, set);
        Forecast forecast = Forecast.of(inspection, new Outlook(Set.of(), set.warning()));
        DependencyGraph depends = DependencyGraph.of(inspection, forecast, set.due());
        SecretRadar secrets = SecretRadar.of(inspection, depends);
        return new Overview(
                forecast,
                depends,
                TimeLine.of(inspection, depends, set.due(), set.warning(), dates),
                title(facts),
                new ByPlace(
                        new HealthCards(facts, forecast, when).all(secrets, BackedUpKeys.of(inspection, dates)),
                        List.of(Cards.encrypted(facts)),
                        Cards.ofKeys(facts, secrets, when, forecast.causes()),
                        Cards.ofHost(facts)),
                Membership.of(inspection).stream()
                        .map(Membership::told)
                        .map(Message::text)
                        .toList(),
                VaultTriage.of(inspection).isLossLikely(),
                NextJobs.of(inspection, forecast, set.due(), dates),
                new Dependencies(facts).rows(),
                new KeyAges(facts, when).rows(),
                facts.azure().map(sight -> vault(sight, facts, secrets, when)),
                HostLines.of(inspection, zone),
                Gaps.of(facts),
                ServerChecks.findings(inspection));
    }

    private static VaultPart vault(AzureSight sight, Inspection.Facts facts, SecretRadar secrets, When when) {
        Stream<VaultHead> heads = Stream.concat(
                sight.vaults().stream().map(VaultHeads::of), SecretExpiry.heads(secrets, sight.expired(), when));
        List<List<VaultSight.Key>> read = sight.vaults().stream()
                .flatMap(seen -> seen.keys().value().stream())
                .toList();
        return new VaultPart(
                heads.toList(),
                new VaultKeyTable(facts, when).rows(sight),
                read.size(),
                read.stream().mapToLong(List::size).sum(),
                sight.problems());
    }

    private static String title(Inspection.Facts facts) {
        List<Inspection.Provider> providers = facts.providers().value().orElse(List.of());
        long encrypted = Cards.encryptedOf(facts.databases().value().orElse(List.of()));
        if (facts.providers().value().isEmpty()) {
            return Words.of("home.title.unknown");
        }
        if (!Cards.keysAreKnown(facts.databases().value().orElse(List.of()))) {
            return Words.of("home.title.databasesUnknown", providers.size());
        }
        return switch (providers.size()) {
            case 0 -> Words.of("home.title.none");
            case 1 -> Words.of("home.title.one", encrypted, providers.getFirst().name());
            default -> Words.of("home.title.many", encrypted, providers.size());
        };
    }

    /** How much of what was found wants somebody to look. */
    int toSee() {
        return (int) checks.stream()
                        .filter(finding -> finding.severity() != Severity.FINE)
                        .count()
                + gaps.size();
    }
}
