package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/**
 * Codes for a device without a browser. Nobody types them anywhere on the range: whoever practises says yes at the
 * control door.
 */
final class DeviceDesk {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int WAITING = 100;

    private final Held<Directory> directory;
    private final Clock clock;
    private final Supplier<String> address;
    private final SecureRandom random = new SecureRandom();

    DeviceDesk(Held<Directory> directory, Clock clock, Supplier<String> address) {
        this.directory = directory;
        this.clock = clock;
        this.address = address;
    }

    Reply begin(Request request, Tenant tenant, SignInError errors) {
        Map<String, String> form = request.form();
        String client = form.getOrDefault("client_id", "");
        Application application = tenant.application(client).orElseThrow(() -> errors.noApplication(client, tenant));
        DeviceCode code = new DeviceCode(
                word(40),
                word(9),
                tenant.id(),
                application.clientId(),
                form.getOrDefault("scope", ""),
                clock.instant().plus(LIFE),
                java.util.Optional.empty(),
                false);
        directory.change(d -> new Held.Changed<>(room(d).with(code), code));
        String page = address.get() + "/devicelogin";
        ObjectNode body = Json.object()
                .put("user_code", code.userCode())
                .put("device_code", code.code())
                .put("verification_uri", page)
                .put("expires_in", LIFE.toSeconds())
                .put("interval", 1)
                .put(
                        "message",
                        "To sign in, use a web browser to open the page " + page + " and enter the code "
                                + code.userCode() + " to authenticate.");
        return Reply.json(200, body);
    }

    /** The oldest make room: whoever asks on and on shall not fill the memory. */
    private Directory room(Directory now) {
        return now.waiting().size() < WAITING
                ? now
                : now.without(now.waiting().getFirst().code());
    }

    private String word(int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Somebody answers each that waits: the first person of its tenant. */
    int settle(boolean yes) {
        return directory.change(d -> new Held.Changed<>(
                d.each(w -> yes ? w.by(first(d, w)) : w.refused()), d.waiting().size()));
    }

    private static String first(Directory directory, DeviceCode code) {
        return directory
                .tenant(code.tenant())
                .map(t -> t.people().getFirst().id())
                .orElse("");
    }
}
