package keyturn.practice.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import keyturn.practice.server.state.Patience;
import keyturn.practice.web.Json;

/** Requests over HTTPS, one at a time, as long as somebody waits for them. */
record Wire(HttpClient http, Patience patience) {

    private static final long LOOK = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** An answer. */
    record Said(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        /** @throws GaveUp with the code for a body that is no JSON */
        JsonNode json(int unreadable) {
            try {
                return Json.read(response.body());
            } catch (IOException e) {
                throw new GaveUp(unreadable);
            }
        }
    }

    /**
     * @param silence the code for no answer
     * @throws GaveUp where there is none
     */
    Said send(HttpRequest.Builder request, int silence) {
        HttpRequest whole = request.timeout(patience.each())
                .header("User-Agent", "SQL Server Connector (PRACTICE)")
                .header("Accept", "application/json")
                .build();
        for (int left = patience.again(); ; left--) {
            try {
                Said said = new Said(answer(whole));
                boolean passing = said.status() == 429 || said.status() >= 500;
                if (!passing || left <= 0) {
                    return said;
                }
                pause(retryAfter(said));
            } catch (IOException unanswered) {
                if (left <= 0) {
                    throw new GaveUp(silence);
                }
                pause(PAUSE);
            }
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        while (true) {
            try {
                return coming.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                lookUp(coming);
            } catch (ExecutionException failed) {
                throw new IOException(failed.getCause());
            } catch (InterruptedException stopped) {
                coming.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private void lookUp(CompletableFuture<?> coming) {
        if (patience.calledOff().getAsBoolean()) {
            coming.cancel(true);
            throw new CancellationException();
        }
    }

    private static Duration retryAfter(Said said) {
        Duration wished = said.response()
                .headers()
                .firstValue("Retry-After")
                .filter(v -> v.matches("\\d{1,4}"))
                .map(v -> Duration.ofSeconds(Long.parseLong(v)))
                .orElse(PAUSE);
        return wished.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wished;
    }

    private void pause(Duration pause) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            try {
                over.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                lookUp(over);
            } catch (InterruptedException | ExecutionException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
