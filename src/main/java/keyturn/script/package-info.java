/** From a step to the exact act and its PowerShell equivalent; quoting; the plan's canonical JSON and digest. */
@NullMarked
package keyturn.script;

import org.jspecify.annotations.NullMarked;
