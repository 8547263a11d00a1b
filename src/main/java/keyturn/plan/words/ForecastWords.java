package keyturn.plan.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Evidence;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.LastChange;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.NotSeen;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.forecast.Warning;

/** A forecast in words, the same on every surface. */
public final class ForecastWords {

    /** Databases that a headline names; more are counted. */
    private static final int NAMED = 5;

    private static final String PREFIX = "plan.forecast.";

    private ForecastWords() {}

    /** The answer for the server in one sentence. */
    public static Message headline(Forecast forecast) {
        return switch (forecast.server()) {
            case RestartAnswer.Opens opens -> say("headline.opens");
            case RestartAnswer.Uncertain uncertain -> say("headline.uncertain");
            case RestartAnswer.Fails fails -> say("headline.fails", lost(forecast));
        };
    }

    private static String lost(Forecast forecast) {
        List<String> lost = forecast.databases().stream()
                .filter(one -> one.answer() instanceof RestartAnswer.Fails)
                .map(one -> one.database().value())
                .toList();
        String names = lost.stream().limit(NAMED).collect(Collectors.joining(", "));
        return lost.size() <= NAMED
                ? names
                : say("headline.others", names, lost.size() - NAMED).text();
    }

    /** Each cause, or each missing thing; of an answer that opens, what was not seen. */
    public static List<Message> reasons(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Fails fails ->
                fails.causes().stream().map(ForecastWords::of).toList();
            case RestartAnswer.Uncertain uncertain ->
                uncertain.missing().stream().map(ForecastWords::of).toList();
            case RestartAnswer.Opens opens ->
                Stream.concat(
                                opens.evidence().stream().map(ForecastWords::of),
                                opens.notSeen().stream().map(ForecastWords::of))
                        .toList();
        };
    }

    /** Not more reasons than these, and how many there are besides. */
    public static List<Message> shown(RestartAnswer answer, int most) {
        List<Message> all = reasons(answer);
        return all.size() <= most
                ? all
                : Stream.concat(all.stream().limit(most), Stream.of(say("more", all.size() - most)))
                        .toList();
    }

    /** Whether a notice of a plan belongs to its forecast. */
    public static boolean isOfForecast(Message notice) {
        return notice.key().startsWith(PREFIX);
    }

    /** What to do against a cause. */
    public static Message next(Cause cause) {
        return Message.of(of(cause).key() + ".next");
    }

    /** The answer, its reasons and what will be due, as sentences. */
    public static List<Message> all(Forecast forecast) {
        return Stream.of(
                        Stream.of(headline(forecast)),
                        reasons(forecast.server()).stream(),
                        forecast.warnings().stream().map(ForecastWords::of))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String flaw(Cause.Flaw flaw) {
        return switch (flaw) {
            case NOT_SIGNED -> "cause.dllNotSigned";
            case NOT_READABLE -> "cause.dllNotReadable";
            case NO_RUNTIME -> "cause.dllNoRuntime";
        };
    }

    public static Message of(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> say("cause.ekmOff");
            case Cause.ProviderGone gone -> say("cause.providerGone", gone.key());
            case Cause.ProviderDisabled disabled -> say("cause.providerDisabled", disabled.provider());
            case Cause.DllGone gone -> say("cause.dllGone", gone.path(), gone.provider());
            case Cause.DllUnusable bad -> say(flaw(bad.flaw()), bad.path(), bad.provider());
            case Cause.KeyGone gone -> say("cause.keyGone", gone.database(), gone.thumbprint());
            case Cause.NoLogin none -> say("cause.noLogin", none.key());
            case Cause.LoginDisabled disabled -> say("cause.loginDisabled", disabled.login());
            case Cause.NoCredential none -> say("cause.noCredential", none.login(), none.provider());
            case Cause.VersionDisabled disabled ->
                say(
                        "cause.versionDisabled",
                        disabled.key(),
                        disabled.name(),
                        disabled.version(),
                        disabled.vault().name());
            case Cause.KeyNotInVault gone ->
                say("cause.keyNotInVault", gone.key(), gone.vault().name());
            case Cause.MayNotUnwrap may ->
                say("cause.mayNotUnwrap", may.application(), may.vault().name());
            case Cause.SecretExpired expired ->
                expired.since()
                        .map(at -> say("cause.secretExpired", expired.application(), Times.seconds(at)))
                        .orElseGet(() -> say("cause.secretRefused", expired.application()));
            case Cause.HeldSecretOver over -> over(over);
        };
    }

    private static Message over(Cause.HeldSecretOver over) {
        return over.expired()
                .map(at -> say(
                        "cause.heldSecretExpired",
                        over.credential(),
                        over.keyId(),
                        over.application(),
                        Times.seconds(at)))
                .orElseGet(() -> say("cause.heldSecretGone", over.credential(), over.keyId(), over.application()));
    }

    public static Message of(Missing missing) {
        return switch (missing) {
            case Missing.Unread unread ->
                say("missing.unread." + word(unread.subject()), unread.why().text());
            case Missing.NotOpen closed -> say("missing.notOpen", closed.database(), closed.state());
            case Missing.NothingLoaded none -> say("missing.nothingLoaded", none.provider());
            case Missing.OtherDllLoaded other ->
                say("missing.otherDll", other.catalog(), String.join(", ", other.loaded()));
            case Missing.FileReplaced replaced -> say("missing.fileReplaced", replaced.path());
            case Missing.VaultUnseen unseen ->
                unseen.why()
                        .map(why -> say("missing.vaultUnread", unseen.identity(), unseen.key(), why.text()))
                        .orElseGet(() -> say("missing.vaultUnseen", unseen.identity(), unseen.key()));
            case Missing.KeyNotRecognised other -> say("missing.keyNotRecognised", other.key(), other.vault());
            case Missing.OutsideDates outside ->
                say("missing.outsideDates", outside.key(), outside.name(), outside.version());
            case Missing.SecretNotInUse altered -> altered(altered);
            case Missing.SecretNewer newer -> newer(newer);
            case Missing.NotTested untested -> untested(untested);
        };
    }

    private static Message altered(Missing.SecretNotInUse altered) {
        String at = Times.seconds(altered.altered());
        return altered.started()
                .map(start -> say("missing.secretNotInUse", altered.credential(), at, Times.seconds(start)))
                .orElseGet(() -> say("missing.secretPerhapsNotInUse", altered.credential(), at));
    }

    private static Message newer(Missing.SecretNewer newer) {
        return say(
                "missing.secretNewer",
                newer.application(),
                Times.seconds(newer.starts()),
                newer.credential(),
                Times.seconds(newer.altered()));
    }

    private static Message untested(Missing.NotTested untested) {
        Optional<String> tested = untested.tested().map(Times::seconds);
        Optional<LastChange> change = untested.change();
        if (change.isEmpty()) {
            return say("missing.neverTested", untested.database());
        }
        LastChange last = change.get();
        String changed = say("change." + word(last.kind()), last.name(), Times.seconds(last.at()))
                .text();
        return tested.map(at -> say("missing.notTestedSince", untested.database(), changed, at))
                .orElseGet(() -> say("missing.notTested", untested.database(), changed));
    }

    public static Message of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.NothingDepends none -> say("evidence.nothingDepends");
            case Evidence.Tested tested -> say("evidence.tested", tested.database(), Times.seconds(tested.at()));
            case Evidence.TestedByRun tested ->
                say("evidence.testedByRun", tested.database(), Times.seconds(tested.at()));
            case Evidence.TestedBefore tested ->
                say("evidence.testedBefore", tested.database(), Times.seconds(tested.at()));
            case Evidence.Started started -> say("evidence.started", started.database(), Times.seconds(started.at()));
            case Evidence.DllLoaded loaded -> say("evidence.dllLoaded", loaded.path());
            case Evidence.LoginMapped mapped -> say("evidence.loginMapped", mapped.login(), mapped.credential());
            case Evidence.VersionEnabled version ->
                say("evidence.versionEnabled", version.name(), version.version(), version.vault());
            case Evidence.SecretValid valid ->
                valid.until()
                        .map(end -> say("evidence.secretUntil", valid.application(), Times.seconds(end)))
                        .orElseGet(() -> say("evidence.secretValid", valid.application()));
            case Evidence.TriedFromHere tried -> say("evidence.tried", tried.name(), tried.vault());
            case Evidence.SecretTried tried ->
                say("evidence.secretTried", tried.credential(), Times.seconds(tried.at()), tried.name(), tried.vault());
        };
    }

    public static Message of(NotSeen notSeen) {
        return switch (notSeen) {
            case NotSeen.Host host -> say("notSeen.host");
            case NotSeen.EngineRoute route -> say("notSeen.engineRoute", Times.seconds(route.at()));
            case NotSeen.Attested attested -> say("notSeen.attested", confirmation(attested.what()));
            case NotSeen.SecretHeld held -> say("notSeen.secretHeld", held.credential());
            case NotSeen.ApplicationOf of -> say("notSeen.applicationOf", of.credential(), of.looked());
            case NotSeen.ServiceRoute route -> say("notSeen.serviceRoute", route.credential());
            case NotSeen.SecretLife life -> say("notSeen.secretLife");
            case NotSeen.NotStarted closed -> say("notSeen.notStarted", closed.database(), closed.state());
        };
    }

    public static Message of(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires soon ->
                say("warning.secretExpires", soon.application(), Times.seconds(soon.at()), soon.oneOf());
            case Warning.KeyExpires soon ->
                say("warning.keyExpires", soon.name(), soon.version(), soon.vault(), Times.seconds(soon.at()));
        };
    }

    private static String confirmation(Confirmation one) {
        return Message.of("plan.confirmation."
                        + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .text();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names may hold anything; a number stays one, so that a sentence can count. */
    private static Message say(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = OneLine.shown(String.valueOf(arguments[i]));
        }
        return Message.of(PREFIX + key, shown);
    }
}
