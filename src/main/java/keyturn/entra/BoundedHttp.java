package keyturn.entra;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads each answer to its end before anybody sees it, within a time and a size. Nothing here or above unpacks a compressed
 * body, so the size is that of what is read.
 */
final class BoundedHttp implements HttpClient {

    private static final int MEGABYTE = 1 << 20;

    private final HttpClient client;
    private final Waits waits;

    BoundedHttp(HttpClient client, Waits waits) {
        this.client = client;
        this.waits = waits;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.fromCallable(() -> sendSync(request, context)).subscribeOn(Schedulers.boundedElastic());
    }

    /** On a thread of its own: what waits for bytes that drip ends by being interrupted. */
    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        var answer = new CompletableFuture<HttpResponse>();
        Thread asking = Thread.ofVirtual().start(() -> complete(answer, request));
        try {
            return answer.get(waits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw LimitPassed.time(waits.whole().toSeconds());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new java.io.InterruptedIOException());
        } catch (ExecutionException failed) {
            throw thrown(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            asking.interrupt();
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error fault) {
            throw fault;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private void complete(CompletableFuture<HttpResponse> answer, HttpRequest request) {
        try (HttpResponse response = client.sendSync(request, Context.NONE)) {
            answer.complete(new ReadResponse(response, read(response)));
        } catch (IOException broken) {
            answer.completeExceptionally(new UncheckedIOException(broken));
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
    }

    private byte[] read(HttpResponse response) throws IOException {
        try (InputStream body = response.getBodyAsBinaryData().toStream()) {
            byte[] read = body.readNBytes(waits.megabytes() * MEGABYTE + 1);
            if (read.length > waits.megabytes() * MEGABYTE) {
                throw LimitPassed.size(waits.megabytes());
            }
            return read;
        }
    }
}
