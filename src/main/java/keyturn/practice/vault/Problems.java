package keyturn.practice.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import keyturn.practice.directory.Caller;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Switch;

/** What a vault says when it does not do what it was asked: status, code, inner code, text, as the service words them. */
final class Problems {

    private static final String RECOVER_HELP =
            " If you recently deleted this %s you may be able to recover it using the"
                    + " correct recovery command. For help resolving this issue, please see"
                    + " https://go.microsoft.com/fwlink/?linkid=2125182";

    private Problems() {}

    static Refusal unauthorized(String number, String why, String challenge) {
        return new Refusal(body(401, "Unauthorized", number + ": " + why, "").with("WWW-Authenticate", challenge));
    }

    static Refusal bad(String why) {
        return new Refusal(body(400, "BadParameter", why, ""));
    }

    /** One of another subscription or geography, or none at all: the service tells no more. */
    static Refusal foreignBackup(Switch.Choice unwritten) {
        int status = Integer.parseInt(unwritten.of(Unwritten.FOREIGN_BACKUP));
        return new Refusal(body(status, "BadParameter", "Cannot decrypt backup blob.", ""));
    }

    static Refusal method() {
        return new Refusal(body(405, "MethodNotAllowed", "The requested method is not allowed on this resource.", ""));
    }

    static Refusal keyNotFound(String key) {
        return new Refusal(body(
                404,
                "KeyNotFound",
                "A key with (name/id) " + key + " was not found in this key vault." + RECOVER_HELP.formatted("key"),
                ""));
    }

    static Refusal deletedKeyNotFound(String key) {
        return new Refusal(body(404, "KeyNotFound", "Deleted Key not found: " + key, ""));
    }

    static Refusal secretNotFound(String secret) {
        return new Refusal(body(
                404,
                "SecretNotFound",
                "A secret with (name/id) " + secret + " was not found in this key vault."
                        + RECOVER_HELP.formatted("secret"),
                ""));
    }

    static Refusal recoverable(String key) {
        return new Refusal(body(
                409,
                "Conflict",
                "Key " + key
                        + " is currently in a deleted but recoverable state, and its name cannot be reused; in this"
                        + " state, the key can only be recovered or purged.",
                "ObjectIsDeletedButRecoverable"));
    }

    static Refusal beingDeleted(String key) {
        return new Refusal(body(
                409,
                "Conflict",
                "Key " + key + " is currently being deleted and cannot be re-created; retry later.",
                "ObjectIsBeingDeleted"));
    }

    static Refusal restoreConflict(String kid, Switch.Choice unwritten) {
        return new Refusal(body(
                409,
                "Conflict",
                "There was a conflict restoring the key '" + kid
                        + "'. This can happen if either: a second key with the same"
                        + " name was created after the first key was deleted; thus trying to restore a key whose name is"
                        + " already in use. To fix this, rename the second key to something else so that the restore works."
                        + " The second probable cause of this exception is when multiple operations are performed in"
                        + " parallel against the key. To avoid this error, perform operations against the key in a"
                        + " sequential manner.",
                unwritten.of(Unwritten.RESTORE_CONFLICT)));
    }

    static Refusal purgeProtected(String key, Switch.Choice unwritten) {
        return new Refusal(body(
                403,
                "Forbidden",
                "Operation \"purge\" is not allowed because purge protection is enabled for this vault. Key " + key
                        + " will be purged after its retention.",
                unwritten.of(Unwritten.PURGE_PROTECTED)));
    }

    static Refusal notUsable(Operation operation, String how, String inner) {
        return new Refusal(body(403, "Forbidden", "Operation " + operation.permission() + " is not " + how, inner));
    }

    static Refusal unknownCaller(Caller caller, Vault vault) {
        return new Refusal(body(
                403,
                "Forbidden",
                "Access denied. Caller was not found on any access policy.\r\nCaller: " + caller.words() + "\r\n"
                        + place(vault),
                "AccessDenied"));
    }

    static Refusal noPermission(Operation operation, Caller caller, Vault vault, Switch.Choice unwritten) {
        return new Refusal(body(
                403,
                "Forbidden",
                "The user, group or application '" + caller.words() + "' does not have " + operation.kind() + " "
                        + operation.permission() + " permission on key vault '" + vault.name() + ";location="
                        + vault.site().location()
                        + "'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287",
                unwritten.of(Unwritten.MISSING_RIGHT)));
    }

    static Refusal noRole(Operation operation, Caller caller, Vault vault, String object) {
        return new Refusal(body(
                403,
                "Forbidden",
                "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role"
                        + " definitions were changed recently, please observe propagation time.\r\nCaller: "
                        + caller.words() + "\r\nAction: 'Microsoft.KeyVault/vaults/" + operation.action()
                        + "'\r\nResource: '" + vault.id().toLowerCase(Locale.ROOT) + object
                        + "'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\n"
                        + place(vault) + "\r\n",
                "ForbiddenByRbac"));
    }

    static Refusal firewall(String address, Caller caller, Vault vault) {
        return new Refusal(body(
                403,
                "Forbidden",
                "Client address is not authorized and caller is not a trusted service.\r\nClient address: " + address
                        + "\r\nCaller: " + caller.words() + "\r\n" + place(vault),
                "ForbiddenByFirewall"));
    }

    static Refusal privateOnly(Caller caller, Vault vault) {
        return new Refusal(body(
                403,
                "Forbidden",
                "Public network access is disabled and request is not from a trusted service nor via an approved private"
                        + " link.\r\nCaller: " + caller.words() + "\r\n" + place(vault),
                "ForbiddenByConnection"));
    }

    private static String place(Vault vault) {
        return "Vault: " + vault.name() + ";location=" + vault.site().location();
    }

    private static Reply body(int status, String code, String message, String inner) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        if (!inner.isEmpty()) {
            error.set("innererror", Json.object().put("code", inner));
        }
        return Reply.json(status, Json.object().set("error", error)).coded(inner.isEmpty() ? code : inner);
    }
}
