/** What a server lacks to use keys of a vault: provider, own credential, first key. */
@NullMarked
package keyturn.ui.flow.enableekm;

import org.jspecify.annotations.NullMarked;
