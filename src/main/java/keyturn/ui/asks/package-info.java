/**
 * What pages of flows ask of a server, or of this computer, beside the inspection. Each waits: to be called in the background.
 */
@NullMarked
package keyturn.ui.asks;

import org.jspecify.annotations.NullMarked;
