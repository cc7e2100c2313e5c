/** Groups, users and what belongs to a person. */
@NullMarked
package io.fumikura.core.internal.people;

import org.jspecify.annotations.NullMarked;
