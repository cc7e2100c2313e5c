package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.history.HistoryExport;
import io.fumikura.history.HistoryReader;
import io.fumikura.history.HistoryReader.Log;
import io.fumikura.history.HistoryVerification;
import io.fumikura.history.HistoryVerification.Scope;
import io.fumikura.rest.internal.dto.HistoryDto.HistoryPageDto;
import io.fumikura.rest.internal.dto.HistoryDto.SealDto;
import io.fumikura.rest.internal.dto.HistoryDto.SealedDto;
import io.fumikura.rest.internal.dto.HistoryDto.VerificationDto;
import io.fumikura.rest.internal.dto.HistoryDto.VerificationRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The tamper-evident history: read, verify, seal, take away. */
@Component(service = HistoryResource.class)
@JakartarsResource
@Path("v1/history")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {

    private static final String ATTACHMENT = "attachment; filename=\"%s\"";

    private final HistoryReader reader;
    private final HistoryVerification verification;
    private final HistoryExport export;

    @Activate
    public HistoryResource(
            @Reference HistoryReader reader, @Reference HistoryVerification verification, @Reference HistoryExport export) {
        this.reader = reader;
        this.verification = verification;
        this.export = export;
    }

    @GET
    public HistoryPageDto entries(
            @Context ContainerRequestContext context,
            @QueryParam("log") @DefaultValue("TENANT") String log,
            @QueryParam("user") @Nullable String user,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var filter = new HistoryReader.Filter(
                log(log),
                text(user).map(Ids::uuid).map(UserId::new),
                text(action),
                text(from).map(HistoryResource::instant),
                text(until).map(HistoryResource::instant),
                text(subject).map(Ids::uuid));
        return HistoryPageDto.of(reader.list(callerOf(context), filter, text(page), limit));
    }

    @GET
    @Path("actions")
    public List<String> actions(
            @Context ContainerRequestContext context, @QueryParam("log") @DefaultValue("TENANT") String log) {
        return reader.actions(callerOf(context), log(log));
    }

    @GET
    @Path("seals")
    public List<SealDto> seals(
            @Context ContainerRequestContext context, @QueryParam("log") @DefaultValue("TENANT") String log) {
        return reader.seals(callerOf(context), log(log)).stream().map(SealDto::of).toList();
    }

    @POST
    @Path("seals")
    @Answers(value = SealedDto.class, status = 201)
    public Response seal(@Context ContainerRequestContext context) {
        return Response.status(201).entity(new SealedDto(verification.seal(callerOf(context)))).build();
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = VerificationDto.class, status = 202)
    public Response verify(@Context ContainerRequestContext context, @Nullable VerificationRequest body) {
        Scope scope = body == null || body.scope() == null ? Scope.TENANT : body.scope();
        boolean files = body != null && Boolean.TRUE.equals(body.files());
        return Response.status(202)
                .entity(VerificationDto.of(verification.start(callerOf(context), scope, files)))
                .build();
    }

    /** The running verification, or the last one since the start; 204 when there was none. */
    @GET
    @Path("verification")
    @Answers(VerificationDto.class)
    public Response verification(
            @Context ContainerRequestContext context, @QueryParam("scope") @DefaultValue("TENANT") String scope) {
        Scope wanted = one(Scope.values(), scope, "scope");
        return verification
                .report(callerOf(context), wanted)
                .map(report -> Response.ok(VerificationDto.of(report)))
                .orElseGet(Response::noContent)
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("heads")
    @Answers(Void.class)
    public Response heads(
            @Context ContainerRequestContext context, @QueryParam("log") @DefaultValue("TENANT") String log) {
        Caller caller = callerOf(context);
        Log wanted = log(log);
        reader.actions(caller, wanted);
        StreamingOutput stream = to -> export.heads(caller, wanted, to);
        return download(stream, MediaType.APPLICATION_JSON, "history-heads.json");
    }

    @GET
    @Path("export")
    @Produces("application/zip")
    @Answers(value = Void.class, mediaType = "application/zip")
    public Response export(
            @Context ContainerRequestContext context, @QueryParam("log") @DefaultValue("TENANT") String log) {
        Caller caller = callerOf(context);
        Log wanted = log(log);
        // Refuses while the answer can still say so.
        reader.actions(caller, wanted);
        StreamingOutput stream = to -> export.all(caller, wanted, to);
        return download(stream, "application/zip", "history.zip");
    }

    private static Response download(StreamingOutput stream, String type, String name) {
        return Response.ok(stream, type)
                .header("Content-Disposition", String.format(ATTACHMENT, name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static Log log(String name) {
        return one(Log.values(), name, "log");
    }

    private static <T extends Enum<T>> T one(T[] values, String name, String parameter) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        Category.INVALID,
                        "request.malformed",
                        "\"" + parameter + "\" is one of " + Arrays.toString(values) + ", not " + name + "."));
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new PlatformException(
                    Category.INVALID, "request.malformed", "Give times as ISO 8601 with an offset, not " + text + ".");
        }
    }
}
