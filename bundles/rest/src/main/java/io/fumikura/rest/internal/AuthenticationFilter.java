package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInStage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * Puts the caller into the request and refuses forged requests, and more than the limits allow. Resources ask {@link #callerOf}, which refuses when this filter
 * did not run or found nobody: without the filter nothing is open.
 */
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsName("authentication")
public final class AuthenticationFilter implements ContainerRequestFilter {

    private static final String CALLER = Caller.class.getName();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Authentication authentication;
    private final RateLimits limits;

    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo resource;

    @Activate
    public AuthenticationFilter(@Reference Authentication authentication, @Reference RateLimits limits) {
        this.authentication = authentication;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ForStage step = annotation(ForStage.class);
        if (step != null) {
            limits.count(request.getRemoteAddr());
            enter(context, step);
            return;
        }
        Optional<Caller> signedIn = authentication.caller(request);
        count(signedIn);
        if (signedIn.isEmpty() && !isOpen()) {
            throw authentication.refusal(request);
        }
        signedIn.ifPresent(caller -> {
            requireGenuine(context);
            context.setProperty(CALLER, caller);
        });
    }

    private void count(Optional<Caller> signedIn) {
        if (signedIn.isEmpty()) {
            limits.count(request.getRemoteAddr());
        } else if (annotation(Plentiful.class) == null) {
            limits.count(signedIn.get());
        }
    }

    /** A step of signing in: its session has no caller yet. */
    private void enter(ContainerRequestContext context, ForStage step) {
        Optional<SignInStage> stage = authentication.stage(request);
        if (stage.filter(List.of(step.value())::contains).isEmpty()) {
            throw authentication.refusal(request);
        }
        requireGenuine(context);
    }

    private void requireGenuine(ContainerRequestContext context) {
        if (!SAFE.contains(context.getMethod()) && !authentication.isGenuine(request)) {
            throw new PlatformException(
                    Category.FORBIDDEN,
                    "csrf.missing",
                    "The header " + Authentication.CSRF_HEADER + " is missing or wrong. Reload the page and try again.");
        }
    }

    /** The caller of a request. */
    static Caller callerOf(ContainerRequestContext context) {
        if (context.getProperty(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw Authentication.required();
    }

    /** Whether the request of an open operation has a caller. */
    static boolean isSignedIn(ContainerRequestContext context) {
        return context.getProperty(CALLER) instanceof Caller;
    }

    private boolean isOpen() {
        Method method = resource.getResourceMethod();
        return annotation(WithoutSignIn.class) != null
                || method != null && method.getDeclaringClass().isAnnotationPresent(WithoutSignIn.class);
    }

    private <A extends Annotation> @Nullable A annotation(Class<A> type) {
        Method method = resource.getResourceMethod();
        return method == null ? null : method.getAnnotation(type);
    }
}
