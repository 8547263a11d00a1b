package keyturn.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSignIn;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.DirectoryWriter;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.script.act.DirectoryAct;

/** Acts in the directory, for a run. */
public final class GraphWriter implements DirectoryWriter {

    private final String graph;
    private final List<Duration> pauses;
    private final Web web;
    private final GraphReader reader;
    private final GraphProblems problems;
    private final Optional<AzureSignIn.ClientSecret> own;

    /**
     * Sends nothing yet.
     *
     * @param graph address of the directory
     * @param resource what a token for it is asked for
     */
    public GraphWriter(Entra entra, String graph, String resource) {
        this(entra, graph, resource, SecretRemoval.PAUSES);
    }

    /** @param pauses between looks at whether a removed secret is still listed */
    GraphWriter(Entra entra, String graph, String resource, List<Duration> pauses) {
        this.graph = graph;
        this.pauses = pauses;
        this.web = new Web(entra, graph, resource, Patience.acting());
        this.reader = new GraphReader(entra, graph, resource);
        this.problems = new GraphProblems(graph);
        this.own = entra.doors().signIn().ofSecret();
    }

    /** @param prompt for sign-ins with a code */
    public static DoorOpener<DirectoryWriter> opener(CodePrompt prompt) {
        return (target, plan, runId) -> open(target, prompt);
    }

    private static GraphWriter open(Target target, CodePrompt prompt) throws Problem.Raised {
        AzureDoors doors = target.azure().orElseThrow(GraphWriter::none);
        String address = doors.graph().orElseThrow(GraphWriter::none);
        String audience = doors.cloud().graph().orElseThrow(GraphWriter::none);
        return new GraphWriter(Entra.open(doors, prompt), address, audience);
    }

    private static Problem.Raised none() {
        return new Problem.Raised(GraphProblems.plain("none"));
    }

    @Override
    public Outcome perform(DirectoryAct act) {
        return switch (act) {
            case DirectoryAct.AddSecret add -> addSecret(add);
            case DirectoryAct.RemoveSecret remove ->
                new SecretRemoval(web, graph, reader, problems, own, pauses).perform(remove);
        };
    }

    /** The application is looked at first: a name is given once, and whatever goes wrong then, no secret was asked for. */
    private Outcome addSecret(DirectoryAct.AddSecret add) {
        return switch (reader.secrets(add.application())) {
            case Told.Answered<ApplicationSeen> answered ->
                isTaken(answered.content(), add.name())
                        ? new Outcome.NotSent(GraphProblems.plain("secret-exists", add.application(), add.name()))
                        : added(answered.content(), add);
            case Told.Forbidden<ApplicationSeen> forbidden -> new Outcome.NotSent(forbidden.problem());
            case Told.Failed<ApplicationSeen> failed -> new Outcome.NotSent(failed.problem());
        };
    }

    private static boolean isTaken(ApplicationSeen application, String name) {
        return application.secrets().stream()
                .anyMatch(secret -> secret.name().filter(name::equals).isPresent());
    }

    private Outcome added(ApplicationSeen application, DirectoryAct.AddSecret add) {
        long began = System.nanoTime();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("passwordCredential")
                .put("displayName", add.name())
                .put("endDateTime", add.expires().toString());
        String client = add.application().value();
        Web.Answer answer;
        try {
            answer = web.post(graph + "/v1.0/applications/" + application.objectId() + "/addPassword", body.toString());
        } catch (RuntimeException failure) {
            return outcome(Failure.of(failure), problems.of(failure, client));
        }
        return answer.good()
                ? made(add, GraphProblems.tree(answer.body()), began)
                : outcome(GraphProblems.said(answer), problems.of(answer, client));
    }

    /** An answer without the secret's text leaves a secret that nobody knows: a look tells that it is there. */
    private static Outcome made(DirectoryAct.AddSecret add, JsonNode made, long began) {
        char[] text = made.path("secretText").asText("").toCharArray();
        if (text.length == 0) {
            return new Outcome.Unanswered(GraphProblems.plain("no-secret", add.application(), add.name()));
        }
        Instant expires =
                GraphReader.text(made, "endDateTime").flatMap(GraphReader::time).orElse(add.expires());
        Optional<String> keyId = GraphReader.text(made, "keyId");
        String told = Message.of("directory.made", add.application(), add.name(), keyId.orElse(""), expires)
                .text();
        return new Outcome.Done(
                new Outcome.Answer(
                        Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told)), List.of()),
                Optional.of(new Outcome.MadeSecret(add.slot(), Secret.of(text), keyId)));
    }

    /** From what was observed of the request to what became of the act. */
    static Outcome outcome(Failure failure, Problem problem) {
        return switch (failure.reach()) {
            case NOT_SENT -> new Outcome.NotSent(problem);
            case REFUSED -> new Outcome.Refused(problem, RefusalKind.OTHER);
            case UNANSWERED -> new Outcome.Unanswered(problem);
        };
    }

    /** The client keeps no connection that would not end by itself. */
    @Override
    public void close() {}
}
