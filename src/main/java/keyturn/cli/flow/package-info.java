/**
 * The options of flows: each flow's own in a folder of its own, and what they share. Knows no flow; the list of parts
 * ({@code META-INF/services/keyturn.plan.flow.FlowPart}) names them.
 */
@NullMarked
package keyturn.cli.flow;

import org.jspecify.annotations.NullMarked;
