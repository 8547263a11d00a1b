package keyturn.plan.next;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.forecast.Cause;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.words.ForecastWords;

/** The repair of each cause that would fail a restart. */
final class Repairs {

    private Repairs() {}

    /** Empty where a flow says so itself. */
    static Optional<NextJob> of(Cause cause) {
        return what(cause).map(what -> new NextJob(Urgency.FIRST, what, ForecastWords.next(cause), way(cause)));
    }

    private static Way way(Cause cause) {
        return NextJobs.start(flow -> flow.mends(cause));
    }

    private static Optional<Message> what(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> Optional.of(NextJobs.say("repair.ekmOff"));
            case Cause.ProviderGone gone -> Optional.of(NextJobs.say("repair.providerGone", gone.key()));
            case Cause.ProviderDisabled disabled ->
                Optional.of(NextJobs.say("repair.providerDisabled", disabled.provider()));
            case Cause.DllGone gone -> Optional.of(NextJobs.say("repair.dllGone", gone.provider()));
            case Cause.DllUnusable bad -> Optional.of(NextJobs.say("repair.dllUnusable", bad.provider()));
            case Cause.KeyGone gone -> Optional.of(NextJobs.say("repair.keyGone", gone.database()));
            case Cause.NoLogin none -> Optional.of(NextJobs.say("repair.noLogin", none.key()));
            case Cause.LoginDisabled disabled -> Optional.of(NextJobs.say("repair.loginDisabled", disabled.login()));
            case Cause.NoCredential none -> Optional.of(NextJobs.say("repair.noCredential", none.login()));
            case Cause.VersionDisabled disabled -> Optional.of(NextJobs.say("repair.versionDisabled", disabled.name()));
            case Cause.KeyNotInVault gone ->
                Optional.of(NextJobs.say(
                        "repair.keyNotInVault", gone.key(), gone.vault().name()));
            case Cause.MayNotUnwrap may ->
                Optional.of(NextJobs.say(
                        "repair.mayNotUnwrap", may.application(), may.vault().name()));
            case Cause.SecretExpired expired -> Optional.empty();
            case Cause.HeldSecretOver over -> Optional.empty();
        };
    }
}
