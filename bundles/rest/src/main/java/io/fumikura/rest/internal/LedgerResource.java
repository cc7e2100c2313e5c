package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.document.Ledgers;
import io.fumikura.rest.internal.dto.LedgerDto;
import io.fumikura.rest.internal.dto.Lists.OverviewDto;
import io.fumikura.rest.internal.dto.Lists.PageDto;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Ledgers and their lists. */
@Component(service = LedgerResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {

    private final Ledgers ledgers;

    @Activate
    public LedgerResource(@Reference Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    @GET
    @Path("ledgers")
    public List<LedgerDto> ledgers(@Context ContainerRequestContext context) {
        return ledgers.ledgers(callerOf(context)).stream().map(LedgerDto::of).toList();
    }

    @GET
    @Path("overview")
    public OverviewDto overview(@Context ContainerRequestContext context) {
        return OverviewDto.of(ledgers.overview(callerOf(context)));
    }

    @GET
    @Path("ledgers/{ledger}/records")
    public PageDto list(
            @Context ContainerRequestContext context,
            @PathParam("ledger") String ledger,
            @QueryParam("keyword") @Nullable String keyword,
            @QueryParam("fullText") boolean fullText,
            @QueryParam("exact") boolean exact,
            @QueryParam("condition") List<String> conditions,
            @QueryParam("any") boolean any,
            @QueryParam("sort") @DefaultValue("number") String sort,
            @QueryParam("order") @DefaultValue("desc") String order,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        var query = new Ledgers.Query(
                ledger,
                Optional.ofNullable(keyword).map(String::strip).filter(text -> !text.isEmpty()),
                fullText,
                exact,
                conditions.stream().map(QueryText::condition).toList(),
                any,
                sort,
                QueryText.descending(order),
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()),
                QueryText.limit(limit));
        return PageDto.of(ledgers.list(callerOf(context), query));
    }
}
