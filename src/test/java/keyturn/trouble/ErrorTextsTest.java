package keyturn.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.trouble.text.Clue;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that people paste lead to the right first cause, to patience in an outage, and to no guess where nothing is known. */
@BesideOthers
final class ErrorTextsTest {

    private static final Path REAL = Path.of("src/test/resources/keyturn/trouble/real-errors.txt");
    private static final Explainer EXPLAINER = new Explainer(Knowledge.all());

    private record Pasted(String cause, String source, String text) {
        @Override
        public String toString() {
            return cause + ", " + source;
        }
    }

    static Stream<Pasted> real() throws IOException {
        List<Pasted> all = new ArrayList<>();
        for (String part : Files.readString(REAL).split("(?m)^== ")) {
            if (!part.startsWith("#")) {
                List<String> lines = part.lines().toList();
                List<String> head = Arrays.asList(lines.getFirst().split(" \\| ", 2));
                all.add(new Pasted(head.get(0), head.get(1), String.join("\n", lines.subList(1, lines.size()))));
            }
        }
        return all.stream();
    }

    @Test
    void thereAreAtLeast25RealTexts() throws IOException {
        assertTrue(real().count() >= 25);
    }

    @ParameterizedTest
    @MethodSource("real")
    void aRealErrorLeadsToItsCause(Pasted pasted) {
        Explanation explanation = EXPLAINER.explain(pasted.text());
        assertEquals(pasted.cause(), explanation.causes().getFirst().slug(), () -> explanation.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot open session for cryptographic provider 'P'. Provider error code: 3111.",
                "Provider error code: 3011.",
                "AADSTS90033: A transient error has occurred. Please try again.",
                "Get-AzKeyVaultKey: Operation returned an invalid status code 'ServiceUnavailable' (503)"
            })
    void anOutageAsksForPatience(String text) {
        assertEquals(Verdict.WAIT, EXPLAINER.explain(text).verdict());
    }

    @Test
    void severalVaultsThatFailAtOnceAreAnOutage() {
        String one = "Unable to connect to the remote server https://alpha.vault.azure.net/keys\n";
        assertEquals(Verdict.CAUSES, EXPLAINER.explain(one).verdict());
        Explanation both = EXPLAINER.explain(one + one.replace("alpha", "beta"));
        assertEquals(Verdict.WAIT, both.verdict());
        assertEquals(RootCause.SERVICE_DOWN, both.causes().getFirst());
    }

    /** A vault that is only named did not fail. */
    @Test
    void oneVaultThatFailsBesideAnotherIsNoOutage() {
        Explanation one = EXPLAINER.explain("""
                The credential names https://beta.vault.azure.net/
                Unable to connect to the remote server https://alpha.vault.azure.net/keys
                """);
        assertEquals(Verdict.CAUSES, one.verdict());
    }

