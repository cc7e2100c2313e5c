package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.Records;
import io.fumikura.rest.internal.dto.Changes.ChangeDto;
import io.fumikura.rest.internal.dto.Changes.CompletionRequest;
import io.fumikura.rest.internal.dto.Changes.EditRequest;
import io.fumikura.rest.internal.dto.Changes.UnlockRequest;
import io.fumikura.rest.internal.dto.DetailDto;
import io.fumikura.rest.internal.dto.ValueDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** One record: show, edit, repair. */
@Component(service = RecordResource.class)
@JakartarsResource
@Path("v1/records/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {

    private final Records records;

    @Activate
    public RecordResource(@Reference Records records) {
        this.records = records;
    }

    @GET
    @Answers(DetailDto.class)
    public Response get(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return detail(200, records.get(callerOf(context), Ids.record(id)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(DetailDto.class)
    public Response edit(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable EditRequest body) {
        if (body == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send what is to be changed.");
        }
        return detail(200, records.edit(callerOf(context), Ids.record(id), Versions.of(match), edit(body)));
    }

    @PUT
    @Path("completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(DetailDto.class)
    public Response complete(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable CompletionRequest body) {
        if (body == null || body.complete() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"complete\".");
        }
        return detail(200, records.complete(callerOf(context), Ids.record(id), Versions.of(match), body.complete()));
    }

    @POST
    @Path("retry")
    @Answers(value = DetailDto.class, status = 202)
    public Response retry(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return detail(202, records.retry(callerOf(context), Ids.record(id)));
    }

    @POST
    @Path("unlock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = DetailDto.class, status = 202)
    public Response unlock(
            @Context ContainerRequestContext context, @PathParam("id") String id, @Nullable UnlockRequest body) {
        if (body == null || body.password() == null || body.password().isEmpty()) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"password\".");
        }
        return detail(202, records.unlock(callerOf(context), Ids.record(id), DocumentPassword.check(body.password())));
    }

    @GET
    @Path("history")
    public List<ChangeDto> history(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return records.history(callerOf(context), Ids.record(id)).stream()
                .map(ChangeDto::of)
                .toList();
    }

    private static Response detail(int status, RecordDetail detail) {
        return Response.status(status)
                .tag(Long.toString(detail.summary().version()))
                .header("Cache-Control", "no-cache")
                .entity(DetailDto.of(detail))
                .build();
    }

    private static Records.Edit edit(EditRequest body) {
        var values = new HashMap<String, Optional<FieldValue>>();
        Map<String, ValueDto> wanted = body.values() == null ? Map.of() : body.values();
        wanted.forEach((field, value) -> values.put(field, Optional.ofNullable(value).map(dto -> value(field, dto))));
        return new Records.Edit(
                values,
                Optional.ofNullable(body.kind()),
                Optional.ofNullable(body.memo()),
                Optional.ofNullable(body.tags()),
                Optional.ofNullable(body.owner()).map(owner -> new UserId(Ids.uuid(owner))),
                Optional.ofNullable(body.group()).map(GroupResource::group));
    }

    private static FieldValue value(String field, ValueDto dto) {
        try {
            return dto.toValue();
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.INVALID,
                    "field.invalid",
                    "The value of " + field + " can't be taken. " + e.getMessage(),
                    Map.of("field", field),
                    e);
        }
    }
}
