/**
 * The mails that the platform sends, for whoever looks after them: {@link io.fumikura.mail.MailQueue} lists them, shows what was written, and sends
 * again what was put aside. Implemented by core and looked up as an OSGi service.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.mail;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
