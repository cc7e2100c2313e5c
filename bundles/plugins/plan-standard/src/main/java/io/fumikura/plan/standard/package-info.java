/** The tiers light, standard and business, each with a configuration of its own. */
@NullMarked
package io.fumikura.plan.standard;

import org.jspecify.annotations.NullMarked;
