@NullMarked
package keyturn.domain.inspection;

import org.jspecify.annotations.NullMarked;
