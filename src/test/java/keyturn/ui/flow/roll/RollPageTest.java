package keyturn.ui.flow.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;
import keyturn.domain.Secret;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.SeenRemoval;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollChoices.Restart;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.forecast.SeenServer;
import keyturn.practice.scenario.Scenarios;
import keyturn.tools.BesideOthers;
import keyturn.tools.TiesHere;
import keyturn.ui.asks.Bystander;
import keyturn.ui.rehearse.PracticeBystander;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Planning;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** What the page on which a secret is rolled proposes, takes, and says at once. */
@BesideOthers
final class RollPageTest {

    private static final CredentialName ENGINE = new CredentialName("cred");
    private static final CredentialName ADMIN = new CredentialName("admin_cred");

    private final Draft draft = new Draft();
    private final TiesHere book = new TiesHere();
    private final SeenServer server = new SeenServer();

    RollPageTest() {
        server.credentials = SeenWorld.known(List.of(
                new Credential(1, ENGINE, "contoso", 65536),
                new Credential(2, ADMIN, "contoso", 65536),
                new Credential(3, new CredentialName("contoso.vault.azure.net"), "Managed Identity", 65536)));
    }

    private RollViewModel page(Tie... ties) {
        server.ties = new Ties(List.of(ties));
        Inspection seen = server.inspection();
        draft.inspection().set(seen);
        draft.turnTo(new RollFlow());
        var model = new RollViewModel(
                draft,
                new Planning(
                        draft,
                        new DirectBackground(),
                        (target, inspection, files, folders) -> inspection,
                        Clock.fixed(SeenWorld.NOW, ZoneOffset.UTC)),
                new Telling(draft, new DirectBackground(), book, Clock.fixed(SeenWorld.NOW, ZoneOffset.UTC)),
                nobody());
        model.entered();
        return model;
    }

    private static Bystander nobody() {
        return new PracticeBystander(new OpenWorld(), new Draft());
    }

    private static Tie told(CredentialName credential) {
        return new Tie(credential, SeenRemoval.CLIENT, new Tie.Told(SeenRemoval.ago(3)));
    }

    private Optional<RollChoices> chosen() {
        return draft.choices().get().map(RollChoices.class::cast);
    }

