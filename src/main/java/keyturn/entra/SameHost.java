package keyturn.entra;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * Lets requests go to one door alone. The next page of a list is where the page before says, and a token goes along: a door
 * that names another host would have it sent there.
 */
public final class SameHost implements HttpPipelinePolicy {

    private final String door;

    /** @param address of the door */
    public SameHost(String address) {
        URI own = URI.create(address);
        this.door = place(String.valueOf(own.getScheme()), String.valueOf(own.getHost()), own.getPort());
    }

    private static String place(String scheme, String host, int port) {
        int known = port >= 0 ? port : scheme.equals("https") ? 443 : 80;
        return (scheme + "://" + host + ":" + known).toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            check(context);
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        check(context);
        return next.processSync();
    }

    private void check(HttpPipelineCallContext context) {
        URL url = context.getHttpRequest().getUrl();
        if (!place(url.getProtocol(), url.getHost(), url.getPort()).equals(door)) {
            throw LimitPassed.elsewhere(url.getHost());
        }
    }
}
