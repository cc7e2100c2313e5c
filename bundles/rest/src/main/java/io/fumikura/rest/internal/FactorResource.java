package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors;
import io.fumikura.account.UserId;
import io.fumikura.rest.internal.dto.Factor.CodeDto;
import io.fumikura.rest.internal.dto.Factor.ConfirmationDto;
import io.fumikura.rest.internal.dto.Factor.FactorsDto;
import io.fumikura.rest.internal.dto.Factor.RecoveryCodesDto;
import io.fumikura.rest.internal.dto.Factor.TotpSeedDto;
import io.fumikura.rest.internal.dto.Passkey.HeldFactorsDto;
import io.fumikura.rest.internal.dto.Passkey.PasskeyDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's second factors, and those of users whom the caller administers. Secrets are answered once and never cached. */
@Component(service = FactorResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class FactorResource {

    private final SecondFactors factors;

    @Activate
    public FactorResource(@Reference SecondFactors factors) {
        this.factors = factors;
    }

    @GET
    @Path("second-factors")
    public FactorsDto factors(@Context ContainerRequestContext context) {
        return FactorsDto.of(factors.state(callerOf(context)));
    }

    /** Gives the password or a code once more, so that factors may be changed for ten minutes. */
    @POST
    @Path("second-factors/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public void confirmIdentity(@Context ContainerRequestContext context, @Nullable ConfirmationDto body) {
        if (body == null || body.secret() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"secret\", the password or a code.");
        }
        factors.confirm(callerOf(context), body.secret());
    }

    @POST
    @Path("second-factors/totp")
    @Answers(TotpSeedDto.class)
    public Response startTotp(@Context ContainerRequestContext context) {
        return secret(TotpSeedDto.of(factors.startTotp(callerOf(context))));
    }

    @PUT
    @Path("second-factors/totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(RecoveryCodesDto.class)
    public Response addTotp(@Context ContainerRequestContext context, @Nullable CodeDto body) {
        return secret(new RecoveryCodesDto(factors.addTotp(callerOf(context), CodeDto.of(body))));
    }

    @DELETE
    @Path("second-factors/totp")
    public void removeTotp(@Context ContainerRequestContext context) {
        factors.removeTotp(callerOf(context));
    }

    @POST
    @Path("second-factors/recovery-codes")
    @Answers(RecoveryCodesDto.class)
    public Response renewRecoveryCodes(@Context ContainerRequestContext context) {
        return secret(new RecoveryCodesDto(factors.renewRecoveryCodes(callerOf(context))));
    }

    /** What a user has, for an administrator. */
    @GET
    @Path("second-factors/users/{id}")
    public HeldFactorsDto heldFactors(@Context ContainerRequestContext context, @PathParam("id") String id) {
        SecondFactors.Held held = factors.held(callerOf(context), new UserId(Ids.uuid(id)));
        return new HeldFactorsDto(
                held.totpSince().orElse(null), held.passkeys().stream().map(PasskeyDto::of).toList(), held.recoveryCodes());
    }

    /** By an administrator, for somebody who lost them. */
    @DELETE
    @Path("second-factors/users/{id}")
    public void resetFactors(@Context ContainerRequestContext context, @PathParam("id") String id) {
        factors.reset(callerOf(context), new UserId(Ids.uuid(id)));
    }

    static Response secret(Object answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
