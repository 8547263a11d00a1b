package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import keyturn.practice.azure.World;
import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Vault;
import keyturn.tools.Aside;
import keyturn.tools.BesideOthers;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each fault at each door: what the client sees, and whether what it asked for was done. All share one world and its faults, so they run one
 * after the other, which the lock brings about.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@ResourceLock("the world of WebFaultsTest")
final class WebFaultsTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

    private World world = World.NONE;

    @BeforeAll
    void open() throws Exception {
        world = World.of(Vault.Settings.STANDARD);
    }

    @AfterAll
    void close() {
        world.close();
    }

    static Stream<String> doors() {
        return WebFault.DOORS.stream();
    }

    /** Something that changes what the door keeps, each time. */
    private Wish act(String door) throws IOException, InterruptedException {
        return switch (door) {
            case "vault" ->
                new Wish(
                        door,
                        "POST",
                        "/keys/k/create?api-version=7.5",
                        world.token("https://vault.azure.net"),
                        "{\"kty\":\"EC\"}");
            case "login" ->
                new Wish(
                        door,
                        "POST",
                        "/" + World.TENANT + "/oauth2/v2.0/devicecode",
                        "",
                        "client_id=" + CLI + "&scope=https://vault.azure.net/.default");
            case "graph" ->
                new Wish(
                        door,
                        "POST",
                        "/v1.0/applications/" + Directory.id("test application") + "/addPassword",
                        world.token("https://graph.microsoft.com"),
                        "{}");
            default ->
                new Wish(
                        door,
                        "PATCH",
                        "/subscriptions/" + World.SUBSCRIPTION + "/resourceGroups/" + World.GROUP
                                + "/providers/Microsoft.KeyVault/vaults/near?api-version=2026-02-01",
                        world.token("https://management.azure.com"),
                        "{\"tags\":{\"last\":\"" + System.nanoTime() + "\"}}");
        };
    }

    /** What the doors keep, all of it. */
    private String state() {
        var directory = world.doors().directory();
        var application = directory.tenants().getFirst().applications().getFirst();
        var vaults = world.doors().vaults();
        return List.of(
                        directory.waiting().size(),
                        application.secrets().size(),
                        vaults.vault("near").orElseThrow().settings().tags(),
                        vaults.vault("main").orElseThrow().keys().values().stream()
                                .mapToInt(k -> k.versions().size())
                                .sum())
                .toString();
    }

    private String asked(Wish wish) throws IOException {
        String address =
                switch (wish.door()) {
                    case "vault" -> world.doors().vault();
                    case "login" -> world.doors().login();
                    case "graph" -> world.doors().graph();
                    default -> world.doors().manager();
                };
        return heard(address, wish);
    }

    static String heard(String address, Wish wish) throws IOException {
        try (RawClient client = new RawClient(URI.create(address).getPort())) {
            return client.say(wish.whole()).heard();
        } catch (IOException hungUpOn) {
            return "";
        }
    }

    private CompletableFuture<String> later(Wish wish) {
        return Aside.call(() -> {
            try {
                return asked(wish);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Asks once with the fault set, once when it is cleared; the second is done. */
    private String struck(String fault, String door) throws IOException, InterruptedException {
        Wish wish = act(door);
        world.faults().set(fault + "@" + door);
        String heard;
        try {
            heard = asked(wish);
        } finally {
            assertTrue(world.faults().clear(fault + "@" + door));
        }
        return heard;
    }

    private void isWell(String door) throws IOException, InterruptedException {
        String before = state();
        assertEquals(List.of(200), RawClient.statuses(asked(act(door))));
        assertNotEquals(before, state(), "this changes something");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void throttledIsToldWhenToComeBackAndNothingIsDone(String door) throws Exception {
        String before = state();
        String heard = struck("throttle", door);
        assertEquals(List.of(429), RawClient.statuses(heard));
        assertTrue(heard.contains("Retry-After: 1\r\n"), heard);
        assertEquals(before, state());
        isWell(door);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void unavailableDoesNothing(String door) throws Exception {
        String before = state();
        assertEquals(List.of(503), RawClient.statuses(struck("unavailable", door)));
        assertEquals(before, state());
        isWell(door);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void unreachableHangsUp(String door) throws Exception {
        String before = state();
        assertEquals("", struck("unreachable", door));
        assertEquals(before, state());
        isWell(door);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void droppedBeforeNothingIsDoneAndAfterItIs(String door) throws Exception {
        String before = state();
        assertEquals("", struck("drop-before", door));
        assertEquals(before, state());
        assertEquals("", struck("drop-after", door));
        assertNotEquals(before, state());
        isWell(door);
    }

    /** The head tells how long the answer would have been. */
    @ParameterizedTest
    @MethodSource("doors")
    void brokenOffItIsDoneAndHalfAnAnswerCame(String door) throws Exception {
        String before = state();
        String answer = struck("drop-inside", door);
        assertNotEquals(before, state());
        int body = answer.length() - answer.indexOf("\r\n\r\n") - 4;
        var length = java.util.regex.Pattern.compile("Content-Length: (\\d+)").matcher(answer);
        assertTrue(length.find(), answer);
        assertTrue(body < Integer.parseInt(length.group(1)), answer);
        isWell(door);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aHeldRequestIsDoneOnceItIsReleased(String door) throws Exception {
        String before = state();
        Wish wish = act(door);
        world.faults().set("hold-request@" + door);
        CompletableFuture<String> answer = later(wish);
        Deadline.await("it is held", LIMIT, () -> world.faults().held() == 1);
        assertTrue(world.faults().clear("hold-request"));
        assertEquals(before, state());
        assertFalse(answer.isDone());
        world.faults().release();
        assertEquals(List.of(200), RawClient.statuses(answer.join()));
        assertNotEquals(before, state());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aHeldAnswerComesOnceItIsReleased(String door) throws Exception {
        String before = state();
        Wish wish = act(door);
        world.faults().set("hold-response@" + door + ":1");
        CompletableFuture<String> answer = later(wish);
        Deadline.await("it is held", LIMIT, () -> world.faults().held() == 1);
        assertNotEquals(before, state(), "it is done");
        assertFalse(answer.isDone());
        isWell(door);
        world.faults().release();
        assertEquals(List.of(200), RawClient.statuses(answer.join()));
        world.faults().clear("hold-response");
    }

    @Test
    void slowTakesTwoSecondsAtEachDoor() throws Exception {
        List<Wish> wishes = List.of(act("vault"), act("login"), act("graph"), act("azure"));
        WebFault.DOORS.forEach(door -> world.faults().set("slow@" + door));
        long start = System.nanoTime();
        List<CompletableFuture<Long>> answers = wishes.stream()
                .map(wish -> later(wish).thenApply(heard -> {
                    assertEquals(List.of(200), RawClient.statuses(heard));
                    return System.nanoTime() - start;
                }))
                .toList();
        for (CompletableFuture<Long> each : answers) {
            assertTrue(each.join() >= Duration.ofSeconds(2).toNanos());
        }
        world.faults().clear("slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slow@moon",
                "throttle@vault:0",
                "throttle@vault:x",
                "secret-rejected@graph",
                "slow",
                "hold-request",
                "vault-unreachable@login"
            })
    void whatIsNoFaultOfADoorIsNotSet(String text) {
        assertThrows(IllegalArgumentException.class, () -> world.faults().set(text));
    }
}
