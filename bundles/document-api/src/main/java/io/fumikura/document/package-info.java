/**
 * Records and ledgers, for everybody who calls the platform: values, fields, evidence, and the services that take documents in, list,
 * show and change them. Services are implemented by core and looked up as OSGi services; all are thread-safe, take the caller first, and
 * throw {@link io.fumikura.account.PlatformException}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.document;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