    private static Pick pick(RollViewModel model, CredentialName name) {
        return model.picks().stream()
                .filter(pick -> pick.held().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsGuessed() {
        RollViewModel model = page();
        assertTrue(model.picks().stream().noneMatch(pick -> pick.chosen().get()));
        assertEquals("", model.application().get());
        assertEquals(Optional.empty(), chosen());
    }

    @Test
    void whatIsKnownIsProposedAndEachOtherCredentialNeedsAReason() {
        RollViewModel model = page(told(ENGINE));
        assertEquals(SeenRemoval.CLIENT.value(), model.application().get());
        assertTrue(pick(model, ENGINE).chosen().get());
        assertEquals(Optional.empty(), chosen(), "the other one is neither chosen nor left");
        pick(model, ADMIN).why().set("a person's own");
        RollChoices choices = chosen().orElseThrow();
        assertEquals(List.of(ENGINE), choices.credentials());
        assertEquals(Map.of(ADMIN, "a person's own"), choices.left());
        assertEquals(List.of(SeenServer.SALES), choices.databases());
    }

    @Test
    void aReasonThatWouldNotStayOnOneLineIsNone() {
        RollViewModel model = page(told(ENGINE));
        for (String none : List.of(" ", "a\u202Enosrep", "two\u2028lines")) {
            pick(model, ADMIN).why().set(none);
            assertEquals(Optional.empty(), chosen(), none);
        }
    }

    @Test
    void aClientIdIsTakenWithoutItsHyphensToo() {
        RollViewModel model = page(told(ENGINE), told(ADMIN));
        model.application().set(SeenRemoval.CLIENT.withoutHyphens());
        assertEquals(Optional.of(SeenRemoval.CLIENT), chosen().orElseThrow().application());
        model.application().set("0000-not-an-id");
        assertEquals(Optional.empty(), chosen());
        assertTrue(model.applicationProblem().getValue().isPresent());
    }

    @Test
    void whatWasEnteredByMistakeIsSaidAtOnceAndOnlyLengthsAreShown() {
        RollViewModel model = page(told(ENGINE), told(ADMIN));
        model.secret().byDirectory().set(false);
        List.of(
                        SeenRemoval.OLD,
                        "a~b",
                        SeenRemoval.CLIENT.withoutHyphens() + "practice~NotASecret.OfAnybody-0123456789",
                        "practice~NotASecret.OfAnybody-0123456789 ")
                .forEach(wrong -> {
                    type(model, wrong);
                    assertTrue(model.secret().doubt().getValue().isPresent(), wrong);
                });
        type(model, "practice~NotASecret.OfAnybody-0123456789");
        assertEquals(Optional.empty(), model.secret().doubt().getValue());
        assertTrue(model.secret().lengths().getValue().contains("72"));
        assertFalse(model.secret().lengths().getValue().contains("practice"));
        assertEquals(new RollChoices.NewSecret.Typed(), chosen().orElseThrow().secret());
    }

    /** No run gave it its secret, so somebody may say what it is; what is said is kept and proposed at once. */
    @Test
    void asWhichApplicationACredentialSignsInCanBeSaidOnThePage() {
        RollViewModel model = page();
        Pick engine = pick(model, ENGINE);
        assertFalse(engine.byRun());
        engine.said().set("not an id");
        model.tell(engine);
        assertEquals(
                Optional.empty(),
                book.application(server.inspection().identity().name(), ENGINE));
        engine.said().set(SeenRemoval.CLIENT.withoutHyphens());
        model.tell(engine);
        assertEquals(
                Optional.of(SeenRemoval.CLIENT),
                book.application(server.inspection().identity().name(), ENGINE));
        assertTrue(pick(model, ENGINE).known().isPresent());
        assertTrue(pick(model, ENGINE).chosen().get());
        assertEquals(SeenRemoval.CLIENT.value(), model.application().get());

        var run = new Tie.OfRun("20261101-1", SeenRemoval.ago(1), Optional.empty(), Set.of());
        assertTrue(pick(page(new Tie(ENGINE, SeenRemoval.CLIENT, run)), ENGINE).byRun());
    }

    private static void type(RollViewModel model, String text) {
        model.type(Secret.of(text.toCharArray()));
    }

    @Test
    void theDayOfALaterRestartIsADay() {
        RollViewModel model = page(told(ENGINE), told(ADMIN));
        model.restart().by().set("2026-12-31");
        assertEquals(
                new Restart.Later(Optional.of(LocalDate.of(2026, 12, 31))),
                chosen().orElseThrow().restart());
        model.restart().by().set("soon");
        assertEquals(Optional.empty(), chosen());
        model.restart().now().set(true);
        assertEquals(new Restart.Now(), chosen().orElseThrow().restart());
    }

    /** Until the restart SQL Server may use the present secret, which has to be valid then. */
    @Test
    void theDayOfALaterRestartIsNotOverAndComesBeforeThePresentSecretEnds() {
        server.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), 9));
        RollViewModel model = page(told(ENGINE), told(ADMIN));
        LocalDate today = LocalDate.ofInstant(SeenServer.NOW, ZoneOffset.UTC);
        List.of(today.minusDays(1), today.plusDays(9), today.plusDays(180)).forEach(day -> {
            model.restart().by().set(day.toString());
            assertTrue(model.restart().byProblem().getValue().isPresent(), day.toString());
            assertEquals(Optional.empty(), chosen(), day.toString());
        });
        List.of(today, today.plusDays(8)).forEach(day -> {
            model.restart().by().set(day.toString());
            assertEquals(Optional.empty(), model.restart().byProblem().getValue());
            assertEquals(
                    new Restart.Later(Optional.of(day)), chosen().orElseThrow().restart());
        });
    }

    /** The application is the same one, and its secret ends on another day. */
    @Test
    void nothingOfAServerIsSaidOrChosenForTheNextOne() {
        server.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), 9));
        RollViewModel model = page(told(ENGINE), told(ADMIN));
        List<String> said = new ArrayList<>();
        model.applicationSaid().subscribe(text -> said.add(text));
        model.secret().byDirectory().set(false);
        model.secret().lifetime().set(Lifetime.OFFERED.getFirst());
        model.restart().by().set("2026-12-01");
        model.oldAtHand().set(true);

        server.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), 40));
        draft.inspection().set(server.inspection());
        model.entered();
        assertEquals("2026-12-01", model.restart().by().get(), "the same server was only looked at again");
        assertTrue(said.getLast().contains("40"), said.toString());

        server.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), 50));
        draft.inspection().set(elsewhere(server.inspection()));
        model.entered();
        assertTrue(said.getLast().contains("50"), said.toString());
        assertEquals(new Restart.Later(Optional.empty()), chosen().orElseThrow().restart());
        assertEquals(
                new RollChoices.NewSecret.ByDirectory(Lifetime.USUAL.life(), Optional.empty()),
                chosen().orElseThrow().secret());
        assertFalse(chosen().orElseThrow().oldAtHand());
    }

    private static Inspection elsewhere(Inspection seen) {
        var here = seen.identity();
        return new Inspection(
                new Inspection.ServerIdentity(
                        "SQL99", here.productVersion(), here.edition(), here.node(), here.loginName(), here.practice()),
                seen.takenAt(),
                seen.facts(),
                seen.ties(),
                seen.host());
    }

    @Test
    void itIsPractisedWhereASecretExpires() {
        assertTrue(Scenarios.names().contains(new RollPages().practice()));
        assertEquals("secret-expiring", new RollPages().practice());
    }
}
