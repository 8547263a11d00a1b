package keyturn.ui.wizard;

import java.util.Optional;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretForm;
import keyturn.plan.Plan;
import keyturn.run.step.RunSecrets;
import keyturn.run.step.SecretNeed;

/** The secret that the credentials of a plan are to hold: that of the sign-in where it is the same application, else typed. */
public final class CredentialSecret {

    private final Draft draft;

    public CredentialSecret(Draft draft) {
        this.draft = draft;
    }

    /** Whether it may be typed: nobody has signed in to the vault as this application, and the run has none made itself. */
    public boolean isAsked(Plan plan, SecretNeed need) {
        return switch (need) {
            case NONE, MADE -> false;
            case PERHAPS, HANDED ->
                SecretNeed.application(plan).isPresent() && own(plan).isEmpty();
        };
    }

    /** Whether it must be typed and has not been, or what was typed can be none. */
    public boolean isMissing(Plan plan, SecretNeed need) {
        return need == SecretNeed.HANDED && isAsked(plan, need) && typed(plan).isEmpty();
    }

    private Optional<Secret> typed(Plan plan) {
        return typed().filter(secret -> SecretNeed.application(plan)
                .flatMap(application -> SecretForm.problem(application, secret))
                .isEmpty());
    }

    /** What has been typed so far; the one before is wiped. */
    public void type(Secret typed) {
        Optional<Secret> before = draft.secret().get();
        draft.secret().set(typed);
        before.ifPresent(Secret::close);
    }

    /** For the run of this plan. A copy: what is typed later changes nothing. */
    public RunSecrets secrets(Plan plan) {
        return SecretNeed.application(plan)
                .flatMap(client -> own(plan).or(this::typed))
                .map(Secret::copy)
                .map(RunSecrets::own)
                .orElse(RunSecrets.NONE);
    }

    /** What was typed is wiped: no step of the run needs it any more. */
    public void forget() {
        type(Secret.of(new char[0]));
    }

    /** For a trial as this application: that of the sign-in, else what was typed; empty: there is none yet. */
    public Optional<Secret> forTrial(ClientId application) {
        return own(application).or(this::typed).map(found -> Secret.of(found.reveal()));
    }

    /** Whether nobody has signed in as this application. */
    public boolean isUnknown(ClientId application) {
        return own(application).isEmpty();
    }

    private Optional<Secret> typed() {
        return draft.secret().get().filter(typed -> !typed.isEmpty());
    }

    private Optional<Secret> own(Plan plan) {
        return SecretNeed.signInMayServe(plan).flatMap(this::own);
    }

    private Optional<Secret> own(ClientId client) {
        return draft.target()
                .get()
                .flatMap(Target::azure)
                .map(AzureDoors::signIn)
                .filter(AzureSignIn.ClientSecret.class::isInstance)
                .map(AzureSignIn.ClientSecret.class::cast)
                .filter(signIn -> signIn.client().equals(client))
                .map(AzureSignIn.ClientSecret::secret);
    }
}
