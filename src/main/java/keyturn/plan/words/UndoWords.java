package keyturn.plan.words;

import keyturn.domain.Message;
import keyturn.plan.step.Undo;

/** Why a step is undone by hand, or not at all. */
public final class UndoWords {

    private UndoWords() {}

    public static Message of(Undo.ByHand undo) {
        return switch (undo.how()) {
            case BACK_OUT_OF_RUN -> Message.of("plan.undo.made");
            case ANOTHER_SECRET -> Message.of("plan.undo.anotherSecret");
        };
    }

    public static Message of(Undo.None undo) {
        return Message.of(
                switch (undo.because()) {
                    case IS_BACK_OUT -> "plan.undo.isUndo";
                    case ENABLED_IS_WANTED -> "plan.undo.enable";
                    case ONLY_READS -> "plan.undo.reads";
                    case BACKUP_TO_NUL -> "plan.undo.test";
                    case SNAPSHOT_DROPPED -> "plan.undo.snapshot";
                    case BACKUP_STAYS -> "plan.undo.backup";
                    case VAULT_KEY_STAYS -> "plan.undo.vaultKey";
                    case VAULT_STAYS -> "plan.undo.vault";
                    case KEY_RIGHTS_STAY -> "plan.undo.keyRights";
                    case REGISTRY_EXPORTED -> "plan.undo.registry";
                    case SCRATCH_DROPPED -> "plan.undo.scratch";
                    case KEY_BACKUP_STAYS -> "plan.undo.keyBackup";
                    case APP_SECRET_STAYS -> "plan.undo.appSecret";
                    case OPEN_IS_WANTED -> "plan.undo.open";
                    case APP_SECRET_GONE -> "plan.undo.appSecretGone";
                    case HOST_FILE_STAYS -> "plan.undo.hostFile";
                    case REGISTRY_STAYS -> "plan.undo.registry";
                    case ENGINE_IS_WANTED -> "plan.undo.engine";
                    case FOLDER_GONE -> "plan.undo.folderGone";
                    case RELOADED -> "plan.undo.reloaded";
                    case TEMPORARY -> "plan.undo.temporary";
                    case WAS_TEMPORARY -> "plan.undo.taken";
                });
    }
}
