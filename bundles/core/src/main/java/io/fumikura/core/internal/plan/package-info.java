/** What the tenants' plans allow. */
@NullMarked
package io.fumikura.core.internal.plan;

import org.jspecify.annotations.NullMarked;
