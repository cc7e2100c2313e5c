/** Taking files in: name, plan, bytes, type, duplicate, quota, record, in this order; what was answered is on disk. */
@NullMarked
package io.fumikura.core.internal.ingest;

import org.jspecify.annotations.NullMarked;
