package keyturn.entra;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.net.URI;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Ends a sign-in whose door sends it elsewhere. Microsoft's never does; a proxy's or an attacker's page would be sent the secret,
 * and the client's own fault says nothing that helps.
 */
final class NoRedirect implements HttpPipelinePolicy {

    private static final int FIRST = 300;
    private static final int FIRST_ERROR = 400;

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process().map(NoRedirect::checked);
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        return checked(next.processSync());
    }

    private static HttpResponse checked(HttpResponse response) {
        int status = response.getStatusCode();
        if (status >= FIRST && status < FIRST_ERROR) {
            String place = Optional.ofNullable(response.getHeaderValue(HttpHeaderName.LOCATION))
                    .flatMap(NoRedirect::host)
                    .orElse("HTTP " + status);
            response.close();
            throw LimitPassed.elsewhere(place);
        }
        return response;
    }

    private static Optional<String> host(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
