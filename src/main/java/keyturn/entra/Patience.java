package keyturn.entra;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** What is asked again by itself. */
public final class Patience {

    /** A door that wants to be left alone for longer is left alone, and the person told for how long. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final int REPEATS = 2;

    /** Where many requests are sent one after the other, a pause of a door is kept rather than told. */
    private static final Duration LONGEST_PAUSE_OF_MANY = Duration.ofMinutes(2);

    private static final int REPEATS_OF_MANY = 12;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private Patience() {}

    /** For questions: twice more after what may pass, which changes nothing. */
    public static RetryOptions reading() {
        return options(REPEATS, tried -> mayPass(tried, LONGEST_PAUSE));
    }

    /** For many requests that change nothing: again and again, after as long a pause as the door asks for. */
    public static RetryOptions ofMany() {
        return options(REPEATS_OF_MANY, tried -> mayPass(tried, LONGEST_PAUSE_OF_MANY));
    }

    /** For acts: again only where the door said that it was too busy to look at the request. */
    public static RetryOptions acting() {
        return options(
                REPEATS,
                tried -> tried.getResponse() != null
                        && tried.getResponse().getStatusCode() == 429
                        && isPauseWithin(tried.getResponse(), LONGEST_PAUSE));
    }

    private static RetryOptions options(int repeats, Predicate<RequestRetryCondition> again) {
        var pauses = new ExponentialBackoffOptions()
                .setMaxRetries(repeats)
                .setBaseDelay(Duration.ofMillis(400))
                .setMaxDelay(Duration.ofSeconds(2));
        return new RetryOptions(pauses).setShouldRetryCondition(again);
    }

    private static boolean mayPass(RequestRetryCondition tried, Duration longest) {
        HttpResponse response = tried.getResponse();
        if (response != null) {
            return PASSING.contains(response.getStatusCode()) && isPauseWithin(response, longest);
        }
        Throwable failure = tried.getThrowable();
        return failure != null && passing(failure);
    }

    /** A connection that broke; what took long, or is not there, would do so again. */
    private static boolean passing(Throwable failure) {
        return Failure.of(failure) instanceof Failure.Network network && network.kind() == Failure.Kind.BROKEN;
    }

    private static boolean isPauseWithin(HttpResponse response, Duration longest) {
        return Failure.pause(response.getHeaderValue(HttpHeaderName.RETRY_AFTER))
                .filter(pause -> pause.compareTo(longest) > 0)
                .isEmpty();
    }
}
