package keyturn.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.entra.Failure;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.act.DirectoryAct.RemoveSecret;

/** Takes a secret from an application, by its key id alone; the application is looked at right before. */
record SecretRemoval(Web web, String graph, GraphReader reader, GraphProblems problems) {

    Outcome perform(RemoveSecret remove) {
        return switch (reader.secrets(remove.application())) {
            case Told.Answered<ApplicationSeen> answered -> checked(answered.content(), remove);
            case Told.Forbidden<ApplicationSeen> forbidden -> new Outcome.NotSent(forbidden.problem());
            case Told.Failed<ApplicationSeen> failed -> new Outcome.NotSent(failed.problem());
        };
    }

    /** Without another valid secret SQL Server could sign in no more. */
    private Outcome checked(ApplicationSeen application, RemoveSecret remove) {
        Instant now = Instant.now();
        boolean another = application.secrets().stream()
                .anyMatch(secret -> !secret.keyId().equalsIgnoreCase(remove.keyId()) && secret.isValid(now));
        return another
                ? removed(application, remove)
                : new Outcome.NotSent(GraphProblems.plain("last-secret", remove.application(), remove.keyId()));
    }

    private Outcome removed(ApplicationSeen application, RemoveSecret remove) {
        long began = System.nanoTime();
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("keyId", remove.keyId())
                .toString();
        String client = remove.application().value();
        Web.Answer answer;
        try {
            answer = web.post(graph + "/v1.0/applications/" + application.objectId() + "/removePassword", body);
        } catch (RuntimeException failure) {
            return GraphWriter.outcome(Failure.of(failure), problems.of(failure, client));
        }
        if (!answer.good()) {
            return GraphWriter.outcome(GraphProblems.said(answer), problems.of(answer, client));
        }
        String told = Message.of("directory.removed", remove.application(), remove.keyId())
                .text();
        return new Outcome.Done(
                new Outcome.Answer(
                        Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told)), List.of()),
                Optional.empty());
    }
}
