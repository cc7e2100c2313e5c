package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.document.Ingest;
import io.fumikura.document.Ingest.Submitted;
import io.fumikura.rest.internal.dto.Changes.Registered;
import io.fumikura.rest.internal.dto.RecordDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Takes files in. The body is the file itself, streamed. */
@Component(service = UploadResource.class)
@JakartarsResource
@Path("v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource {

    /** An upload holds a thread for as long as its sender likes; the others answer everybody else. */
    static final int MOST_AT_ONCE = 64;
    static final int MOST_OF_ONE = 16;

    private final Ingest ingest;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<UserId, Integer> senders = new ConcurrentHashMap<>();

    @Activate
    public UploadResource(@Reference Ingest ingest) {
        this.ingest = ingest;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Answers(value = Registered.class, status = 201)
    public Response upload(
            @Context ContainerRequestContext context,
            @QueryParam("ledger") @Nullable String ledger,
            @QueryParam("filename") @DefaultValue("") String fileName,
            @HeaderParam("X-Document-Password") @Nullable String password,
            InputStream body) {
        var upload = new Ingest.Upload(
                Optional.ofNullable(ledger).filter(id -> !id.isEmpty()),
                fileName,
                DocumentPassword.fromHeader(password),
                announced(context.getHeaderString("Content-Length")));
        Submitted submitted = submit(callerOf(context), upload, body);
        if (submitted instanceof Submitted.Duplicate duplicate) {
            return ProblemMapper.problem(
                    409,
                    "upload.duplicate",
                    "The same file is registered already. Confirm or cancel the pending upload within 24 hours.",
                    Map.of(
                            "pending",
                            duplicate.pending(),
                            "originals",
                            duplicate.originals().stream().map(RecordDto::of).toList()));
        }
        return created((Submitted.Accepted) submitted);
    }

    /** @param length as the HTTP server has checked it */
    private static OptionalLong announced(@Nullable String length) {
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }

    private Submitted submit(Caller caller, Ingest.Upload upload, InputStream body) {
        try {
            if (senders.merge(caller.user(), 1, Integer::sum) > MOST_OF_ONE || !places.tryAcquire()) {
                throw new PlatformException(
                        Category.TOO_MANY, "upload.busy", "Too many files are being received; try again in a moment.");
            }
            try {
                return ingest.submit(caller, upload, body);
            } finally {
                places.release();
            }
        } finally {
            senders.computeIfPresent(caller.user(), (user, uploads) -> uploads > 1 ? uploads - 1 : null);
        }
    }

    @POST
    @Path("{pending}/confirm")
    @Answers(value = Registered.class, status = 201)
    public Response confirm(@Context ContainerRequestContext context, @PathParam("pending") String pending) {
        return created(ingest.confirm(callerOf(context), Ids.uuid(pending)));
    }

    @DELETE
    @Path("{pending}")
    public void cancel(@Context ContainerRequestContext context, @PathParam("pending") String pending) {
        ingest.cancel(callerOf(context), Ids.uuid(pending));
    }

    private static Response created(Submitted.Accepted accepted) {
        var record = RecordDto.of(accepted.record());
        return Response.created(URI.create("/api/v1/records/" + record.id()))
                .entity(new Registered(record))
                .build();
    }
}
