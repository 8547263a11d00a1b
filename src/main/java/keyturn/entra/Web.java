package keyturn.entra;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Requests with a token for one audience, for doors that need no client of their own. Logs nothing. */
public final class Web {

    private final HttpPipeline pipeline;

    /**
     * @param address of the door; nothing goes to another host
     * @param resource what tokens are asked for, such as {@code https://graph.microsoft.com}
     */
    public Web(Entra entra, String address, String resource, RetryOptions patience) {
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(entra.http())
                .policies(
                        new SameHost(address),
                        new RequestIdPolicy(),
                        new RetryPolicy(patience),
                        new BearerTokenAuthenticationPolicy(entra.tokensFor(resource), resource + "/.default"))
                .build();
    }

    /** An answer, good or bad. */
    public record Answer(int status, String body, Optional<String> requestId, Optional<Duration> pause) {

        public boolean good() {
            return status >= 200 && status < 300;
        }

        /** What the door said, once its body has been read. */
        public Failure.Said said(String code, String message) {
            return new Failure.Said(status, code, "", message, requestId, pause);
        }
    }

    /** @throws RuntimeException if no answer came; {@link Failure#of} tells why */
    public Answer get(String address) {
        return send(new HttpRequest(HttpMethod.GET, address));
    }

    /** @throws RuntimeException if no answer came; whether it was done is then not known */
    public Answer post(String address, String json) {
        return send(new HttpRequest(HttpMethod.POST, address)
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                .setBody(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws RuntimeException if no answer came; whether it was done is then not known */
    public Answer put(String address, String json) {
        return send(new HttpRequest(HttpMethod.PUT, address)
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                .setBody(json.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest request) {
        request.setHeader(HttpHeaderName.ACCEPT, "application/json");
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            String body = response.getBodyAsBinaryData().toString();
            return new Answer(
                    response.getStatusCode(),
                    body,
                    Failure.requestId(response),
                    Failure.pause(response.getHeaderValue(HttpHeaderName.RETRY_AFTER)));
        }
    }
}
