package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailQueue;
import io.fumikura.mail.MailState;
import io.fumikura.rest.internal.dto.Mails.MailDto;
import io.fumikura.rest.internal.dto.Mails.MailTextDto;
import io.fumikura.rest.internal.dto.Mails.MailsDto;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The mails that the platform sends, for operators and administrators. */
@Component(service = MailResource.class)
@JakartarsResource
@Path("v1/mails")
@Produces(MediaType.APPLICATION_JSON)
public final class MailResource {

    private final MailQueue queue;

    @Activate
    public MailResource(@Reference MailQueue queue) {
        this.queue = queue;
    }

    @GET
    public MailsDto mails(
            @Context ContainerRequestContext context,
            @QueryParam("state") @Nullable String state,
            @QueryParam("recipient") @DefaultValue("") String recipient,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        var query = new MailQuery(
                Optional.ofNullable(state).filter(text -> !text.isEmpty()).map(MailResource::state),
                recipient,
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()),
                QueryText.limit(limit));
        return MailsDto.of(queue.list(callerOf(context), query));
    }

    /** Not kept by browsers: it may hold a password. */
    @GET
    @Path("{id}")
    @Answers(MailTextDto.class)
    public Response mail(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return Response.ok(MailTextDto.of(queue.show(callerOf(context), mailId(id))))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Sends a test mail to the caller's own address. */
    @POST
    @Answers(value = MailDto.class, status = 201)
    public Response sendTestMail(@Context ContainerRequestContext context) {
        return Response.status(201).entity(MailDto.of(queue.sendTest(callerOf(context)))).build();
    }

    @POST
    @Path("{id}/retry")
    public MailDto retryMail(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return MailDto.of(queue.retry(callerOf(context), mailId(id)));
    }

    @POST
    @Path("{id}/park")
    public MailDto parkMail(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return MailDto.of(queue.park(callerOf(context), mailId(id)));
    }

    private static UUID mailId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "mail.unknown", "There is no such mail.");
        }
    }

    private static MailState state(String text) {
        try {
            return MailState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.INVALID,
                    "query.invalid",
                    "The parameter state can't be \"" + text + "\". It is QUEUED, SENDING, SENT or PARKED.",
                    Map.of("part", "state"),
                    e);
        }
    }
}
