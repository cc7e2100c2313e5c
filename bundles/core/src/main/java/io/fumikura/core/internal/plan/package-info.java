/**
 * What the tenants' plans allow: tiers, uploads, licences.
 */
@NullMarked
package io.fumikura.core.internal.plan;

import org.jspecify.annotations.NullMarked;
