package keyturn.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.LimitPassed;
import keyturn.entra.NetworkProblems;
import keyturn.entra.Patience;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;

/** Questions to the resource manager, and what its refusals mean ({@code azure.403.AuthorizationFailed}). */
final class ManagerDoor {

    /** Key Vault's older ones retire on 27 February 2027, without exception. */
    static final String KEY_VAULT_VERSION = "?api-version=2026-02-01";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> STATUSES = Set.of(401, 403, 404, 429);
    /** Nobody waits for thousands of pages. */
    private static final int PAGES = 40;

    private final String address;
    private final Web web;
    private final Web acting;

    ManagerDoor(Entra entra, String address, String resource) {
        this.address = address;
        this.web = new Web(entra, address, resource, Patience.reading());
        this.acting = new Web(entra, address, resource, Patience.acting());
    }

    /** Something that was asked and not answered. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;
        private final boolean forbidden;

        Refused(Problem problem, boolean forbidden) {
            super(problem.code());
            this.problem = problem;
            this.forbidden = forbidden;
        }

        /** Anyone who asks may not see it; anything else says nothing of that. */
        boolean isForbidden() {
            return forbidden;
        }

        Problem problem() {
            return problem;
        }

        /** @param action of the resource manager that is lacked, on a scope */
        <T> Told<T> told(String action, String scope) {
            return forbidden
                    ? new Told.Forbidden<>(new Permission(action, scope), problem)
                    : new Told.Failed<>(problem);
        }
    }

    /** The one answer to a path with its query. */
    JsonNode get(String path) throws Refused {
        return asked(address + path);
    }

    /** All elements of a list, page by page; a next page at another door is refused. */
    List<JsonNode> list(String path) throws Refused {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> page = Optional.of(address + path);
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == PAGES) {
                throw refused(Failure.of(LimitPassed.pages(PAGES)));
            }
            JsonNode answer = asked(page.get());
            answer.path("value").forEach(all::add);
            page = Optional.ofNullable(answer.path("nextLink").textValue()).filter(next -> !next.isEmpty());
        }
        return all;
    }

    /** A question that is put by a body, and changes nothing. */
    JsonNode post(String path, String json) throws Refused {
        return heard(() -> web.post(address + path, json));
    }

    /**
     * Has something made or changed.
     *
     * @param sameAsDone codes of refusals that say that it is so already
     * @return empty: it was done
     */
    Optional<Outcome> put(String path, String json, String... sameAsDone) {
        try {
            Web.Answer answer = acting.put(address + path, json);
            JsonNode error = tree(answer.body()).path("error");
            if (answer.good() || Set.of(sameAsDone).contains(error.path("code").asText(""))) {
                return Optional.empty();
            }
            return Optional.of(outcome(answer.said(
                    error.path("code").asText(""), error.path("message").asText(""))));
        } catch (RuntimeException failure) {
            return Optional.of(outcome(Failure.of(failure)));
        }
    }

    private Outcome outcome(Failure failure) {
        Problem problem = problem(failure);
        return switch (failure.reach()) {
            case NOT_SENT -> new Outcome.NotSent(problem);
            case REFUSED -> new Outcome.Refused(problem, RefusalKind.OTHER);
            case UNANSWERED -> new Outcome.Unanswered(problem);
        };
    }

    private JsonNode asked(String whole) throws Refused {
        return heard(() -> web.get(whole));
    }

    private JsonNode heard(Supplier<Web.Answer> question) throws Refused {
        try {
            Web.Answer answer = question.get();
            JsonNode tree = tree(answer.body());
            if (answer.good()) {
                return tree;
            }
            JsonNode error = tree.path("error");
            throw refused(answer.said(
                    error.path("code").asText(""), error.path("message").asText("")));
        } catch (RuntimeException failure) {
            throw refused(Failure.of(failure));
        }
    }

    Refused refused(Failure failure) {
        boolean forbidden = failure instanceof Failure.Said said && said.status() == 403;
        return new Refused(problem(failure), forbidden);
    }

    Problem problem(Failure failure) {
        Message place = Message.of("azure.place", address);
        return switch (failure) {
            case Failure.NoToken told -> told.problem();
            case Failure.Network network -> NetworkProblems.of("azure", place, network);
            case Failure.Limit limit -> NetworkProblems.ofLimit("azure", place, limit);
            case Failure.Client own -> NetworkProblems.ofClient("azure", place, own.detail());
            case Failure.Said said -> said(said);
        };
    }

    private static Problem said(Failure.Said said) {
        String key = "azure." + (STATUSES.contains(said.status()) ? String.valueOf(said.status()) : "other");
        String pause = said.pause().map(p -> String.valueOf(p.toSeconds())).orElse("30");
        return new Problem(
                "azure." + said.status() + (said.code().isEmpty() ? "" : "." + said.code()),
                Message.of(key, said.status()),
                Optional.of(said.detail()),
                Message.of(key + ".next", pause));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
