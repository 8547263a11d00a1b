package keyturn.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.entra.Failure;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.act.DirectoryAct.RemoveSecret;

/** Takes a secret from an application, by its key id alone; the application is looked at right before. */
record SecretRemoval(Web web, String graph, GraphReader reader, GraphProblems problems, List<Duration> pauses) {

    /** Of Microsoft Graph: removed, and nothing to say. */
    private static final int NO_CONTENT = 204;

    /** Between looks at the list, some twenty seconds in all. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(6),
            Duration.ofSeconds(8));

    /** So often in a row the list must lack the secret. */
    private static final int IN_A_ROW = 2;

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
        if (answer.status() != NO_CONTENT) {
            return new Outcome.Unanswered(problems.noGraph());
        }
        return isListed(remove)
                ? new Outcome.Unanswered(GraphProblems.plain("still-listed", client, remove.keyId()))
                : done(remove, began);
    }

    /**
     * The directory's servers learn of a removal one after the other, so the list is looked at again for a while. A look that
     * fails decides nothing: the one after the run will.
     */
    private boolean isListed(RemoveSecret remove) {
        int gone = 0;
        for (Duration pause : pauses) {
            gone = isInList(remove) ? 0 : gone + 1;
            if (gone == IN_A_ROW || Thread.currentThread().isInterrupted()) {
                break;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return gone == 0;
    }

    private boolean isInList(RemoveSecret remove) {
        return switch (reader.secrets(remove.application())) {
            case Told.Answered<ApplicationSeen> answered ->
                answered.content().secret(remove.keyId()).isPresent();
            case Told.Forbidden<ApplicationSeen> forbidden -> false;
            case Told.Failed<ApplicationSeen> failed -> false;
        };
    }

    private static Outcome done(RemoveSecret remove, long began) {
        String told = Message.of("directory.removed", remove.application(), remove.keyId())
                .text();
        return new Outcome.Done(
                new Outcome.Answer(
                        Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told)), List.of()),
                Optional.empty());
    }
}
