/**
 * What will run, byte for byte, and the approval of it. Draws scripts, never makes or changes them.
 */
@NullMarked
package keyturn.ui.preview;

import org.jspecify.annotations.NullMarked;
