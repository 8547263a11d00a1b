package keyturn.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.entra.Failure;
import keyturn.entra.NetworkProblems;
import keyturn.entra.Web;

/** From what the directory said to problems: {@code directory.403.Authorization_RequestDenied}. */
final class GraphProblems {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers with words of their own. */
    private static final Set<String> KNOWN = Set.of(
            "401",
            "403",
            "404",
            "429",
            "400.CredentialInvalidLifetimeAsPerAppPolicy",
            "400.CredentialTypeNotAllowedAsPerAppPolicy",
            "403.CredentialInvalidLifetimeAsPerAppPolicy",
            "403.CredentialTypeNotAllowedAsPerAppPolicy");

    private final String graph;

    GraphProblems(String graph) {
        this.graph = graph;
    }

    Problem of(RuntimeException failure, String client) {
        Message place = Message.of("directory.place", graph);
        return switch (Failure.of(failure)) {
            case Failure.NoToken told -> told.problem();
            case Failure.Network network -> NetworkProblems.of("directory", place, network);
            case Failure.Limit limit -> NetworkProblems.ofLimit("directory", place, limit);
            case Failure.Client own -> NetworkProblems.ofClient("directory", place, own.detail());
            case Failure.Said said -> of(said, client);
        };
    }

    Problem of(Web.Answer answer, String client) {
        return of(said(answer), client);
    }

    static Failure.Said said(Web.Answer answer) {
        JsonNode error = tree(answer.body()).path("error");
        return answer.said(error.path("code").asText(""), error.path("message").asText(""));
    }

    private static Problem of(Failure.Said said, String client) {
        String code = said.status() + (said.code().isEmpty() ? "" : "." + said.code());
        String status = String.valueOf(said.status());
        String key = "directory." + (KNOWN.contains(code) ? code : KNOWN.contains(status) ? status : "other");
        Object[] places = {
            client,
            said.status(),
            said.pause().map(p -> String.valueOf(p.toSeconds())).orElse("30")
        };
        return new Problem(
                "directory." + code,
                Message.of(key, places),
                Optional.of(said.detail()),
                Message.of(key + ".next", places));
    }

    /** An answer that is no JSON has no fields. */
    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** Success was answered, and not by Microsoft Graph: a proxy or a network's page of its own stands between. */
    Problem noGraph() {
        return plain("no-graph", graph);
    }

    static Problem plain(String key, Object... places) {
        String words = "directory." + key;
        return new Problem(words, Message.of(words, places), Optional.empty(), Message.of(words + ".next", places));
    }
}
