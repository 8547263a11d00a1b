package keyturn.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.AzureSight.SignInSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.removesecret.RemoveChoices;
import keyturn.plan.forecast.SeenServer;

/** A server whose secret was rolled a month ago and that has started since; a test changes one thing. */
public final class SeenRemoval {

    public static final Instant NOW = SeenWorld.TAKEN;
    public static final String OLD = "11111111-0000-4000-8000-000000000001";
    public static final String NEW = "22222222-0000-4000-8000-000000000002";
    public static final ClientId CLIENT = new ClientId("00000000-7072-6163-7469-636500000001");
    public static final CredentialName CRED = new CredentialName("cred");
    public static final CredentialName OTHER = new CredentialName("admin_cred");

    public final SeenServer server = new SeenServer();
    public List<SecretSeen> secrets = List.of(secret(OLD, 400, 20), secret(NEW, 40, 300));
    public Fact<List<SignInSeen>> signIns = SeenWorld.known(List.of(new SignInSeen(OLD, ago(30))));
    public Instant altered = ago(35);
    public Instant started = ago(28);
    public String keyId = OLD;
    public Set<CredentialName> credentials = Set.of(CRED);
    public List<Tie> ties = List.of();
    public Optional<String> holds = Optional.of(NEW);
    public Optional<AzureSight.OwnSecret> own = Optional.empty();

    public static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    public static SecretSeen secret(String keyId, int daysOld, int daysLeft) {
        return new SecretSeen(
                keyId,
                Optional.of("EKM " + daysOld),
                Optional.of("abc"),
                Optional.of(NOW.plus(Duration.ofDays(daysLeft))),
                Optional.of(ago(daysOld)));
    }

    /** What the plan is made from. */
    public Inspection inspection() {
        server.alterations = SeenWorld.known(List.of(
                new Altered(AlteredKind.CREDENTIAL, "cred", altered, ago(400)),
                new Altered(AlteredKind.CREDENTIAL, "admin_cred", altered, ago(400))));
        server.started = SeenWorld.known(ServerStart.parse(started.toString()));
        server.tests = SeenWorld.known(List.of(new Tested(SeenServer.SALES, NOW.minusSeconds(600))));
        server.ties = new Ties(ties);
        AzureSight seen = SeenServer.sight(SeenServer.version(true, Optional.empty()), 200);
        server.azure = Optional.of(new AzureSight(
                seen.vaults(),
                SeenWorld.known(new ApplicationSeen(CLIENT, "o", "SQL Server", secrets, signIns)),
                List.of()));
        server.azure = server.azure.map(sight -> own.map(sight::with).orElse(sight));
        return server.inspection();
    }

    /** With a second credential of which nothing is known. */
    public SeenRemoval withOther() {
        server.credentials = SeenWorld.known(
                List.of(new Credential(1, CRED, "contoso", 65536), new Credential(2, OTHER, "contoso", 65536)));
        return this;
    }

    public RemoveChoices choices() {
        return new RemoveChoices(
                new ProviderName("AzureKeyVault_EKM"),
                new RemoveChoices.SecretId(CLIENT, keyId),
                credentials,
                holds,
                "none",
                false,
                Assurances.NONE);
    }

    public PlanOutcome outcome() {
        return Planner.plan(Estate.of(inspection()), choices(), SeenWorld.NOW);
    }

    public static Plan plan() {
        return ((PlanOutcome.Ready) new SeenRemoval().outcome()).plan();
    }
}
