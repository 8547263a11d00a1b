package keyturn.ui.flow.removesecret;

import keyturn.domain.azure.AzureSight.ApplicationSeen;

/** An application that was read in the directory. */
record OfferedApplication(ApplicationSeen seen) {

    @Override
    public String toString() {
        return seen.name() + " (" + seen.client() + ")";
    }
}
