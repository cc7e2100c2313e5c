package io.fumikura.rest.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** A context of its own for events: its path is longer than that of the REST resources, so it goes first. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = EventContext.NAME, path = "/api/v1/events")
public final class EventContext extends ServletContextHelper {

    static final String NAME = "events";
}
