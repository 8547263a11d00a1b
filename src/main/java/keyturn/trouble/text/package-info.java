/**
 * Reads a text that somebody typed or pasted: an error, lines of an error log, an event, an error of PowerShell. Says who made the
 * provider, what is in it, whether to act or to wait, and the causes in order. Pure; the text is bounded before it gets here.
 */
@NullMarked
package keyturn.trouble.text;

import org.jspecify.annotations.NullMarked;
