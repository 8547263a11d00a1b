/**
 * The Windows host of a server, through PowerShell: on the host itself, by remoting, or on a practice range.
 *
 * <p>A host script is a fixed text; what varies is one line of JSON on standard input, and one line of JSON comes back. PowerShell is
 * started with a short encoded launcher, so that no execution policy for files decides; nothing that varies is in an argument. What
 * became of a script is told by its answer alone: without one it may have been done.
 */
@NullMarked
package keyturn.host;

import org.jspecify.annotations.NullMarked;
