package keyturn.plan.forecast;

import java.time.Duration;
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
import keyturn.plan.fact.SeenSecrets;
import keyturn.plan.held.Holding;

/**
 * How long the secret is valid that the credential holds. Where no run knows which one that is, the directory's list has to tell; of
 * several secrets it tells only what is bad: that one is valid does not show that the credential holds it.
 */
final class SecretRoute {

    /** A secret that a run gave is valid for longer than this. */
    private static final Duration SHORTEST = Duration.ofDays(7);

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
                    .ifPresentOrElse(tie -> look(credential, tie.application()), () -> lookAtTargets(credential));
        }
    }

    private void look(Credential credential, ClientId client) {
        Optional<AzureSight> azure = seen.facts().azure();
        azure.flatMap(sight -> sight.application(client))
                .flatMap(Fact::value)
                .ifPresentOrElse(
                        application -> look(credential, application),
                        () -> unread(azure.flatMap(AzureSight::expired)
                                .filter(client::equals)
                                .filter(refused -> !isGivenLately(credential))));
    }

    /** Nobody knows as which application this credential signs in: the one that the target names is all that there is to look at. */
    private void lookAtTargets(Credential credential) {
        Optional<AzureSight> azure = seen.facts().azure();
        Optional<ApplicationSeen> application =
                azure.map(AzureSight::application).flatMap(Fact::value);
        application.ifPresentOrElse(
                one -> {
                    gathered.notSeen.add(new NotSeen.ApplicationOf(credential.name(), one.name()));
                    look(credential, one);
                },
                () -> unread(azure.flatMap(AzureSight::expired)));
    }

    /** Keyturn signs in with a secret that has expired; the credential was given another one, and nobody has altered it since. */
    private boolean isGivenLately(Credential credential) {
        Optional<Instant> altered = SeenSecrets.altered(seen, credential.name());
        return seen.ties()
                .givenByRun(credential.name())
                .filter(run -> run.at().plus(SHORTEST).isAfter(seen.takenAt()))
                .filter(run -> altered.filter(run::isLastChange).isPresent())
                .isPresent();
    }

    private void unread(Optional<ClientId> refused) {
        refused.ifPresentOrElse(
                client -> gathered.causes.add(new Cause.SecretExpired(client.value(), Optional.empty())),
                () -> gathered.notSeen.add(new NotSeen.SecretLife()));
    }

    private void look(Credential credential, ApplicationSeen application) {
        List<Instant> over = application.secrets().stream()
                .filter(secret -> !isValid(secret))
                .flatMap(secret -> secret.expires().stream())
                .toList();
        if (application.secrets().stream().noneMatch(this::isValid)) {
            gathered.causes.add(
                    new Cause.SecretExpired(application.name(), over.stream().max(Instant::compareTo)));
            return;
        }
        switch (Holding.of(seen, credential.name())) {
            case Holding.Given given -> look(credential, application, given.keyId());
            case Holding.Unknown unknown -> {
                over.forEach(
                        at -> gathered.changes.add(new LastChange(LastChange.Kind.SECRET, application.name(), at)));
                look(credential, application, unknown);
            }
        }
    }

    /** The run knows which one it gave: that one counts, and no other. */
    private void look(Credential credential, ApplicationSeen application, String keyId) {
        Optional<SecretSeen> held = application.secret(keyId);
        if (held.filter(this::isValid).isEmpty()) {
            gathered.causes.add(new Cause.HeldSecretOver(
                    credential.name(), application.name(), keyId, held.flatMap(SecretSeen::expires)));
            return;
        }
        isValid(application, held.flatMap(SecretSeen::expires));
        warn(application, List.of(held.get()));
    }

    private void look(Credential credential, ApplicationSeen application, Holding.Unknown held) {
        List<SecretSeen> valid =
                application.secrets().stream().filter(this::isValid).toList();
        List<SecretSeen> may = valid.stream().filter(held::mayBe).toList();
        if (may.isEmpty()) {
            gathered.missing.add(new Missing.SecretNewer(
                    credential.name(),
                    application.name(),
                    held.altered().orElseThrow(),
                    valid.stream()
                            .flatMap(secret -> secret.starts().stream())
                            .min(Instant::compareTo)
                            .orElseThrow()));
            return;
        }
        if (application.secrets().size() == 1) {
            isValid(application, first(valid));
        }
        warn(application, valid);
    }

    private void isValid(ApplicationSeen application, Optional<Instant> until) {
        gathered.evidence.add(new Evidence.SecretValid(application.name(), until));
    }

    private void warn(ApplicationSeen application, List<SecretSeen> secrets) {
        first(secrets)
                .filter(end -> outlook.isSoon(end, seen.takenAt()))
                .ifPresent(end ->
                        gathered.warnings.add(new Warning.SecretExpires(application.name(), end, secrets.size())));
    }

    private static Optional<Instant> first(List<SecretSeen> secrets) {
        return secrets.stream().flatMap(secret -> secret.expires().stream()).min(Instant::compareTo);
    }

    private boolean isValid(SecretSeen secret) {
        return secret.expires().filter(end -> !seen.takenAt().isBefore(end)).isEmpty();
    }
}
