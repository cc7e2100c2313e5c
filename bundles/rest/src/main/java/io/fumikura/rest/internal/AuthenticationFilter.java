package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * Puts the caller into the request and refuses forged requests. Resources ask {@link #callerOf}, which refuses when this filter
 * did not run or found nobody: without the filter nothing is open.
 */
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsName("authentication")
public final class AuthenticationFilter implements ContainerRequestFilter {

    private static final String CALLER = Caller.class.getName();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Authentication authentication;

    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo resource;

    @Activate
    public AuthenticationFilter(@Reference Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<Caller> signedIn = authentication.caller(request);
        if (signedIn.isEmpty() && !isOpen()) {
            throw required();
        }
        signedIn.ifPresent(caller -> {
            if (!SAFE.contains(context.getMethod()) && !authentication.isGenuine(request)) {
                throw new PlatformException(
                        Category.FORBIDDEN,
                        "csrf.missing",
                        "The header " + Authentication.CSRF_HEADER + " is missing or wrong. Reload the page and try again.");
            }
            context.setProperty(CALLER, caller);
        });
    }

    /** The caller of a request. */
    static Caller callerOf(ContainerRequestContext context) {
        if (context.getProperty(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw required();
    }

    private boolean isOpen() {
        Method method = resource.getResourceMethod();
        return method != null
                && (method.isAnnotationPresent(WithoutSignIn.class)
                        || method.getDeclaringClass().isAnnotationPresent(WithoutSignIn.class));
    }

    private static PlatformException required() {
        return new PlatformException(
                Category.UNAUTHENTICATED, "signin.required", "Sign in, or send an API token as bearer.");
    }
}
