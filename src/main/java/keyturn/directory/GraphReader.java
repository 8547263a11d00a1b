package keyturn.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.AzureSight.SignInSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.entra.Entra;
import keyturn.entra.Patience;
import keyturn.entra.Web;
import keyturn.inspect.DirectoryReader;
import keyturn.inspect.Told;

/** Reads an application with its secrets. */
public final class GraphReader implements DirectoryReader {

    private static final String WANTED = "id,appId,displayName,passwordCredentials";

    private final String graph;
    private final GraphPages pages;
    private final GraphProblems problems;

    /**
     * Sends nothing yet.
     *
     * @param graph address of the directory
     * @param resource what a token for it is asked for
     */
    public GraphReader(Entra entra, String graph, String resource) {
        this.graph = graph;
        this.pages = new GraphPages(new Web(entra, graph, resource, Patience.reading()));
        this.problems = new GraphProblems(graph);
    }

    @Override
    public Told<ApplicationSeen> application(ClientId client) {
        return asked(client, true);
    }

    /** The same without the report of sign-ins, in one request. */
    Told<ApplicationSeen> secrets(ClientId client) {
        return asked(client, false);
    }

    private Told<ApplicationSeen> asked(ClientId client, boolean signIns) {
        String address = graph + "/v1.0/applications?$filter=appId%20eq%20'" + client + "'&$select=" + WANTED;
        try {
            return switch (pages.of(address)) {
                case GraphPages.Rows rows -> found(client, rows.all(), signIns);
                case GraphPages.Refused refused ->
                    refused(
                            problems.of(refused.answer(), client.value()),
                            refused.answer().status());
                case GraphPages.NoList none -> new Told.Failed<>(problems.noGraph());
            };
        } catch (RuntimeException failure) {
            return new Told.Failed<>(problems.of(failure, client.value()));
        }
    }

    private Told<ApplicationSeen> found(ClientId client, List<JsonNode> rows, boolean signIns) {
        if (rows.isEmpty()) {
            return new Told.Failed<>(GraphProblems.plain("no-application", client));
        }
        ApplicationSeen seen = seen(client, rows.getFirst());
        return new Told.Answered<>(
                signIns
                        ? new ApplicationSeen(client, seen.objectId(), seen.name(), seen.secrets(), signIns(client))
                        : seen);
    }

    private <T> Told<T> refused(Problem problem, int status) {
        return status == 403
                ? new Told.Forbidden<>(new Permission("Application.Read.All", graph), problem)
                : new Told.Failed<>(problem);
    }

    /**
     * The whole report of sign-ins with an application's credentials, or nothing of it: from a part nobody may conclude that there
     * was none. It needs a licence and a right that many sign-ins lack, and none of
     * this makes the application unread (document: appCredentialSignInActivity, beta).
     */
    private Fact<List<SignInSeen>> signIns(ClientId client) {
        String address = graph + "/beta/reports/appCredentialSignInActivities?$filter=appId%20eq%20'" + client + "'";
        try {
            return switch (pages.of(address)) {
                case GraphPages.Rows rows -> new Fact.Known<>(signIns(rows.all()), "appCredentialSignInActivities");
                case GraphPages.Refused refused -> unreported(client, refused.answer());
                case GraphPages.NoList none ->
                    new Fact.Unknown<>(problems.noGraph().summary());
            };
        } catch (RuntimeException failure) {
            return new Fact.Unknown<>(problems.of(failure, client.value()).summary());
        }
    }

    private Fact<List<SignInSeen>> unreported(ClientId client, Web.Answer answer) {
        return answer.status() == 403
                ? new Fact.NotPermitted<>(new Permission("AuditLog.Read.All", graph))
                : new Fact.Unknown<>(problems.of(answer, client.value()).summary());
    }

    private static List<SignInSeen> signIns(List<JsonNode> report) {
        List<SignInSeen> all = new ArrayList<>();
        report.forEach(each -> text(each.path("signInActivity"), "lastSignInDateTime")
                .flatMap(GraphReader::time)
                .ifPresent(at -> all.add(new SignInSeen(each.path("keyId").asText(), at))));
        return all;
    }

    private static ApplicationSeen seen(ClientId client, JsonNode found) {
        List<SecretSeen> secrets = new ArrayList<>();
        found.path("passwordCredentials").forEach(each -> secrets.add(secret(each)));
        return new ApplicationSeen(
                client, found.path("id").asText(), found.path("displayName").asText(), secrets);
    }

    private static SecretSeen secret(JsonNode each) {
        return new SecretSeen(
                each.path("keyId").asText(),
                text(each, "displayName"),
                text(each, "hint"),
                text(each, "endDateTime").flatMap(GraphReader::time),
                text(each, "startDateTime").flatMap(GraphReader::time));
    }

    static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.path(key).textValue()).filter(text -> !text.isEmpty());
    }

    /** One that is no time says nothing. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
