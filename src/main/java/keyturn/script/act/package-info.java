/** From a step to the act that is sent, one writer for each outside system. */
@NullMarked
package keyturn.script.act;

import org.jspecify.annotations.NullMarked;
