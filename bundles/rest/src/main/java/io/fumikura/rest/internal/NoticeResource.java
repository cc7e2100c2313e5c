package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.notice.BoardNotice;
import io.fumikura.notice.NoticeBoard;
import io.fumikura.notice.NoticeForm;
import io.fumikura.notice.Notices;
import io.fumikura.rest.internal.dto.NoticeDtos.BoardNoticeDto;
import io.fumikura.rest.internal.dto.NoticeDtos.NoticeDto;
import io.fumikura.rest.internal.dto.NoticeDtos.NoticeRequest;
import io.fumikura.rest.internal.dto.NoticeDtos.NoticeTextRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Notices: read by everybody, written by operators. */
@Component(service = NoticeResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource {

    private final Notices notices;
    private final NoticeBoard board;

    @Activate
    public NoticeResource(@Reference Notices notices, @Reference NoticeBoard board) {
        this.notices = notices;
        this.board = board;
    }

    /** Those that are shown to the caller now, the newest first. */
    @GET
    @Path("notices")
    public List<NoticeDto> notices(@Context ContainerRequestContext context) {
        return notices.current(callerOf(context)).stream().map(NoticeDto::of).toList();
    }

    @PUT
    @Path("notices/{id}/read")
    public void readNotice(@Context ContainerRequestContext context, @PathParam("id") String id) {
        notices.read(callerOf(context), Ids.uuid(id));
    }

    /** All, for operators. */
    @GET
    @Path("notice-board")
    public List<BoardNoticeDto> noticeBoard(@Context ContainerRequestContext context) {
        return board.list(callerOf(context)).stream().map(BoardNoticeDto::of).toList();
    }

    @POST
    @Path("notice-board")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = BoardNoticeDto.class, status = 201)
    public Response publishNotice(@Context ContainerRequestContext context, @Nullable NoticeRequest body) {
        Caller caller = callerOf(context);
        return answer(201, board.publish(caller, form(body)));
    }

    @PUT
    @Path("notice-board/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(BoardNoticeDto.class)
    public Response changeNotice(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable NoticeRequest body) {
        return answer(200, board.change(callerOf(context), Ids.uuid(id), Versions.of(match), form(body)));
    }

    @DELETE
    @Path("notice-board/{id}")
    public void withdrawNotice(
            @Context ContainerRequestContext context, @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        board.withdraw(callerOf(context), Ids.uuid(id), Versions.of(match));
    }

    private static NoticeForm form(@Nullable NoticeRequest body) {
        if (body == null || body.title() == null || body.text() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"title\" and \"text\" with \"ja\" at least.");
        }
        return new NoticeForm(
                Optional.ofNullable(body.tenant()).filter(id -> !id.isEmpty()).map(TenantResource::known),
                japanese(body.title()),
                english(body.title()),
                japanese(body.text()),
                english(body.text()),
                body.starts() == null ? Instant.now() : body.starts(),
                Optional.ofNullable(body.ends()));
    }

    private static String japanese(NoticeTextRequest text) {
        return text.ja() == null ? "" : text.ja();
    }

    private static String english(NoticeTextRequest text) {
        return text.en() == null ? "" : text.en();
    }

    private static Response answer(int status, BoardNotice notice) {
        return Response.status(status)
                .tag(Long.toString(notice.version()))
                .header("Cache-Control", "no-cache")
                .entity(BoardNoticeDto.of(notice))
                .build();
    }
}
