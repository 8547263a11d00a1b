package keyturn.plan.next;

import keyturn.domain.Message;
import keyturn.plan.flow.Flow;
import keyturn.plan.forecast.Cause;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.words.ForecastWords;

/** The repair of each cause that would fail a restart. */
final class Repairs {

    private Repairs() {}

    static NextJob of(Cause cause) {
        return new NextJob(Urgency.FIRST, what(cause), ForecastWords.next(cause), way(cause));
    }

    private static Way way(Cause cause) {
        return switch (cause) {
            case Cause.KeyNotInVault gone -> NextJobs.start(Flow::bringsKeysBack);
            case Cause.EkmOff off -> new Way.NotBuilt();
            case Cause.ProviderGone gone -> new Way.NotBuilt();
            case Cause.ProviderDisabled disabled -> new Way.NotBuilt();
            case Cause.DllGone gone -> new Way.NotBuilt();
            case Cause.KeyGone gone -> new Way.NotBuilt();
            case Cause.NoLogin none -> new Way.NotBuilt();
            case Cause.LoginDisabled disabled -> new Way.NotBuilt();
            case Cause.NoCredential none -> new Way.NotBuilt();
            case Cause.VersionDisabled disabled -> new Way.NotBuilt();
            case Cause.MayNotUnwrap may -> new Way.NotBuilt();
            case Cause.SecretExpired expired -> new Way.NotBuilt();
        };
    }

    private static Message what(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> NextJobs.say("repair.ekmOff");
            case Cause.ProviderGone gone -> NextJobs.say("repair.providerGone", gone.key());
            case Cause.ProviderDisabled disabled -> NextJobs.say("repair.providerDisabled", disabled.provider());
            case Cause.DllGone gone -> NextJobs.say("repair.dllGone", gone.provider());
            case Cause.KeyGone gone -> NextJobs.say("repair.keyGone", gone.database());
            case Cause.NoLogin none -> NextJobs.say("repair.noLogin", none.key());
            case Cause.LoginDisabled disabled -> NextJobs.say("repair.loginDisabled", disabled.login());
            case Cause.NoCredential none -> NextJobs.say("repair.noCredential", none.login());
            case Cause.VersionDisabled disabled -> NextJobs.say("repair.versionDisabled", disabled.name());
            case Cause.KeyNotInVault gone ->
                NextJobs.say("repair.keyNotInVault", gone.key(), gone.vault().name());
            case Cause.MayNotUnwrap may ->
                NextJobs.say(
                        "repair.mayNotUnwrap", may.application(), may.vault().name());
            case Cause.SecretExpired expired -> NextJobs.say("secret", expired.application());
        };
    }
}
