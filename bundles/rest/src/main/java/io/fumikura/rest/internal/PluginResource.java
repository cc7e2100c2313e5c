package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.plugin.RunningPlugins;
import io.fumikura.rest.internal.dto.PluginDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The plugins that run, for operators. */
@Component(service = PluginResource.class)
@JakartarsResource
@Path("v1/plugins")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginResource {

    private final RunningPlugins plugins;

    @Activate
    public PluginResource(@Reference RunningPlugins plugins) {
        this.plugins = plugins;
    }

    @GET
    public List<PluginDto> plugins(@Context ContainerRequestContext context) {
        return plugins.list(callerOf(context)).stream().map(PluginDto::of).toList();
    }
}