    /** Number, severity and state are no code of a provider. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: 33028, Severity: 16, State: 1.",
                "2026-11-27 02:11:04.10 spid52      Error: 33028, Severity: 16, State: 5.",
                "Fehler: 33028, Schweregrad: 16, Status: 1."
            })
    void theHeadOfAnErrorHasNoCode(String head) {
        assertEquals(
                List.of(33028),
                EXPLAINER.explain(head).found().stream()
                        .filter(Clue.OfMessage.class::isInstance)
                        .map(found -> ((Clue.OfMessage) found).message().number())
                        .toList());
        assertEquals(1, EXPLAINER.explain(head).found().size(), "the message alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error code 2058",
                "Error code: 2058",
                "errorcode 2058",
                "it returned 2058",
                "Azure Key Vault, error 2058 while it wrote"
            })
    void aCodeIsKnownHoweverPeopleWriteOfIt(String text) {
        assertEquals(RootCause.REGISTRY_RIGHTS, EXPLAINER.explain(text).causes().getFirst());
    }

    @Test
    void theExitCodeOfAnInstallerIsNoCodeOfTheProvider() {
        assertEquals(
                RootCause.INSTALL_REBOOT,
                EXPLAINER.explain("msiexec ended with exit code 3010").causes().getFirst());
    }

    /** The way to SQL Server is another one than the way from there to the vault. */
    @Test
    void aServerThatThisComputerDoesNotReachIsNoVaultThatTheServerDoesNotReach() {
        Explanation own =
                EXPLAINER.explain("SQL Server at sql01,1433 cannot be reached.\nConnection refused\n[sql.connect]");
        assertEquals(List.of(RootCause.SERVER_UNREACHABLE), own.causes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3013", "Msg 3013", "error 3013"})
    void aRestoreThatEndedIsNoOutage(String typed) {
        assertEquals(Verdict.CAUSES, EXPLAINER.explain(typed).verdict());
        assertEquals(
                RootCause.SEE_FIRST_MESSAGE, EXPLAINER.explain(typed).causes().getFirst());
    }

    @Test
    void aCodeOfAnotherVendorIsNotTranslatedByMicrosoftsList() {
        Explanation other = EXPLAINER.explain(
                "Cannot open session for cryptographic provider 'TransitVaultProvider'. Provider error code: 2050.");
        assertEquals("HashiCorp Vault", other.maker().name());
        assertTrue(other.found().contains(new Clue.ForeignCode(2050, other.maker())));
        assertEquals(RootCause.OTHER_PROVIDER, other.causes().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Sitzung kann nicht geöffnet werden. Anbieterfehlercode: 3303.  (Anbieterfehler)",
                "Meldung 33028, Ebene 16, Status 1, Zeile 1\nSitzung mit 'P' nicht möglich. Code: 3303.  (Fehler)",
                "Fehler: 33028, Schweregrad: 16, Status: 1.\nDie Sitzung ist nicht möglich. Anbieter-Fehlercode: 3303.",
                "Impossible d'ouvrir la session. Code d'erreur du fournisseur : 3303."
            })
    void otherLanguagesOfTheServerAreRead(String text) {
        assertEquals(RootCause.SECRET_EXPIRED, EXPLAINER.explain(text).causes().getFirst());
    }

    @Test
    void anUndocumentedCodeGetsTheUsualCauses() {
        Explanation gap = EXPLAINER.explain("Cannot open session for AKV. Provider error code: 3055.");
        assertTrue(gap.found().contains(new Clue.UndocumentedCode(3055)));
        Explanation bare = EXPLAINER.explain("Provider error code: 3055.");
        assertEquals(Verdict.UNDOCUMENTED, bare.verdict());
        assertEquals(
                List.of(RootCause.NO_ROUTE, RootCause.SERVICE_DOWN, RootCause.KEY_DELETED, RootCause.RUNTIME_MISSING),
                bare.causes());
    }

    @Test
    void aMessageAndACodeMayBeTypedAsTwoNumbers() {
        Explanation both = EXPLAINER.explain("33049 3112");
        assertEquals(2, both.found().size());
        assertEquals(RootCause.KEY_NAME_WRONG, both.causes().getFirst());
    }

    @Test
    void aCertificateIsNoVaultKey() {
        Explanation certificate =
                EXPLAINER.explain("Msg 33111: Cannot find server certificate with thumbprint '0xAB'.");
        assertEquals(RootCause.CERTIFICATE_ENCRYPTED, certificate.causes().getFirst());
    }

    @Test
    void aSymbolWithATypingErrorIsSuggested() {
        Explanation near = EXPLAINER.explain("ErrorGetTokenBadCredentals");
        assertEquals(Verdict.UNKNOWN, near.verdict());
        assertEquals("ErrorGetTokenBadCredentials", near.suggestions().getFirst());
    }

    @Test
    void numbersThatAreNoMessagesAreLeftAlone() {
        for (String text :
                List.of("port 33060", "10.33111.2.1", "0x33111AB", "I sold 9001 apples to 5069 people", "")) {
            assertEquals(List.of(), EXPLAINER.explain(text).found(), text);
        }
    }

    @Test
    void aHugeTextIsCutAndReadToItsEnd() {
        String log = "2026-11-27 02:11:04.1 spid5 Provider error code Msg Error: 3 (4 https://aaaa.vault.azure.net\n"
                .repeat(20_000);
        Explanation huge = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> EXPLAINER.explain(log));
        assertTrue(huge.cut());
    }
}
