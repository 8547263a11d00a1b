package keyturn.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.ClientId;
import keyturn.entra.Entra;
import keyturn.entra.Patience;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.AzureAccess;

/** Adds and removes secrets of an application, for a run. */
public final class GraphWriter implements AzureAccess.DirectoryWriter {

    private final String graph;
    private final Web web;
    private final GraphReader reader;
    private final GraphProblems problems;

    /**
     * Sends nothing yet.
     *
     * @param graph address of the directory
     * @param resource what a token for it is asked for
     */
    public GraphWriter(Entra entra, String graph, String resource) {
        this.graph = graph;
        this.web = new Web(entra, resource, Patience.acting());
        this.reader = new GraphReader(entra, graph, resource);
        this.problems = new GraphProblems(graph);
    }

    @Override
    public AzureAccess.NewSecret addSecret(ClientId client, String name, Instant expires) throws Problem.Raised {
        ApplicationSeen application = application(client);
        if (application.secrets().stream()
                .anyMatch(secret -> secret.name().filter(name::equals).isPresent())) {
            throw new Problem.Raised(GraphProblems.plain("secret-exists", client, name));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("passwordCredential").put("displayName", name).put("endDateTime", expires.toString());
        JsonNode made = GraphProblems.tree(posted(application, "addPassword", body));
        char[] text = made.path("secretText").asText("").toCharArray();
        if (text.length == 0) {
            throw new Problem.Raised(GraphProblems.plain("no-secret", client, name));
        }
        return new AzureAccess.NewSecret(
                made.path("keyId").asText(),
                Secret.of(text),
                GraphReader.text(made, "endDateTime").flatMap(GraphReader::time));
    }

    @Override
    public void removeSecret(ClientId client, String keyId) throws Problem.Raised {
        String unused = posted(
                application(client),
                "removePassword",
                JsonNodeFactory.instance.objectNode().put("keyId", keyId));
    }

    private ApplicationSeen application(ClientId client) throws Problem.Raised {
        return switch (reader.application(client)) {
            case Told.Answered<ApplicationSeen> answered -> answered.content();
            case Told.Forbidden<ApplicationSeen> forbidden -> throw new Problem.Raised(forbidden.problem());
            case Told.Failed<ApplicationSeen> failed -> throw new Problem.Raised(failed.problem());
        };
    }

    /** @return the answer's body, which may hold a secret and is shown nowhere */
    private String posted(ApplicationSeen application, String act, ObjectNode body) throws Problem.Raised {
        String client = application.client().value();
        try {
            Web.Answer answer =
                    web.post(graph + "/v1.0/applications/" + application.objectId() + "/" + act, body.toString());
            if (answer.good()) {
                return answer.body();
            }
            throw new Problem.Raised(problems.of(answer, client));
        } catch (RuntimeException failure) {
            throw new Problem.Raised(problems.of(failure, client));
        }
    }
}
