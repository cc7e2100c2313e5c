package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.people.Delegates;
import io.fumikura.people.OwnAccount;
import io.fumikura.rest.internal.dto.OwnAccountDtos.DelegateDto;
import io.fumikura.rest.internal.dto.OwnAccountDtos.DelegatesDto;
import io.fumikura.rest.internal.dto.OwnAccountDtos.DelegatesRequest;
import io.fumikura.rest.internal.dto.OwnAccountDtos.MailConfirmation;
import io.fumikura.rest.internal.dto.OwnAccountDtos.MailRequest;
import io.fumikura.rest.internal.dto.OwnAccountDtos.OwnAccountDto;
import io.fumikura.rest.internal.dto.OwnAccountDtos.OwnAccountRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's own account: name, mail addresses, delegates. */
@Component(service = OwnAccountResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnAccountResource {

    private final OwnAccount account;
    private final Delegates delegates;

    @Activate
    public OwnAccountResource(@Reference OwnAccount account, @Reference Delegates delegates) {
        this.account = account;
        this.delegates = delegates;
    }

    @GET
    @Path("profile/account")
    public OwnAccountDto ownAccount(@Context ContainerRequestContext context) {
        return OwnAccountDto.of(account.show(callerOf(context)));
    }

    /** What is left out stays. */
    @PATCH
    @Path("profile/account")
    @Consumes(MediaType.APPLICATION_JSON)
    public OwnAccountDto changeOwnAccount(@Context ContainerRequestContext context, @Nullable OwnAccountRequest body) {
        if (body == null) {
            throw malformed("Send what is to be changed.");
        }
        Caller caller = callerOf(context);
        OwnAccount.Own own = account.show(caller);
        String name = body.name();
        List<String> subMails = body.subMails();
        return OwnAccountDto.of(
                account.change(caller, name == null ? own.name() : name, subMails == null ? own.subMails() : subMails));
    }

    /** Sends a link to a new mail address. */
    @POST
    @Path("profile/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    public OwnAccountDto requestOwnMail(@Context ContainerRequestContext context, @Nullable MailRequest body) {
        if (body == null || body.mail() == null) {
            throw malformed("Send \"mail\".");
        }
        return OwnAccountDto.of(account.requestMail(callerOf(context), body.mail()));
    }

    /** Changes the mail address of whoever holds the link's secret. */
    @POST
    @Path("mail-confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @WithoutSignIn
    public void confirmOwnMail(@Context HttpServletRequest request, @Nullable MailConfirmation body) {
        if (body == null || body.secret() == null) {
            throw malformed("Send \"secret\".");
        }
        account.confirmMail(body.secret(), request.getRemoteAddr());
    }

    @GET
    @Path("profile/delegates")
    public DelegatesDto ownDelegates(@Context ContainerRequestContext context) {
        return answer(callerOf(context), delegates.list(callerOf(context)));
    }

    @GET
    @Path("profile/delegates/candidates")
    public List<DelegateDto> delegateCandidates(
            @Context ContainerRequestContext context, @QueryParam("q") @DefaultValue("") String text) {
        return dtos(delegates.candidates(callerOf(context), text));
    }

    @POST
    @Path("profile/delegates")
    @Consumes(MediaType.APPLICATION_JSON)
    public DelegatesDto addDelegates(@Context ContainerRequestContext context, @Nullable DelegatesRequest body) {
        if (body == null || body.users() == null) {
            throw malformed("Send \"users\".");
        }
        var users = body.users().stream().map(UserResource::known).collect(Collectors.toSet());
        return answer(callerOf(context), delegates.add(callerOf(context), users));
    }

    @DELETE
    @Path("profile/delegates/{id}")
    public void removeDelegate(@Context ContainerRequestContext context, @PathParam("id") String id) {
        delegates.remove(callerOf(context), UserResource.known(id));
    }

    private DelegatesDto answer(Caller caller, List<Delegates.Delegate> list) {
        return new DelegatesDto(dtos(list), dtos(delegates.signers(caller)));
    }

    private static List<DelegateDto> dtos(List<Delegates.Delegate> list) {
        return list.stream().map(DelegateDto::of).toList();
    }

    private static PlatformException malformed(String message) {
        return new PlatformException(Category.INVALID, "request.malformed", message);
    }
}
