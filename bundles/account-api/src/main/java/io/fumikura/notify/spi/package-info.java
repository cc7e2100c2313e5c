/**
 * Notifier SPI: how people are told. Implement {@link io.fumikura.notify.spi.Notifier}, register it with Declarative Services, extend {@code
 * NotifierContract} of the test kit.
 *
 * <p>Actions of the platform put their messages into its database; core hands them over one by one, as often as it takes, for days if need be. So an
 * implementation keeps no queue of its own and never tries twice: it says what happened, and core decides. While no notifier is installed, messages
 * wait and can be read by operators. One notifier is meant to be installed; of several, the one that came first is used.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.notify.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
