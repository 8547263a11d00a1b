package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.Health;
import keyturn.plan.due.DueMark;
import keyturn.plan.due.KnownDates;
import keyturn.plan.forecast.Outlook;
import keyturn.ui.home.HomeViewModel;
import keyturn.ui.home.KeyRow;
import keyturn.ui.home.Overview;
import keyturn.ui.home.VaultHead;
import keyturn.ui.home.VaultPart;
import keyturn.ui.home.period.DueAfter;
import keyturn.ui.home.period.Periods;
import keyturn.ui.home.period.WarnBefore;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Settings;
import org.junit.jupiter.api.Test;

/** What the overview says of a vault, of the age of keys, and of secrets that end. */
final class VaultOverviewTest {

    private static final Period YEAR = Settings.USUAL_ROTATION;

    /** Banner and time line warn at one time: that which somebody has set. */
    @Test
    void theTimeLineWarnsAsEarlyAsItIsSet() throws Exception {
        Inspection seen = new HandMade().hasVault(HandMadeVault.secretFor(90)).look();
        Period early = Period.ofDays(120);
        Overview told = Overview.of(seen, new Periods(Period.ofYears(9), early), ZoneOffset.UTC, KnownDates.NONE);
        assertEquals(
                List.of(Health.State.ATTENTION),
                told.due().rows().stream()
                        .flatMap(row -> row.marks().stream())
                        .filter(mark -> mark.kind() == DueMark.Kind.SECRET_EXPIRES)
                        .map(DueMark::state)
                        .toList());
    }

    @Test
    void aKeyIsAsOldAsTheVaultSaysAndDueAfterThePeriodThatIsSet() {
        KeyRow key = overview(HandMadeVault.seen(), YEAR).keys().getFirst();
        assertEquals("tde-key-2024 / 3f2a0000…", key.vaultKey());
        assertEquals(Message.of("ui.home.since.vault", "30 Oct 2025").text(), key.since());
        assertEquals("390 d", key.age());
        assertEquals(new Tag(Tone.ATTENTION, "due since 30 Oct 2026"), key.rotation());
        KeyRow later = overview(HandMadeVault.seen(), Period.ofYears(2)).keys().getFirst();
        assertEquals(new Tag(Tone.FINE, "due in 340 d"), later.rotation());
    }

    @Test
    void withoutAVaultAKeyIsAsOldAsItWasFirstSeenInSqlServer() {
        Overview seen = Overview.of(
                new HandMade().look(), new Periods(YEAR, Outlook.USUAL_WARNING), ZoneOffset.UTC, KnownDates.NONE);
        assertEquals(
                Message.of("ui.home.since.server", "28 Jan 2026").text(),
                seen.keys().getFirst().since());
        assertEquals("300 d", seen.keys().getFirst().age());
        assertTrue(seen.vault().isEmpty());
    }

    @Test
    void whoWantsToBeWarnedEarlierIs() {
        var settings = new KeptSettings();
        var draft = new Draft();
        draft.inspection().set(new HandMade().hasVault(HandMadeVault.seen()).look());
        var page = page(draft, settings);
        int usual = warnings(page);
        page.periods().warnBefore(new WarnBefore(Period.ofYears(3)));
        assertTrue(warnings(page) > usual);
        assertEquals(Period.ofYears(3), settings.expiryWarning());
        var again = page(draft, settings);
        again.entered();
        assertEquals(
                new WarnBefore(Period.ofYears(3)), again.periods().warning().getValue());
    }

    private static int warnings(HomeViewModel page) {
        return page.overview().getValue().orElseThrow().forecast().warnings().size();
    }

    @Test
    void whatThePeriodIsSetToIsKeptForTheNextTime() {
        var settings = new KeptSettings();
        var draft = new Draft();
        draft.inspection().set(new HandMade().hasVault(HandMadeVault.seen()).look());
        var page = page(draft, settings);
        page.periods().rotateAfter(new DueAfter(Period.ofYears(2)));
        assertEquals(Period.ofYears(2), settings.rotationDue());
        var again = page(draft, settings);
        again.entered();
        assertEquals("2 years", again.periods().due().getValue().toString());
        assertEquals(
                Tone.FINE,
                again.overview()
                        .getValue()
                        .orElseThrow()
                        .keys()
                        .getFirst()
                        .rotation()
                        .tone());
    }

