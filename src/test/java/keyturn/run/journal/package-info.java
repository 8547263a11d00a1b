@NullMarked
package keyturn.run.journal;

import org.jspecify.annotations.NullMarked;
