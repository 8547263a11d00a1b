package keyturn.plan.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;

/**
 * How long the application's secret is valid. The credential holds one that nobody can see, so the directory's list has to tell. Of
 * several secrets it tells only what is bad: that one is valid does not show that the credential holds it.
 */
final class SecretRoute {

    private final Inspection seen;
    private final Outlook outlook;
    private final Gathered gathered;

    SecretRoute(Inspection seen, Outlook outlook, Gathered gathered) {
        this.seen = seen;
        this.outlook = outlook;
        this.gathered = gathered;
    }

    /** A managed identity has no secret. */
    void look(Credential credential) {
        if (!CatalogWords.isManagedIdentity(credential.identity())) {
            seen.ties()
                    .of(credential.name())
                    .ifPresentOrElse(tie -> look(tie.application()), () -> lookAtTargets(credential));
        }
    }

    private void look(ClientId client) {
        Optional<AzureSight> azure = seen.facts().azure();
        azure.flatMap(sight -> sight.application(client))
                .flatMap(Fact::value)
                .ifPresentOrElse(
                        this::look,
                        () -> unread(azure.flatMap(AzureSight::expired).filter(client::equals)));
    }

    /** Nobody knows as which application this credential signs in: the one that the target names is all that there is to look at. */
    private void lookAtTargets(Credential credential) {
        Optional<AzureSight> azure = seen.facts().azure();
        Optional<ApplicationSeen> application =
                azure.map(AzureSight::application).flatMap(Fact::value);
        application.ifPresentOrElse(
                one -> {
                    gathered.notSeen.add(new NotSeen.ApplicationOf(credential.name(), one.name()));
                    look(one);
                },
                () -> unread(azure.flatMap(AzureSight::expired)));
    }

    private void unread(Optional<ClientId> refused) {
        refused.ifPresentOrElse(
                client -> gathered.causes.add(new Cause.SecretExpired(client.value(), Optional.empty())),
                () -> gathered.notSeen.add(new NotSeen.SecretLife()));
    }

    private void look(ApplicationSeen application) {
        List<SecretSeen> valid =
                application.secrets().stream().filter(this::isValid).toList();
        List<Instant> over = application.secrets().stream()
                .filter(secret -> !isValid(secret))
                .flatMap(secret -> secret.expires().stream())
                .toList();
        if (valid.isEmpty()) {
            gathered.causes.add(
                    new Cause.SecretExpired(application.name(), over.stream().max(Instant::compareTo)));
            return;
        }
        over.forEach(at -> gathered.changes.add(new LastChange(LastChange.Kind.SECRET, application.name(), at)));
        Optional<Instant> first =
                valid.stream().flatMap(secret -> secret.expires().stream()).min(Instant::compareTo);
        if (application.secrets().size() == 1) {
            gathered.evidence.add(new Evidence.SecretValid(application.name(), first));
        }
        first.filter(end -> outlook.isSoon(end, seen.takenAt()))
                .ifPresent(
                        end -> gathered.warnings.add(new Warning.SecretExpires(application.name(), end, valid.size())));
    }

    private boolean isValid(SecretSeen secret) {
        return secret.expires().filter(end -> !seen.takenAt().isBefore(end)).isEmpty();
    }
}
