package keyturn.practice.web;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What all doors have in common: the certificate they show, the names they answer to, the faults that strike them, the log, the room for large bodies. */
public record WebDesk(SSLContext tls, OwnNames names, WebFaults faults, WebLog log, Room room) {

    private static final System.Logger LOG = System.getLogger(WebDesk.class.getName());
    private static final long SLOW = 2000;
    private static final int ROOM = 8 * 1024 * 1024;
    /** A line of the log holds no more of a path, or of a program's name. */
    private static final int SAID = 300;

    public WebDesk(SSLContext tls, WebFaults faults, WebLog log) {
        this(tls, new OwnNames(List.of()), faults, log);
    }

    public WebDesk(SSLContext tls, OwnNames names, WebFaults faults, WebLog log) {
        this(tls, names, faults, log, new Room(ROOM));
    }

    boolean unreachable(String door) {
        return faults.strikes(door, WebFault.Kind.VAULT_UNREACHABLE) || faults.strikes(door, WebFault.Kind.UNREACHABLE);
    }

    /** Makes the answer to a request, unless a fault does; empty hangs up. */
    Optional<Reply> answer(String door, Request request, Handler handler) {
        if (unreachable(door) || faults.strikes(door, WebFault.Kind.DROP_BEFORE)) {
            said(door, request, 0);
            return Optional.empty();
        }
        if (faults.strikes(door, WebFault.Kind.SLOW)) {
            pause();
        }
        hold(door, WebFault.Kind.HOLD_REQUEST);
        Reply reply = struck(door).orElseGet(() -> reply(door, request, handler));
        hold(door, WebFault.Kind.HOLD_RESPONSE);
        boolean dropped = faults.strikes(door, WebFault.Kind.DROP_AFTER);
        boolean inside = faults.strikes(door, WebFault.Kind.DROP_INSIDE);
        said(door, request, dropped || inside ? 0 : reply.status());
        return dropped ? Optional.empty() : Optional.of(inside ? reply.brokenOff() : reply);
    }

    private Optional<Reply> struck(String door) {
        if (faults.strikes(door, WebFault.Kind.THROTTLE)) {
            return Optional.of(throttled(door));
        }
        return faults.strikes(door, WebFault.Kind.UNAVAILABLE) ? Optional.of(unavailable()) : Optional.empty();
    }

    private void hold(String door, WebFault.Kind kind) {
        if (faults.strikes(door, kind)) {
            faults.hold();
        }
    }

    private void said(String door, Request request, int status) {
        log.said(door, cut(request.toString()), cut(request.header("user-agent").orElse("")), status);
    }

    private static String cut(String text) {
        return text.length() <= SAID ? text : text.substring(0, SAID) + "…";
    }

    private static Reply reply(String door, Request request, Handler handler) {
        try {
            return handler.answer(request);
        } catch (Refusal e) {
            return e.reply();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The door " + door + " could not answer " + cut(request.toString()) + ".",
                    e);
            return error(500, "InternalServerError", "The practice door failed. This is a fault of the range itself.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** 429 as the service behind a door words it. */
    public static Reply throttled(String door) {
        Reply reply = door.equals("vault")
                ? error(
                        429,
                        "Throttled",
                        "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached")
                : error(429, "TooManyRequests", "Too many requests were received. Try again later.");
        return reply.with("Retry-After", "1");
    }

    private static Reply unavailable() {
        return error(503, "ServiceUnavailable", "The service is temporarily unavailable.");
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(
                        status,
                        Json.object()
                                .set("error", Json.object().put("code", code).put("message", message)))
                .coded(code);
    }
}
