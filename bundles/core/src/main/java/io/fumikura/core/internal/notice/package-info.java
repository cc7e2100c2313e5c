/** Notices of those who run the platform. */
@NullMarked
package io.fumikura.core.internal.notice;

import org.jspecify.annotations.NullMarked;
