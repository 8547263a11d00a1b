package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import keyturn.practice.tds.Certificate;
import keyturn.tools.BesideOthers;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes to a door: answered, or refused with a status, or shown out; and nothing of them stays. */
@BesideOthers
final class WebServerTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int BODY = 64 * 1024;
    private static final Limits PATIENT =
            new Limits(8, 4_096, BODY, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    private static final Limits IMPATIENT =
            new Limits(8, 4_096, BODY, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final String GET = "GET /%s HTTP/1.1\r\nHost: here\r\n\r\n";
    private static final String POST = "POST /%s HTTP/1.1\r\nHost: here\r\n";

    private final Room room = new Room(2 * BODY);
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final WebDesk desk = new WebDesk(
            Certificate.create(Instant.now()).tls(),
            new OwnNames(List.of()),
            new WebFaults(),
            (door, request, program, status) -> log.add(request + " " + status),
            room);
    private final WebServer server = server(PATIENT);
    private final WebServer hasty = server(IMPATIENT);

    private WebServer server(Limits limits) {
        return WebServer.start(
                "vault",
                0,
                desk,
                request -> Reply.text(200, request + " " + request.body().text()),
                limits);
    }

    private RawClient client() throws IOException {
        return new RawClient(server.port());
    }

    private RawClient hurried() throws IOException {
        return new RawClient(hasty.port());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        Deadline.await("everybody has gone", LIMIT, () -> server.connections() + hasty.connections() == 0);
        assertEquals(2 * BODY, room.free());
        try (RawClient client = client().say(GET.formatted("well"))) {
            assertTrue(client.answer().endsWith("GET /well "), "it still answers");
        }
        server.close();
        hasty.close();
    }

    @Test
    void requestsFollowOneAnotherWithoutWaiting() throws IOException {
        try (RawClient client = client()) {
            client.say(GET.formatted("1") + POST.formatted("2") + "Content-Length: 3\r\n\r\nabc"
                    + GET.formatted("3").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            String heard = client.heard();
            assertEquals(List.of(200, 200, 200), RawClient.statuses(heard));
            assertTrue(heard.contains("POST /2 abc") && heard.endsWith("GET /3 "), heard);
        }
    }

    @Test
    void aBodyComesInPartsAndAfterAWord() throws IOException {
        try (RawClient client = client()) {
            client.say(POST.formatted("chunks")
                    + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n");
            assertTrue(client.answer().endsWith("POST /chunks abcde"));
            client.say(POST.formatted("later") + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertTrue(client.answer().startsWith("HTTP/1.1 100 Continue"));
            assertTrue(client.say("ok").answer().endsWith("POST /later ok"));
        }
    }

    @Test
    void aHeadHasNoBodyAndOldClientsAreHungUpOn() throws IOException {
        try (RawClient client = client()) {
            client.say("HEAD /x HTTP/1.1\r\nHost: here\r\n\r\nGET https://here/y?z=1 HTTP/1.0\r\n\r\n");
            String heard = client.heard();
            assertEquals(List.of(200, 200), RawClient.statuses(heard));
            assertTrue(heard.endsWith("GET /y "), heard);
            assertFalse(heard.contains("HEAD /x"), heard);
        }
    }

    /** A page whose name was made to lead to this machine, as browsers can be made to believe. */
    @Test
    void whatIsAskedOfAnotherNameIsNotAnswered() throws IOException {
        Handler own = new OwnNames(List.of("*.vault.example")).only(request -> Reply.text(200, "mine"));
        try (WebServer door = WebServer.start("vault", 0, desk, own, PATIENT)) {
            for (String name :
                    List.of("127.0.0.1:" + door.port(), "localhost", "my.vault.azure.net", "my.vault.example")) {
                assertEquals(List.of(200), asked(door, name), name);
            }
            for (String name : List.of("attacker.example", "127.0.0.1.attacker.example", "vault.azure.net.example")) {
                assertEquals(List.of(421), asked(door, name), name);
            }
        }
    }

    private static List<Integer> asked(WebServer door, String name) throws IOException {
        try (RawClient client = new RawClient(door.port())) {
            client.say("GET / HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n");
            return RawClient.statuses(client.heard());
        }
    }

    @Test
    void whoHasSaidAllStillGetsTheAnswer() throws IOException {
        try (RawClient client = client()) {
            assertEquals(
                    List.of(200),
                    RawClient.statuses(client.say(GET.formatted("last")).end().heard()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'rubbish~~'",
        "400, 'GET /~~'",
        "400, 'get / HTTP/1.1~Host: h~~'",
        "400, 'GET x HTTP/1.1~Host: h~~'",
        "400, 'GET mailto:x HTTP/1.1~Host: h~~'",
        "505, 'GET / HTTP/2.0~Host: h~~'",
        "400, 'GET / HTTP/1.1~~'",
        "400, 'GET / HTTP/1.1~Host: h~Host: i~~'",
        "400, 'GET / HTTP/1.1~Host h~~'",
        "400, 'GET / HTTP/1.1~Ho st: h~~'",
        "400, 'GET / HTTP/1.1~Host: h~ folded~~'",
        "400, 'POST / HTTP/1.1~Host: h~Content-Length: -1~~'",
        "400, 'POST / HTTP/1.1~Host: h~Content-Length: 1~Content-Length: 1~~x'",
        "400, 'POST / HTTP/1.1~Host: h~Content-Length: 1~Transfer-Encoding: chunked~~x'",
        "400, 'POST / HTTP/1.1~Host: h~Transfer-Encoding: gzip~~x'",
        "400, 'POST / HTTP/1.1~Host: h~Transfer-Encoding: chunked~~x~'",
        "400, 'POST / HTTP/1.1~Host: h~Transfer-Encoding: chunked~~1~xy~'",
        "413, 'POST / HTTP/1.1~Host: h~Transfer-Encoding: chunked~~fffffff~'",
        "413, 'POST / HTTP/1.1~Host: h~Content-Length: 99999999999999999999~~'"
    })
    void whatIsNoRequestIsRefused(int status, String lines) throws IOException {
        try (RawClient client = client()) {
            String text = lines.replace("~", "\r\n");
            assertEquals(List.of(status), RawClient.statuses(client.say(text).heard()), text);
        }
        assertEquals(List.of(), log, "nobody was asked");
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheAnswerIsSeen() throws IOException {
        try (RawClient client = client()) {
            client.say(POST.formatted("x") + "Content-Length: " + (BODY + 1) + "\r\n\r\n" + "y".repeat(BODY + 1));
            assertEquals(List.of(413), RawClient.statuses(client.heard()));
        }
        try (RawClient client = client()) {
            client.say("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n");
            assertEquals(List.of(431), RawClient.statuses(client.heard()));
        }
        try (RawClient client = client()) {
            client.say(POST.formatted("x") + "Content-Length: " + BODY + "\r\n\r\n" + "y".repeat(BODY));
            assertEquals(List.of(200), RawClient.statuses(client.end().heard()), "that much may come");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1\r\nHost: h\r\nX: ",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            })
    void whoSaysNothingMoreIsShownOut(String text) throws IOException {
        try (RawClient client = hurried()) {
            assertEquals(List.of(), RawClient.statuses(client.say(text).heard()), text);
        } catch (IOException shownOutInTheHandshake) {
            assertTrue(log.isEmpty());
        }
    }

    @Test
    void whoDoesNotGetThroughTheHandshakeIsShownOut() throws IOException {
        for (String text : List.of("", "GET / HTTP/1.1\r\nHost: h\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001")) {
            try (Socket socket = RawClient.plain(hasty.port())) {
                socket.getOutputStream().write(RawClient.bytes(text));
                assertEquals(List.of(), RawClient.statuses(RawClient.rest(socket.getInputStream())), text);
            }
        }
    }

    /** A byte now and then is not enough: a request has a time for the whole of it. */
    @Test
    void dripsDoNotLengthenTheTime() throws IOException {
        try (RawClient client = hurried()) {
            client.say("GET / HTTP/1.1\r\nHost: h\r\n");
            Deadline.await("the door is closed", LIMIT, () -> {
                try {
                    client.say("X: y\r\n");
                    return hasty.connections() == 0;
                } catch (IOException closed) {
                    return true;
                }
            });
        }
    }

    @Test
    void moreThanMayBeInAreHungUpOn() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            crowd.add(RawClient.plain(server.port()));
        }
        Deadline.await("the door is full", LIMIT, () -> server.connections() == 8);
        try (Socket late = RawClient.plain(server.port())) {
            assertEquals("", RawClient.rest(late.getInputStream()));
        }
        for (Socket each : crowd) {
            each.close();
        }
    }

    @Test
    void largeBodiesWaitForRoomAndGetNone() throws IOException {
        String large = POST.formatted("x") + "Content-Length: " + BODY + "\r\n\r\n" + "y".repeat(BODY - 1);
        Limits limits = new Limits(8, 4_096, BODY, Duration.ofSeconds(4), Duration.ofMinutes(1), Duration.ofMinutes(1));
        List<Integer> statuses = new ArrayList<>();
        try (WebServer busy = server(limits)) {
            List<RawClient> crowd = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                crowd.add(new RawClient(busy.port()).say(large));
            }
            for (RawClient each : crowd) {
                statuses.addAll(RawClient.statuses(each.heard()));
                each.close();
            }
        }
        assertTrue(statuses.contains(503) && !statuses.contains(200), statuses::toString);
    }

    @Test
    void aDoorThatFailsSaysSoAndTheLogHoldsNoMoreThanItNeeds() throws IOException {
        try (WebServer failing = WebServer.start(
                        "graph",
                        0,
                        desk,
                        r -> {
                            throw new IllegalStateException(r.header("x").orElse(""));
                        },
                        Limits.standard());
                RawClient client = new RawClient(failing.port())) {
            client.say("GET /" + "p".repeat(20_000) + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertEquals(List.of(500), RawClient.statuses(client.heard()));
        }
        assertEquals(1, log.size());
        assertTrue(log.getFirst().length() < 400, log.getFirst());
    }
}
