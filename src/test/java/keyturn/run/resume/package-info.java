@NullMarked
package keyturn.run.resume;

import org.jspecify.annotations.NullMarked;
