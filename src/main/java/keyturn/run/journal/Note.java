package keyturn.run.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.Message;

/** What a journal's line tells besides its event; never a secret. Each kind has one meaning, whatever words say it. */
public sealed interface Note {

    /** What a step made that nothing else tells of later. */
    record Made(String what) implements Note {}

    /** The credential was given the secret that the directory knows by this key id. */
    record Gave(String keyId) implements Note {}

    /** A person chose to do without the step, for this reason. */
    record LeftOut(String reason) implements Note {}

    /** The act went through and brought no word of what it was to show. */
    record Untested(String code) implements Note {}

    /** The lock was lost and taken again: the same program goes on. */
    record LockAgain() implements Note {}

    /**
     * A last line without its end was cut off before the run went on.
     *
     * @param line its number
     * @param text what was there of it
     */
    record Torn(int line, String text) implements Note {}

    /** What is left was approved again as it is filed, because the version that goes on renders some of it otherwise. */
    record ApprovedAnew(String who) implements Note {}

    /**
     * The run goes on elsewhere, and never from this folder again.
     *
     * @param who took it over
     * @param machine on which it goes on
     */
    record HandedOver(String who, String machine) implements Note {}

    /** This folder was made from that one, and the run goes on here. */
    record TakenFrom(String folder) implements Note {}

    /** For people: what {@code error} does not say. */
    default String shown() {
        return switch (this) {
            case Made made -> made.what();
            case Gave gave -> Message.of("run.gave", gave.keyId()).text();
            case LeftOut out -> out.reason();
            case Untested untested -> untested.code();
            case LockAgain again -> "";
            case Torn torn -> torn.text();
            case ApprovedAnew anew -> anew.who();
            case HandedOver handed -> handed.who() + ", " + handed.machine();
            case TakenFrom from -> from.folder();
        };
    }

    /** An object with its kind. */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case Made made -> json.put("kind", "made").put("what", made.what());
            case Gave gave -> json.put("kind", "gave").put("keyId", gave.keyId());
            case LeftOut out -> json.put("kind", "left-out").put("reason", out.reason());
            case Untested untested -> json.put("kind", "untested").put("code", untested.code());
            case LockAgain again -> json.put("kind", "lock-again");
            case Torn torn -> json.put("kind", "torn").put("line", torn.line()).put("text", torn.text());
            case ApprovedAnew anew -> json.put("kind", "approved-anew").put("who", anew.who());
            case HandedOver handed ->
                json.put("kind", "handed-over").put("who", handed.who()).put("machine", handed.machine());
            case TakenFrom from -> json.put("kind", "taken-from").put("folder", from.folder());
        };
    }

    /** @throws RuntimeException of some kind if it is no such note */
    static Note of(JsonNode json) {
        return switch (json.required("kind").textValue()) {
            case "made" -> new Made(json.required("what").textValue());
            case "gave" -> new Gave(json.required("keyId").textValue());
            case "left-out" -> new LeftOut(json.required("reason").textValue());
            case "untested" -> new Untested(json.required("code").textValue());
            case "lock-again" -> new LockAgain();
            case "torn" ->
                new Torn(json.required("line").intValue(), json.required("text").textValue());
            case "approved-anew" -> new ApprovedAnew(json.required("who").textValue());
            case "handed-over" ->
                new HandedOver(
                        json.required("who").textValue(),
                        json.required("machine").textValue());
            case "taken-from" -> new TakenFrom(json.required("folder").textValue());
            default -> throw new IllegalArgumentException("no note: " + json);
        };
    }
}
