/** What travels over REST. Names of components are the names in JSON; absent means null and is left out. */
@NullMarked
package io.fumikura.rest.internal.dto;

import org.jspecify.annotations.NullMarked;
