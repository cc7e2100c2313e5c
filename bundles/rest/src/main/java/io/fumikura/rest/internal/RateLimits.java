package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.util.Map;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * How many requests are answered: of each user, in all browsers and with all tokens together, and of each address as long as nobody is signed in
 * there. Wide enough for people and for programs that work one request after the other; what goes beyond is refused with 429. A change of the
 * settings begins anew.
 */
@Component(service = RateLimits.class, configurationPid = "io.fumikura.rest.limits")
@Designate(ocd = RateLimits.Config.class)
public final class RateLimits {

    static final String RETRY_AFTER = "retryAfter";

    private final Buckets users;
    private final Buckets addresses;

    /** Settings. */
    @ObjectClassDefinition(name = "Rate limits of the REST interface")
    public @interface Config {

        @AttributeDefinition(description = "Requests a second that a user may send for long; 0 for no limit.")
        int userPerSecond() default 100;

        @AttributeDefinition(description = "Requests that a user may send at once.")
        int userBurst() default 3000;

        @AttributeDefinition(description = "Requests a second that an address may send for long without signing in; 0 for no limit.")
        int addressPerSecond() default 20;

        @AttributeDefinition(description = "Requests that an address may send at once without signing in.")
        int addressBurst() default 600;
    }

    @Activate
    public RateLimits(Config config) {
        this(config, System::nanoTime);
    }

    RateLimits(Config config, LongSupplier nanos) {
        users = new Buckets(config.userPerSecond(), config.userBurst(), nanos);
        addresses = new Buckets(config.addressPerSecond(), config.addressBurst(), nanos);
    }

    /** @throws PlatformException {@code rate.limited} */
    void count(Caller caller) {
        take(users, caller.user().toString());
    }

    /**
     * For a request without a caller.
     *
     * @throws PlatformException {@code rate.limited}
     */
    void count(String address) {
        take(addresses, address);
    }

    private static void take(Buckets buckets, String key) {
        long seconds = buckets.take(key);
        if (seconds > 0) {
            throw new PlatformException(
                    Category.TOO_MANY,
                    "rate.limited",
                    "Too many requests in a short time. Wait " + seconds + " s and go on.",
                    Map.of(RETRY_AFTER, seconds),
                    null);
        }
    }
}
