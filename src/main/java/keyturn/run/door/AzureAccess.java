package keyturn.run.door;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.script.ApprovedPlan;

/** Opens write ports at the Azure doors of a target, for an approved plan and nothing else. */
public interface AzureAccess {

    /** @throws Problem.Raised if the target has no such doors, or its certificate cannot be read; nothing is sent yet */
    AzureActs open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised;

    /** Open ways to act. Nothing here is sent a second time by itself after it may have been done. */
    interface AzureActs extends AutoCloseable {

        /** @throws Problem.Raised for a vault that is none of the target's */
        VaultWriter vault(VaultAddress address) throws Problem.Raised;

        DirectoryWriter directory() throws Problem.Raised;

        @Override
        void close();
    }

    /** Writes to a vault. Never deletes, purges or disables. */
    interface VaultWriter {

        /**
         * Makes a key under a free name; it bears the run's id as the tag {@code keyturn-run}.
         *
         * @return its name with its one version
         * @throws Problem.Raised {@code vault.key-exists} for a name that is taken, so that no key gets a version by accident;
         *     {@code vault.409.ObjectIsDeletedButRecoverable} for one of a deleted key; else as the vault says
         */
        KeyReference create(NewKey key) throws Problem.Raised;

        /** All versions of a key in one piece that only a vault of the same subscription and geography can read. */
        byte[] backup(KeyName name) throws Problem.Raised;

        /**
         * Puts a key back under its old name, with all its versions.
         *
         * @throws Problem.Raised {@code vault.409…} if the name is not free; {@code vault.400…} for another subscription's or
         *     geography's
         */
        KeyReference restore(byte[] backup) throws Problem.Raised;

        /** Brings a deleted key back. */
        void recover(KeyName name) throws Problem.Raised;
    }

    /**
     * A key to be made.
     *
     * @param bits 2048 or 3072: what connectors take
     * @param tags besides the run's own
     */
    record NewKey(KeyName name, boolean hsm, int bits, Optional<Instant> expires, Map<String, String> tags) {
        public NewKey {
            tags = Map.copyOf(tags);
        }
    }

    /** Writes to the directory. */
    interface DirectoryWriter {

        /**
         * Gives an application one more secret; those it has stay.
         *
         * @param name unlike that of any secret it has: after a lost answer a name tells whether it was made
         */
        NewSecret addSecret(ClientId client, String name, Instant expires) throws Problem.Raised;

        /** Takes a secret away from it. */
        void removeSecret(ClientId client, String keyId) throws Problem.Raised;
    }

    /** A secret that was just made: its text is told this once. */
    record NewSecret(String keyId, Secret secret, Optional<Instant> expires) {}
}
