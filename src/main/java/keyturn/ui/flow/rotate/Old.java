package keyturn.ui.flow.rotate;

import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.ProviderName;

/** A key that wraps databases now, and its provider. */
record Old(ProviderName provider, AsymmetricKeyName key) {

    @Override
    public String toString() {
        return key.value();
    }
}