    @Test
    void aSecretThatEndsIsSaidByColourSignAndWord() {
        assertEquals(new Tag(Tone.FINE, "fine"), secret(200));
        assertEquals(new Tag(Tone.ATTENTION, "expires"), secret(30));
        assertEquals(new Tag(Tone.DANGER, "expires"), secret(9));
        assertEquals(new Tag(Tone.DANGER, "expired"), secret(-3));
    }

    @Test
    void rightsThatAreMissingAreSaidPlainly() {
        VaultPart part = overview(HandMadeVault.seen(), YEAR).vault().orElseThrow();
        String head = part.heads().getFirst().lines().stream().collect(Collectors.joining(" "));
        assertTrue(head.contains("may: get, list, wrapKey, unwrapKey."), head);
        assertTrue(head.contains("It lacks: create, backup."), head);
        assertTrue(head.contains("tde-key-2019"), "a deleted key still takes its name");
    }

    @Test
    void theVersionInUseStandsBesideTheCurrentOne() {
        VaultPart part = overview(HandMadeVault.seen(), YEAR).vault().orElseThrow();
        assertEquals(
                List.of("9c1d0000…: –", "3f2a0000… · older: TDE_Key_2024", "77b00000…: –", "0badc0de…: –"),
                part.keys().stream()
                        .map(row -> row.version() + ": " + row.usedBy())
                        .toList());
        assertEquals(new Tag(Tone.DANGER, "disabled"), part.keys().getLast().state());
    }

    @Test
    void aVaultThatIsOutOfReachIsUnknownAndItsNextStepIsSaid() {
        Overview seen = overview(HandMadeVault.unreachable(), YEAR);
        VaultPart part = seen.vault().orElseThrow();
        assertEquals(0, part.read());
        assertEquals(1, part.problems().size());
        assertEquals(
                List.of(Tone.DANGER, Tone.ATTENTION, Tone.ATTENTION),
                part.heads().stream().map(VaultHead::state).map(Tag::tone).toList(),
                "the vault, the application, and the credentials whose application is not known");
        assertEquals("unknown", card(seen, "Key vault").value());
        List<String> gaps = seen.gaps().stream().map(gap -> gap.why()).toList();
        assertTrue(gaps.contains("needs Application.Read.All"), gaps::toString);
        assertEquals(2, gaps.size(), "what stands in the problem is said once");
    }

    @Test
    void aSecretThatTheSignInRefusedAsExpiredIsNotUnknown() {
        AzureSight none = HandMadeVault.unreachable();
        var client = new ClientId("11111111-2222-3333-4444-555555555555");
        var sight = new AzureSight(
                none.vaults(),
                none.application(),
                none.problems(),
                Optional.of(client),
                List.of(),
                Optional.of(client));
        assertEquals(
                Optional.of(Tone.DANGER),
                card(overview(sight, YEAR), "Client secret").tag().map(Tag::tone));
    }

    @Test
    void aBackupThatARunWroteIsKnown() {
        AzureSight sight = HandMadeVault.seen();
        assertTrue(jobs(sight, KnownDates.NONE).contains("plan.next.backup"));
        var dates = new KnownDates(List.of(new KnownDates.VaultKeyBackup("tde-key-2024", HandMade.NOW)), List.of());
        assertFalse(jobs(sight, dates).contains("plan.next.backup"));
        var older = new KnownDates(
                List.of(new KnownDates.VaultKeyBackup("tde-key-2024", HandMade.NOW.minus(Duration.ofDays(900)))),
                List.of());
        assertTrue(jobs(sight, older).contains("plan.next.backup"), "of a version before this one");
    }

    private static List<String> jobs(AzureSight sight, KnownDates dates) {
        return Overview.of(
                        new HandMade().hasVault(sight).look(),
                        new Periods(YEAR, Outlook.USUAL_WARNING),
                        ZoneOffset.UTC,
                        dates)
                .next()
                .stream()
                .map(job -> job.what().key())
                .toList();
    }

    private static Tag secret(int days) {
        return card(overview(HandMadeVault.secretFor(days), YEAR), "Client secret")
                .tag()
                .orElseThrow();
    }

    private static FactCard card(Overview seen, String caption) {
        return seen.cards().keys().stream()
                .filter(card -> card.caption().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    private static Overview overview(AzureSight sight, Period due) {
        return Overview.of(
                new HandMade().hasVault(sight).look(),
                new Periods(due, Outlook.USUAL_WARNING),
                ZoneOffset.UTC,
                KnownDates.NONE);
    }

    private static HomeViewModel page(Draft draft, Settings settings) {
        return HomeOfTests.of(draft, new HandMade(), settings);
    }
}
