package keyturn.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import keyturn.directory.ScriptedGraph.Answer;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSight.SignInSeen;
import keyturn.domain.inspection.Fact;
import keyturn.entra.AtAzure;
import keyturn.entra.Entra;
import keyturn.practice.azure.World;
import keyturn.run.door.Outcome;
import keyturn.script.act.DirectoryAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory answers that sends pages, lags behind itself, or is none. */
final class GraphAnswersTest extends AtAzure {

    private static final String AUDIENCE = "https://graph.microsoft.com";
    private static final String OLD = "30fee59e-0000-4000-8000-000000000001";
    private static final String NEW = "30fee59e-0000-4000-8000-000000000002";
    private static final String HTML = "<html><body>Sign in to the guest network</body></html>";

    @TempDir
    private Path here;

    private String next = "";

    /** The sign-in's own secret is the new one, as its first letters tell. */
    private static String listed(String keyId) {
        String hint = keyId.equals(NEW) ? World.SECRET.substring(0, 3) : "old";
        return "{\"keyId\":\"" + keyId + "\",\"hint\":\"" + hint + "\",\"endDateTime\":\"2999-01-01T00:00:00Z\"}";
    }

    private static Answer application(String... keyIds) {
        String secrets = String.join(
                ",", List.of(keyIds).stream().map(GraphAnswersTest::listed).toList());
        return new Answer(
                200, "{\"value\":[{\"id\":\"o\",\"displayName\":\"test\",\"passwordCredentials\":[" + secrets + "]}]}");
    }

    private Answer page(String rows) {
        return new Answer(200, "{\"value\":[" + rows + "],\"@odata.nextLink\":\"" + next + "\"}");
    }

    private static final String ROW =
            "{\"keyId\":\"" + OLD + "\",\"signInActivity\":{\"lastSignInDateTime\":\"2026-11-20T10:00:00Z\"}}";

    /** @param script for what is not the application itself */
    private Fact<List<SignInSeen>> signIns(Function<String, Answer> script) throws Exception {
        open(standard());
        try (ScriptedGraph graph =
                new ScriptedGraph(path -> path.startsWith("/v1.0/") ? application(OLD, NEW) : script.apply(path))) {
            next = next.isEmpty() ? graph.address() + "/beta/more?page=2" : next;
            return answer(new GraphReader(at(graph), graph.address(), AUDIENCE).application(CLIENT))
                    .signIns();
        }
    }

    private Entra at(ScriptedGraph graph) throws Exception {
        AzureDoors doors = doors();
        return entra(new AzureDoors(
                doors.vaults(),
                doors.signIn(),
                doors.tenant(),
                doors.cloud(),
                doors.endpoints(),
                Optional.of(Files.writeString(here.resolve("both.pem"), world.pem() + graph.pem())),
                doors.application()));
    }

    @Test
    void aSignInOfTheSecondPageCounts() throws Exception {
        Fact<List<SignInSeen>> seen =
                signIns(path -> path.contains("page=2") ? new Answer(200, "{\"value\":[" + ROW + "]}") : page(""));
        assertEquals(
                List.of(new SignInSeen(OLD, Instant.parse("2026-11-20T10:00:00Z"))),
                seen.value().orElseThrow());
    }

    @Test
    void ofAReportWithoutAnEndNothingIsKnown() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Fact<List<SignInSeen>> seen = signIns(path -> {
            asked.incrementAndGet();
            return page(ROW);
        });
        assertInstanceOf(Fact.Unknown.class, seen);
        assertEquals(GraphPages.MOST, asked.get());
    }

    /** Else what somebody else says of where to go on would be asked with our token. */
    @Test
    void aPageOnAnotherHostIsNotAsked() throws Exception {
        next = "https://localhost:9/beta/more";
        assertInstanceOf(Fact.Unknown.class, signIns(path -> page(ROW)));
    }

    @Test
    void whatIsNoReportSaysNothingOfSignIns() throws Exception {
        assertInstanceOf(Fact.Unknown.class, signIns(path -> new Answer(200, HTML)));
    }

    /** @param list of the application, asked before the removal and after it */
    private Outcome removed(Answer removal, Supplier<Answer> list) throws Exception {
        open(standard());
        try (ScriptedGraph graph = new ScriptedGraph(path -> path.endsWith("/removePassword") ? removal : list.get());
                GraphWriter writer = new GraphWriter(
                        at(graph), graph.address(), AUDIENCE, Collections.nCopies(4, Duration.ofMillis(1)))) {
            return writer.perform(new DirectoryAct.RemoveSecret(CLIENT, OLD, "old"));
        }
    }

    private static void assertUnknown(String code, Outcome outcome) {
        assertEquals(
                code,
                assertInstanceOf(Outcome.Unanswered.class, outcome).problem().code());
    }

    @Test
    void onlyTheAnswerOfMicrosoftGraphIsARemoval() throws Exception {
        assertUnknown("directory.no-graph", removed(new Answer(200, HTML), () -> application(OLD, NEW)));
    }

    @Test
    void whatASlowDirectoryStillListsIsLookedAtAgain() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Supplier<Answer> slow = () -> looks.incrementAndGet() <= 3 ? application(OLD, NEW) : application(NEW);
        assertInstanceOf(Outcome.Done.class, removed(new Answer(204, ""), slow));
        assertEquals(5, looks.get(), "one before, two in vain, and two in a row");
    }

    @Test
    void whatIsListedForLongIsUnknown() throws Exception {
        assertUnknown("directory.still-listed", removed(new Answer(204, ""), () -> application(OLD, NEW)));
    }
}
