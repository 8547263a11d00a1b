package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Aside;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;

/** A range is told its faults in two ways. */
final class FaultsOfARangeTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** As on the command line, and over the control door while the range runs. */
    @Test
    void aRangeTakesThemAtItsStartAndWhileItRuns() throws Exception {
        RangeOptions options =
                RangeOptions.of("healthy").withFaults(List.of("throttle@graph", "secret-rejected@login:1"));
        try (Range range = Range.start(options);
                HttpClient http = HttpClient.newHttpClient()) {
            WebVisitor visitor = new WebVisitor(range.offers());
            String graph = String.valueOf(range.offers().get("graph"));
            Wish ask = new Wish("graph", "GET", "/v1.0/applications", "", "");
            assertThrows(AssertionError.class, () -> visitor.token("https://graph.microsoft.com"), "once");
            visitor.token("https://graph.microsoft.com");
            assertEquals(List.of(429), RawClient.statuses(WebFaultsTest.heard(graph, ask)));
            assertEquals(200, post(http, range, "/fault?clear=throttle@graph"));
            assertEquals(List.of(401), RawClient.statuses(WebFaultsTest.heard(graph, ask)));
            assertEquals(200, post(http, range, "/fault?set=hold-response@graph"));
            CompletableFuture<String> answer = Aside.call(() -> {
                try {
                    return WebFaultsTest.heard(graph, ask);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Deadline.await("it goes on when released", LIMIT, () -> {
                try {
                    return post(http, range, "/release") == 200 && answer.isDone();
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertEquals(List.of(401), RawClient.statuses(answer.join()));
            assertEquals(400, post(http, range, "/fault?set=slow@moon"));
        }
    }

    private static int post(HttpClient http, Range range, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(range.control() + path))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
