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
import java.util.concurrent.locks.LockSupport;
import keyturn.practice.server.state.Patience;
import keyturn.practice.web.Json;

/** Requests over HTTPS, one at a time, as long as somebody waits for them. */
record Wire(HttpClient http, Patience patience) {

    private static final long LOOK = 50;
    private static final long LOOK_NANOS = Duration.ofMillis(LOOK).toNanos();
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

    /**
     * In a thread of its own, so that who waits may think better of it. The client's own way to do without one ends in the
     * pool that all of a process share, where somebody else's work may stand before it.
     */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = new CompletableFuture<>();
        Thread sender = Thread.ofVirtual().name("practice-connector").start(() -> ask(request, coming));
        while (true) {
            try {
                return coming.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                lookUp(sender);
            } catch (ExecutionException failed) {
                throw new IOException(failed.getCause());
            } catch (InterruptedException stopped) {
                sender.interrupt();
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private void ask(HttpRequest request, CompletableFuture<HttpResponse<byte[]>> coming) {
        try {
            coming.complete(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException calledOff) {
            coming.cancel(false);
        } catch (IOException | RuntimeException e) {
            coming.completeExceptionally(e);
        }
    }

    private void lookUp(Thread sender) {
        try {
            demandWaiter();
        } catch (CancellationException nobody) {
            sender.interrupt();
            throw nobody;
        }
    }

    private void demandWaiter() {
        if (patience.calledOff().getAsBoolean()) {
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
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            demandWaiter();
            LockSupport.parkNanos(Math.min(LOOK_NANOS, Math.max(1, end - System.nanoTime())));
        }
    }
}
