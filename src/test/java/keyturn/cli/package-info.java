/** The verbs: in this process where no server is needed, in processes of their own where the packaged program runs. */
@NullMarked
package keyturn.cli;

import org.jspecify.annotations.NullMarked;
