package keyturn.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSignIn;
import keyturn.entra.Failure;
import keyturn.entra.Web;
import keyturn.inspect.Told;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.act.DirectoryAct.RemoveSecret;

/**
 * Takes a secret from an application, by its key id alone; the application is looked at right before.
 *
 * @param own the application and secret that this signs in with, where it does
 * @param pauses between looks at the list
 */
record SecretRemoval(
        Web web,
        String graph,
        GraphReader reader,
        GraphProblems problems,
        Optional<AzureSignIn.ClientSecret> own,
        List<Duration> pauses) {

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
        if (!another) {
            return new Outcome.NotSent(GraphProblems.plain("last-secret", remove.application(), remove.keyId()));
        }
        return isOwn(application, remove, now)
                ? new Outcome.NotSent(GraphProblems.plain("own-secret", remove.application(), remove.keyId()))
                : removed(application, remove);
    }

    /** It would saw off the sign-in; where its first letters do not tell, it may. */
    private boolean isOwn(ApplicationSeen application, RemoveSecret remove, Instant now) {
        return application
                        .secret(remove.keyId())
                        .filter(secret -> secret.isValid(now))
                        .isPresent()
                && own.filter(signIn -> signIn.client().equals(remove.application()))
                        .filter(signIn -> application
                                .which(signIn.secret(), now)
                                .filter(one -> !one.keyId().equalsIgnoreCase(remove.keyId()))
                                .isEmpty())
                        .isPresent();
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
